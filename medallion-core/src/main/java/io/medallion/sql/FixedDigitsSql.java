package io.medallion.sql;

import io.medallion.spec.DatePattern.Element;
import io.medallion.spec.DatePattern.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** PostgreSQL: texts that have digits and nothing else in the places of a pattern, told without describing every place. */
final class FixedDigitsSql {

    private final DatePatternSql pattern;
    private final org.jooq.Field<?> text;

    private FixedDigitsSql(DatePatternSql pattern, org.jooq.Field<?> text) {
        this.pattern = pattern;
        this.text = text;
    }

    /** That the text has digits in the places of a pattern of fixed digits, and no year, month or day of zeros. */
    static List<Condition> of(DatePatternSql pattern, org.jooq.Field<?> text) {
        return new FixedDigitsSql(pattern, text).conditions();
    }

    private List<Condition> conditions() {
        List<Condition> all = new ArrayList<>();
        all.add(Templates.condition("{0} like {1}", text, DSL.inline(mask(element -> "_"))));
        all.add(onlyDigitsBetween());
        separators().distinct().forEach(separator -> all.add(notOneMore(separator)));
        for (Element element : pattern.elements()) {
            if (element.field() == Field.YEAR || element.field() == Field.MONTH || element.field() == Field.DAY) {
                String zeros = mask(other -> other == element ? "0" : "_");
                all.add(Templates.condition("{0} not like {1}", text, DSL.inline(zeros)));
            }
        }
        return all;
    }

    /** The pattern of LIKE with one character for every digit. */
    private String mask(Function<Element, String> digit) {
        return pattern.elements().stream()
                .map(element -> element.field() == Field.LITERAL
                        ? like(element.literal())
                        : digit.apply(element).repeat(element.width()))
                .collect(Collectors.joining());
    }

    private Condition onlyDigitsBetween() {
        String others = separators().distinct().map(ShapeSql::quoted).collect(Collectors.joining());
        return Templates.condition("{0} !~ {1}", text, ShapeSql.written("[^0-9" + others + "]", Dialect.POSTGRES));
    }

    /** The mask has each separator in its places; one more would stand in the place of a digit. */
    private Condition notOneMore(String separator) {
        long times = separators().filter(separator::equals).count();
        String more = ("%" + like(separator)).repeat(Math.toIntExact(times) + 1) + "%";
        return Templates.condition("{0} not like {1}", text, DSL.inline(more));
    }

    private Stream<String> separators() {
        return pattern.elements().stream()
                .flatMapToInt(element -> element.literal().codePoints())
                .mapToObj(Character::toString);
    }

    private static String like(String literal) {
        return literal.replaceAll("[\\\\%_]", "\\\\$0");
    }
}
