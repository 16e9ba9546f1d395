package io.medallion.sql;

import io.medallion.spec.DatePattern;
import io.medallion.spec.DatePattern.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one date pattern. DuckDB reads a tested shape with {@code strptime}, which knows the calendar; the others take the
 * parts, arrange them as ISO 8601 ({@code 2024-12-31 23:59:59.000000+01:00}, as far as the pattern goes) and test the day of the
 * month themselves.
 */
final class DateShapeSql {

    private final DatePatternSql pattern;
    private final Dialect dialect;

    DateShapeSql(DatePatternSql pattern, Dialect dialect) {
        this.pattern = pattern;
        this.dialect = dialect;
    }

    /**
     * What the first pattern reads where it consists of digits in fixed places, NULL of any other text; null for other patterns and
     * for DuckDB.
     *
     * @param cast what is made of an ISO text that is on the calendar
     * @param arranged makes the ISO text
     */
    static @Nullable Field<?> fast(
            List<DateShapeSql> shapes,
            Field<?> text,
            Function<Field<?>, Field<?>> cast,
            BiFunction<DateShapeSql, Field<?>, Field<?>> arranged) {
        DateShapeSql shape = shapes.get(0);
        DatePatternSql pattern = shape.pattern;
        boolean usual = pattern.hasFixedDigits()
                && !pattern.has(DatePattern.Field.SHORT_YEAR)
                && !pattern.has(DatePattern.Field.HALF_DAY);
        if (!usual || shape.dialect == Dialect.DUCKDB) {
            return null;
        }
        Field<?> iso = pattern.isIso() ? text : arranged.apply(shape, text);
        Field<?> value = cast.apply(iso);
        return Templates.field(
                "case when {0} then {1} end",
                shape.inPlace(text),
                pattern.has(DatePattern.Field.DAY)
                        ? Templates.field("case when {0} then {1} end", shape.onCalendar(text, iso), value)
                        : value);
    }

    /** That there are digits in their places, within their ranges; on PostgreSQL the day is left to {@link #onCalendar(Field, Field)}. */
    private Condition inPlace(Field<?> text) {
        return switch (dialect) {
            case DUCKDB, MARIADB, MYSQL -> ShapeSql.whole(text, pattern.regex(), dialect);
            case POSTGRES -> new FixedDigitsSql(pattern, text).inPlace();
        };
    }

    private Condition onCalendar(Field<?> text, Field<?> iso) {
        return switch (dialect) {
            case DUCKDB, MARIADB, MYSQL -> onCalendar(iso);
            case POSTGRES -> new FixedDigitsSql(pattern, text).onCalendar();
        };
    }

    /** DuckDB: the timestamp. Others: the text, or on PostgreSQL its parts, where the shape is right. */
    Field<?> shaped(Field<?> text) {
        return switch (dialect) {
            case DUCKDB -> timestamp(text);
            case POSTGRES ->
                pattern.hasFixedDigits()
                        ? whereShaped(text)
                        : Templates.field(
                                "regexp_match({0}, {1})",
                                text, ShapeSql.written("^(?:" + pattern.regexWithGroups() + ")$", dialect));
            case MARIADB, MYSQL -> whereShaped(text);
        };
    }

    private Field<?> timestamp(Field<?> text) {
        if (pattern.hasForeignMonths()) {
            return foreign(text);
        }
        // strptime reads +02:00, but not Z
        Field<?> offsets =
                pattern.has(DatePattern.Field.OFFSET) ? Templates.field("replace({0}, 'Z', '+00:00')", text) : text;
        return Templates.field(
                "case when {0} then try_strptime({1}, {2}) end",
                ShapeSql.whole(text, pattern.regex(), dialect), offsets, DSL.inline(pattern.strptime()));
    }

    /** DuckDB knows English names only: the parts are put together. */
    private Field<?> foreign(Field<?> text) {
        boolean offset = pattern.has(DatePattern.Field.OFFSET);
        Field<?> iso = Templates.field(
                "concat({0}, '-', {1}, '-', {2}, ' ', {3}, {4})",
                year(text),
                month(text),
                two(text, DatePattern.Field.DAY),
                isoTime(text),
                offset ? isoOffset(text) : DSL.inline(""));
        return Templates.field(
                "case when {0} then try_strptime({1}, {2}) end",
                ShapeSql.whole(text, pattern.regex(), dialect),
                iso,
                DSL.inline("%Y-%m-%d %H:%M:%S.%f" + (offset ? "%z" : "")));
    }

