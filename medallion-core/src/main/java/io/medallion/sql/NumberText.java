package io.medallion.sql;

import io.medallion.spec.NumberFormat;
import io.medallion.spec.NumberFormat.Negative;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as a {@link NumberFormat} writes them: their shape, and how they come to be written with a leading minus and a point.
 *
 * <p>One sign and one affix at most; blanks only beside an affix. {@code .5} is a number, {@code 5.} is not. A text of more than
 * {@value #LONGEST} bytes of UTF-8 is no number: databases differ in what they can still read.
 */
final class NumberText {

    static final int LONGEST = 1_000;

    /** The blanks that group digits or stand beside an affix. */
    private static final String BLANKS = " \u00A0\u2009\u202F";

    private static final String UNICODE_MINUSES = "\u2212\u2013";

    private final NumberFormat format;
    private final Dialect dialect;

    NumberText(NumberFormat format, Dialect dialect) {
        this.format = format;
        this.dialect = dialect;
    }

    /** Whether numbers are written as a cast reads them, so that nothing has to be arranged. */
    boolean isPlain() {
        return format.equals(NumberFormat.PLAIN);
    }

    private boolean has(Negative negative) {
        return format.negatives().contains(negative);
    }

    /**
     * The text where it is a number.
     *
     * @param fraction the digits after the separator, as a regular expression
     * @param bare whether digits before the separator may be left out
     * @param exponent what may follow, as a regular expression
     */
    Condition matches(Field<?> text, String fraction, boolean bare, String exponent) {
        String digits = "[0-9]+";
        if (!format.grouping().isEmpty()) {
            digits = "(?:[0-9]{1,3}(?:" + separator() + "[0-9]{3})+|[0-9]+)";
        }
        String point = ShapeSql.quoted(format.decimal());
        String whole = digits + "(?:" + point + fraction + ")?";
        String number = (bare ? "(?:" + whole + "|" + point + fraction + ")" : whole) + exponent;
        Condition shaped = ShapeSql.whole(text, signed(number), dialect);
        Condition bounded = Templates.condition("{0} <= " + LONGEST, bytes(text));
        return switch (dialect) {
            case DUCKDB, POSTGRES, MARIADB -> DSL.and(shaped, bounded);
            // long text would meet the limit of steps of a regular expression, which is an error
            case MYSQL -> DSL.and(bounded, shaped);
        };
    }

    /**
     * A number of digits without grouping, in the plain format and with a bounded number of digits, told by tests that cost less
     * than those of {@link #matches}; null for DuckDB, whose regular expressions cost no more. On PostgreSQL counted repetitions
     * are what makes a regular expression slow, so lengths are tested beside it.
     *
     * @param whole at most so many digits before the point
     * @param fraction at most so many digits behind it; 0 for none
     * @param value what is read where the text is such a number
     */
    @Nullable
    Field<?> fast(Field<?> text, int whole, int fraction, Field<?> value) {
        return switch (dialect) {
            case DUCKDB -> null;
            case POSTGRES ->
                Templates.field(
                        fraction == 0
                                ? "case when octet_length({0}) <= " + whole + " and {0} ~ '^-?[0-9]+$' then {1} end"
                                : "case when {0} not like '%." + "_".repeat(fraction + 1)
                                        + "%' and (octet_length({0}) <= " + whole
                                        + " or octet_length(split_part({0}, '.', 1)) <= " + whole
                                        + ") and {0} ~ '^-?[0-9]+(?:[.][0-9]+)?$' then {1} end",
                        text,
                        value);
            case MARIADB, MYSQL ->
                Templates.field(
                        "case when {0} regexp {1} then {2} end",
                        text,
                        DSL.inline("^-?[0-9]{1," + whole + "}"
                                + (fraction == 0 ? "" : "(?:\\.[0-9]{1," + fraction + "})?") + "\\z"),
                        value);
        };
    }

    /** Known without looking at the text. */
    private Field<?> bytes(Field<?> text) {
        return switch (dialect) {
            case DUCKDB -> Templates.field("strlen({0})", text);
            case POSTGRES, MARIADB, MYSQL -> Templates.field("octet_length({0})", text);
        };
    }

    private Field<?> length(Field<?> text) {
        return switch (dialect) {
            case DUCKDB -> Templates.field("length({0})", text);
            case POSTGRES, MARIADB, MYSQL -> Templates.field("char_length({0})", text);
        };
    }

    private String separator() {
        return switch (format.grouping()) {
            case "'" -> "['\u2019]";
            case " " -> "[" + BLANKS + "]";
            default -> ShapeSql.quoted(format.grouping());
        };
    }

    /** Every way in which sign, affix and number may stand together. */
    private String signed(String number) {
        String sign = has(Negative.UNICODE_MINUS) ? "[+\\-" + UNICODE_MINUSES + "]?" : "[+-]?";
        List<String> ways = new ArrayList<>(withAffix(sign, number, ""));
        if (!format.affixes().isEmpty()) {
            ways.add(sign + blanks() + affix() + blanks() + number);
        }
        if (has(Negative.PARENTHESES)) {
            ways.addAll(withAffix("", "\\(" + number + "\\)", ""));
            if (!format.affixes().isEmpty()) {
                ways.add("\\(" + blanks() + affix() + blanks() + number + "\\)");
                ways.add("\\(" + number + blanks() + affix() + blanks() + "\\)");
            }
        }
        if (has(Negative.TRAILING_MINUS)) {
            ways.addAll(withAffix("", number, "-"));
            if (!format.affixes().isEmpty()) {
                ways.add(number + blanks() + affix() + blanks() + "-");
            }
        }
        return String.join("|", ways);
    }

    private List<String> withAffix(String before, String number, String after) {
        String plain = before + number + after;
        return format.affixes().isEmpty()
                ? List.of(plain)
                : List.of(plain, affix() + blanks() + plain, plain + blanks() + affix());
    }

    private String blanks() {
        return "[" + BLANKS + "]*";
    }

    private String affix() {
        return longestFirst().stream().map(ShapeSql::quoted).collect(Collectors.joining("|", "(?:", ")"));
    }

    private List<String> longestFirst() {
        return format.affixes().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Of a text that matches: without affixes, blanks and grouping, with a point and an ASCII minus. */
    Field<?> cleaned(Field<?> text) {
        Field<?> cleaned = text;
        for (String affix : longestFirst()) {
            cleaned = replace(cleaned, affix, "");
        }
        String gone =
                switch (format.grouping()) {
                    case "" -> format.affixes().isEmpty() ? "" : BLANKS;
                    case " " -> BLANKS;
                    case "'" -> "'\u2019" + (format.affixes().isEmpty() ? "" : BLANKS);
                    default -> format.grouping() + (format.affixes().isEmpty() ? "" : BLANKS);
                };
        for (int i = 0; i < gone.length(); i++) {
            cleaned = replace(cleaned, gone.substring(i, i + 1), "");
        }
        if (has(Negative.UNICODE_MINUS)) {
            cleaned = replace(replace(cleaned, "\u2212", "-"), "\u2013", "-");
        }
        return format.decimal().equals(",") ? replace(cleaned, ",", ".") : cleaned;
    }

    private Field<?> replace(Field<?> text, String what, String with) {
        boolean visible = what.codePoints().allMatch(p -> p > ' ' && !BLANKS.contains(Character.toString(p)));
        Field<?> searched =
                visible || what.equals(" ") ? LiteralSql.text(what, dialect) : character(what.codePointAt(0));
        return Templates.field("replace({0}, {1}, {2})", text, searched, DSL.inline(with));
    }

    /** A character that a reader of the SQL would take for another, by its number. */
    private Field<?> character(int codePoint) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> Templates.field("chr(" + codePoint + ")");
            case MARIADB, MYSQL -> Templates.field("char(" + codePoint + " using utf32)");
        };
    }

    /** Of a cleaned text: a minus in front where a minus stood behind or parentheses around. */
    Field<?> minusFirst(Field<?> cleaned) {
        if (!has(Negative.PARENTHESES) && !has(Negative.TRAILING_MINUS)) {
            return cleaned;
        }
        return Templates.field(
                "case when left({0}, 1) = '(' then concat('-', replace(replace({0}, '(', ''), ')', ''))"
                        + " when right({0}, 1) = '-' then concat('-', left({0}, {1} - 1)) else {0} end",
                cleaned, length(cleaned));
    }

    /** Of an arranged number: the digits before the point, without sign and leading zeros. */
    Field<?> leadingDigits(Field<?> number) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> Templates.field("ltrim(split_part({0}, '.', 1), '+-0')", number);
            case MARIADB, MYSQL ->
                Templates.field("regexp_replace(substring_index({0}, '.', 1), '^[+-]?0*', '')", number);
        };
    }
}
