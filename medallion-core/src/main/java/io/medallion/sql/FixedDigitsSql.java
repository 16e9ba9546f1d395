package io.medallion.sql;

import io.medallion.spec.DatePattern.Element;
import io.medallion.spec.DatePattern.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * PostgreSQL: texts that are written in a pattern of fixed digits, told place by place. What two digits may be is looked up in a
 * list, which is hashed once for a statement; to describe the whole text by a regular expression takes three times as long.
 */
final class FixedDigitsSql {

    private final DatePatternSql pattern;
    private final org.jooq.Field<?> text;

    FixedDigitsSql(DatePatternSql pattern, org.jooq.Field<?> text) {
        this.pattern = pattern;
        this.text = text;
    }

    /** That there are digits in their places, within their ranges, but for the day. */
    Condition inPlace() {
        List<Condition> all = new ArrayList<>();
        all.add(like(mask(element -> "_")));
        for (Element element : pattern.elements()) {
            all.addAll(inRange(element, pattern.position(element)));
        }
        return DSL.and(all);
    }

    /** That the day, too, is a number, and on the calendar. */
    Condition onCalendar() {
        org.jooq.Field<?> day = part(Field.DAY);
        return DateShapeSql.onCalendar(between(day, 1, 28), day, part(Field.MONTH), part(Field.YEAR));
    }

    private List<Condition> inRange(Element element, int at) {
        return switch (element.field()) {
            case YEAR ->
                List.of(
                        between(part(at, 2), 0, 99),
                        between(part(at + 2, 2), 0, 99),
                        DSL.not(like(mask(other -> other == element ? "0" : "_"))));
            case SHORT_YEAR -> List.of(between(part(at, 2), 0, 99));
            case MONTH -> List.of(between(part(at, 2), 1, 12));
            case HOUR -> List.of(between(part(at, 2), 0, 23));
            case HALF_DAY_HOUR -> List.of(between(part(at, 2), 1, 12));
            case MINUTE, SECOND -> List.of(between(part(at, 2), 0, 59));
            case FRACTION -> List.of(Templates.condition("{0} !~ '[^0-9]'", part(at, element.width())));
            case DAY, LITERAL, MONTH_NAME, DAY_NAME, HALF_DAY, OFFSET -> List.of();
        };
    }

    private static Condition between(org.jooq.Field<?> digits, int least, int greatest) {
        String list = IntStream.rangeClosed(least, greatest)
                .mapToObj("%02d"::formatted)
                .collect(Collectors.joining(",", "{", "}"));
        return Templates.condition("{0} = any ({1})", digits, DSL.inline(list));
    }

    private org.jooq.Field<?> part(Field field) {
        Element element = pattern.elements().stream()
                .filter(e -> e.field() == field)
                .findFirst()
                .orElseThrow();
        return part(pattern.position(element), element.width());
    }

    /** Characters are counted from the nearest end: that is what a long text costs. */
    private org.jooq.Field<?> part(int at, int digits) {
        if (at == 1) {
            return Templates.field("left({0}, " + digits + ")", text);
        }
        return at + digits > pattern.length()
                ? Templates.field("right({0}, " + digits + ")", text)
                : Templates.field("substring({0}, " + at + ", " + digits + ")", text);
    }

    private Condition like(String mask) {
        return Templates.condition("{0} like {1}", text, DSL.inline(mask));
    }

    /** The pattern of LIKE with one character for every digit. */
    private String mask(Function<Element, String> digit) {
        return pattern.elements().stream()
                .map(element -> element.field() == Field.LITERAL
                        ? element.literal().replaceAll("[\\\\%_]", "\\\\$0")
                        : digit.apply(element).repeat(element.width()))
                .collect(Collectors.joining());
    }
}