    private Field<?> whereShaped(Field<?> text) {
        return Templates.field("case when {0} then {1} end", ShapeSql.whole(text, pattern.regex(), dialect), text);
    }

    /** Others: the date as ISO 8601. */
    Field<?> isoDate(Field<?> shaped) {
        // concat passes over NULL: what has no shape must not become the text '--'
        return Templates.field(
                "case when {3} is not null then concat({0}, '-', {1}, '-', {2}) end",
                year(shaped), month(shaped), two(shaped, DatePattern.Field.DAY), shaped);
    }

    /** Others: the time with microseconds as ISO 8601. */
    Field<?> isoTime(Field<?> shaped) {
        return Templates.field(
                "concat({0}, ':', {1}, ':', {2}, '.', {3})",
                hour(shaped),
                two(shaped, DatePattern.Field.MINUTE),
                two(shaped, DatePattern.Field.SECOND),
                fraction(shaped));
    }

    /** Others: the offset as {@code +02:00}. */
    Field<?> isoOffset(Field<?> shaped) {
        Element offset = element(DatePattern.Field.OFFSET);
        Field<?> part = part(shaped, offset);
        return Templates.field(
                "case when {0} = 'Z' then '+00:00' else concat(left({0}, 3), ':', right({0}, 2)) end", part);
    }

    private Field<?> year(Field<?> shaped) {
        if (pattern.has(DatePattern.Field.YEAR)) {
            return part(shaped, element(DatePattern.Field.YEAR));
        }
        int century = pattern.pivot() / 100;
        String first = "%02d".formatted(pattern.pivot() % 100);
        return Templates.field(
                "case when {0} >= '%s' then concat('%02d', {0}) else concat('%02d', {0}) end"
                        .formatted(first, century, century + 1),
                part(shaped, element(DatePattern.Field.SHORT_YEAR)));
    }

    private Field<?> month(Field<?> shaped) {
        if (pattern.has(DatePattern.Field.MONTH)) {
            return two(shaped, DatePattern.Field.MONTH);
        }
        if (pattern.hasForeignMonths()) {
            return Templates.field(foreignMonths().toString(), part(shaped, element(DatePattern.Field.MONTH_NAME)));
        }
        StringBuilder template = new StringBuilder("case lower(left({0}, 3))");
        for (int i = 0; i < DatePatternSql.MONTHS.size(); i++) {
            template.append(" when '%s' then '%02d'"
                    .formatted(DatePatternSql.MONTHS.get(i).substring(0, 3), i + 1));
        }
        return Templates.field(template + " end", part(shaped, element(DatePattern.Field.MONTH_NAME)));
    }

    private StringBuilder foreignMonths() {
        StringBuilder template = new StringBuilder("case {0}");
        List<List<String>> months = pattern.foreignMonths();
        for (int i = 0; i < months.size(); i++) {
            for (String name : months.get(i)) {
                template.append(" when '%s' then '%02d'".formatted(name, i + 1));
            }
        }
        return template.append(" end");
    }

    private Field<?> hour(Field<?> shaped) {
        if (!pattern.has(DatePattern.Field.HALF_DAY)) {
            return two(shaped, DatePattern.Field.HOUR);
        }
        return Templates.field(
                "case when lower({1}) = 'am' and {0} = '12' then '00' when lower({1}) = 'am' or {0} = '12' then {0}"
                        + " else cast(cast({0} as "
                        + switch (dialect) {
                            case DUCKDB, POSTGRES -> "integer) + 12 as varchar(2)";
                            case MARIADB, MYSQL -> "signed) + 12 as char(2)";
                        }
                        + ") end",
                two(shaped, DatePattern.Field.HALF_DAY_HOUR),
                part(shaped, element(DatePattern.Field.HALF_DAY)));
    }

    private Field<?> fraction(Field<?> shaped) {
        return pattern.has(DatePattern.Field.FRACTION)
                ? Templates.field("rpad({0}, 6, '0')", part(shaped, element(DatePattern.Field.FRACTION)))
                : DSL.inline("000000");
    }

    private Field<?> two(Field<?> shaped, DatePattern.Field field) {
        if (!pattern.has(field)) {
            return DSL.inline("00");
        }
        Element element = element(field);
        Field<?> part = part(shaped, element);
        return element.width() == 2 ? part : Templates.field("lpad({0}, 2, '0')", part);
    }

