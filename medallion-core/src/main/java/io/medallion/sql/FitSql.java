package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.expression.Cast;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Scope;
import io.medallion.spec.Check;
import io.medallion.spec.CheckAction;
import io.medallion.spec.CheckRule;
import io.medallion.spec.NullPolicy.Statistic;
import io.medallion.spec.SilverColumn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * What a mean, median or mode is worked out from, as one row or two: text, the number of values, and the place in the order of
 * rows. No database has a median or a mode of its own that all of them share, so both are found by counting.
 */
final class FitSql {

    private final Rendering rendering;
    private final Dialect dialect;
    private final SilverColumn column;
    private final SilverReading reading;

    /**
     * @param reading the column over the distinct values of its sources, first carrying how many rows each stands in
     */
    FitSql(Rendering rendering, SilverColumn column, SilverReading reading) {
        this.rendering = rendering;
        this.dialect = rendering.dialect();
        this.column = column;
        this.reading = reading;
    }

    Field<?> found() {
        return fitted("found");
    }

    Field<?> values() {
        return fitted("n");
    }

    Field<?> place() {
        return fitted("place");
    }

    private static Field<Object> fitted(String name) {
        return DSL.field(DSL.name("f", name), Object.class);
    }

    Table<?> from(Statistic statistic) {
        return switch (statistic) {
            case MEAN -> mean();
            case MEDIAN -> median();
            case MODE -> mode();
        };
    }

    private Table<?> mean() {
        return table(
                "(select {0} as {1}, coalesce(sum({2}), 0) as {3}, 0 as {4} from {5})",
                ColumnTypes.cast(
                        Templates.field("sum({0} * {1})", addable(value("v")), value("n")), ColumnType.TEXT, dialect),
                DSL.name("found"),
                value("n"),
                DSL.name("n"),
                DSL.name("place"),
                counted());
    }

    /** Exact for everything but doubles; the sum of a type is of a wider one in every database. */
    private Field<?> addable(Field<?> value) {
        ColumnType type = column.type();
        return switch (type.kind()) {
            case DOUBLE -> value;
            case DATE ->
                ColumnTypes.cast(
                        new CalendarSql(new ExpressionSql(rendering, c -> value))
                                .daysBetween(DSL.field("date '1970-01-01'"), value),
                        ColumnType.decimal(38, 0),
                        dialect);
            default -> ColumnTypes.cast(value, ColumnType.decimal(38, type.scale()), dialect);
        };
    }

    /** The value with so many rows before it and up to it that the middle one, or one of the two, is among its own. */
    private Table<?> median() {
        return table(
                "(select {0} as {1}, {2} as {3}, {4} as {5} from (select {6}, {7},"
                        + " sum({7}) over (order by {6} rows between unbounded preceding and current row) as {8},"
                        + " sum({7}) over () as {9} from {10}) as {11}"
                        + " where 2 * {12} >= {2} and 2 * ({12} - {13}) <= {2})",
                text(placed("v")),
                DSL.name("found"),
                placed("all_values"),
                DSL.name("n"),
                placed("up_to"),
                DSL.name("place"),
                value("v"),
                value("n"),
                DSL.name("up_to"),
                DSL.name("all_values"),
                counted(),
                DSL.name("p"),
                placed("up_to"),
                placed("n"));
    }

    private Table<?> mode() {
        return table(
                "(select {0} as {1}, {2} as {3}, 0 as {4} from (select {5}, sum({6}) over () as {7},"
                        + " row_number() over (order by {6} desc, {5}) as {8} from {9}) as {10} where {11} = 1)",
                text(placed("v")),
                DSL.name("found"),
                placed("all_values"),
                DSL.name("n"),
                DSL.name("place"),
                value("v"),
                value("n"),
                DSL.name("all_values"),
                DSL.name("rank_of"),
                counted(),
                DSL.name("p"),
                placed("rank_of"));
    }

    private static Table<?> table(String template, QueryPart... parts) {
        return DSL.table(template, parts).as(DSL.name("f"));
    }

    private static Field<?> value(String name) {
        return DSL.field(DSL.name("d", name), Object.class);
    }

    private static Field<?> placed(String name) {
        return DSL.field(DSL.name("p", name), Object.class);
    }

    private Field<?> text(Field<?> value) {
        return new ExpressionSql(rendering, c -> value, Scope.of(Map.of("v", column.type())))
                .field(new Cast(ColumnRef.of("v"), ColumnType.TEXT));
    }

    /** The values that count, each once, with the number of its rows. */
    private QueryPart counted() {
        Select<?> counted = rendering
                .dsl()
                .select(
                        reading.value(0).as(DSL.name("v")),
                        Templates.field("sum({0})", reading.carried(0)).as(DSL.name("n")))
                .from(reading.from())
                .where(counts())
                .groupBy(reading.value(0));
        return DSL.sql("({0}) as {1}", counted, DSL.name("d"));
    }

    private Condition counts() {
        Condition counts = Templates.condition("{0} is not null", reading.value(0));
        for (SilverRules.Rule rule : rules()) {
            counts = counts.and(Templates.condition("case when {0} then 0 else 1 end = 1", rule.fails()));
        }
        return counts;
    }

    private List<SilverRules.Rule> rules() {
        List<Check> own = column.checks().stream()
                .filter(c -> c.action() == CheckAction.REJECT && looksAtNothingElse(c.rule()))
                .toList();
        return new SilverRules(List.of(column.withChecks(own)), reading, rendering).checks(0);
    }

    private boolean looksAtNothingElse(CheckRule rule) {
        return !(rule instanceof CheckRule.References)
                && !(rule instanceof CheckRule.Holds holds
                        && holds.predicate().columns().stream()
                                .anyMatch(c -> !Set.of(column.name()).contains(c.column())));
    }
}