    private Element element(DatePattern.Field field) {
        return pattern.elements().stream()
                .filter(e -> e.field() == field)
                .findFirst()
                .orElseThrow();
    }

    private Field<?> part(Field<?> shaped, Element element) {
        if (pattern.hasFixedDigits()) {
            return Templates.field(
                    "substring({0}, " + pattern.position(element) + ", " + element.width() + ")", shaped);
        }
        int group = pattern.group(element);
        return switch (dialect) {
            case DUCKDB ->
                Templates.field(
                        "regexp_extract({0}, {1}, " + group + ")",
                        shaped,
                        ShapeSql.written("^(?:" + pattern.regexWithGroups() + ")$", dialect));
            case POSTGRES -> Templates.field("({0})[" + group + "]", shaped);
            case MARIADB, MYSQL ->
                Templates.field(
                        "regexp_replace({0}, {1}, {2})",
                        shaped,
                        ShapeSql.written("^(?:" + pattern.regexWithGroups() + ")\\z", dialect),
                        DSL.inline((dialect == Dialect.MYSQL ? "$" : "\\") + group));
        };
    }

    /** Others: whether the date at the beginning of an ISO text is on the calendar, its month and day being in range. */
    static Condition onCalendar(Field<?> iso) {
        Field<?> day = Templates.field("substring({0}, 9, 2)", iso);
        return onCalendar(
                Templates.condition("{0} <= '28'", day),
                day,
                Templates.field("substring({0}, 6, 2)", iso),
                Templates.field("left({0}, 4)", iso));
    }

    /**
     * Whether a day is on the calendar.
     *
     * @param early that it is one of the 28 days that every month has
     */
    static Condition onCalendar(Condition early, Field<?> day, Field<?> month, Field<?> year) {
        return Templates.condition(
                "({3} or {0} in ('29', '30') and {1} <> '02' or {0} = '31' and {1} in ('01', '03', '05', '07', '08', '10', '12')"
                        + " or {0} = '29' and (right({2}, 2) <> '00' and mod(cast(right({2}, 2) as decimal(2, 0)), 4) = 0"
                        + " or right({2}, 2) = '00' and mod(cast(left({2}, 2) as decimal(2, 0)), 4) = 0))",
                day, month, year, early);
    }

    /** DuckDB: a date or timestamp of a two-digit year, read as 1969 to 2068, moved into the century of the pivot. */
    Field<?> inCentury(Field<?> timestamp) {
        if (!pattern.has(DatePattern.Field.SHORT_YEAR) || pattern.hasForeignMonths()) {
            return timestamp;
        }
        int centuries = Math.floorDiv(pattern.pivot() - 1969 + 99, 100);
        int last = pattern.pivot() + 99 - 100 * centuries;
        Field<?> far = moved(timestamp, centuries - 1);
        Field<?> near = moved(timestamp, centuries);
        return Templates.field("case when year({0}) > " + last + " then {1} else {2} end", timestamp, far, near);
    }

    /** The 29th of February has no place in most other centuries and would move to the 28th. */
    private static Field<?> moved(Field<?> timestamp, int centuries) {
        return centuries == 0
                ? timestamp
                : Templates.field(
                        "case when day({0} + to_years(" + 100 * centuries + ")) = day({0}) then {0} + to_years("
                                + 100 * centuries + ") end",
                        timestamp);
    }

    static List<DateShapeSql> of(List<DatePattern> patterns, @Nullable Integer pivot, Dialect dialect) {
        return patterns.stream()
                .map(pattern -> new DateShapeSql(new DatePatternSql(pattern, pivot), dialect))
                .toList();
    }

    /** One field made of each shape and what it gave. */
    static List<Field<?>> each(
            List<DateShapeSql> shapes, List<Field<?>> fields, BiFunction<DateShapeSql, Field<?>, Field<?>> step) {
        List<Field<?>> made = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            made.add(step.apply(shapes.get(i), fields.get(i)));
        }
        return made;
    }

    /** The first that is not NULL. */
    static Field<?> first(List<Field<?>> fields) {
        return fields.size() == 1 ? fields.get(0) : Templates.field("coalesce({0})", DSL.list(fields));
    }

    boolean hasOffset() {
        return pattern.has(DatePattern.Field.OFFSET);
    }
}
