package io.medallion.sql;

import io.medallion.Layer;
import io.medallion.spec.Check;
import io.medallion.spec.CheckRule;
import io.medallion.spec.SilverColumn;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Values looked up in another Silver table. Its distinct values are joined once, so that no database runs a query for each row.
 */
final class SilverReferences {

    private final Rendering rendering;
    private final RowReading reading;
    private final List<SilverColumn> columns;

    SilverReferences(Rendering rendering, RowReading reading, List<SilverColumn> columns) {
        this.rendering = rendering;
        this.reading = reading;
        this.columns = columns;
    }

    /** What the values stand in, beside each the value it refers to, or NULL where there is none. */
    Table<?> from() {
        Table<?> from = reading.from();
        for (int i = 0; i < columns.size(); i++) {
            for (CheckRule.References rule : of(columns.get(i))) {
                from = from.leftJoin(known(rule).as(alias(i, rule))).on(same(i, rule));
            }
        }
        return from;
    }

    /** The same as part of a step, for conditions that are judged in it. */
    void join(NestedSteps steps) {
        for (int i = 0; i < columns.size(); i++) {
            for (CheckRule.References rule : of(columns.get(i))) {
                steps.join(known(rule).as(alias(i, rule)), same(i, rule));
            }
        }
    }

    private Table<?> known(CheckRule.References rule) {
        return DSL.table(
                "(select distinct {0} as {1} from {2} where {0} is not null)",
                rendering.field(rule.column()),
                DSL.name("known"),
                rendering.name(rendering.naming().table(Layer.SILVER, rule.table())));
    }

    private Condition same(int column, CheckRule.References rule) {
        return Templates.condition("{0} = {1}", known(column, rule), reading.value(column));
    }

    Condition fails(int column, CheckRule.References rule) {
        return Templates.condition("{0} is not null and {1} is null", reading.value(column), known(column, rule));
    }

    private static Field<?> known(int column, CheckRule.References rule) {
        return DSL.field(DSL.name(alias(column, rule), "known"));
    }

    private static String alias(int column, CheckRule.References rule) {
        return "ref" + column + "_" + rule.table() + "." + rule.column();
    }

    private static Set<CheckRule.References> of(SilverColumn column) {
        Set<CheckRule.References> references = new LinkedHashSet<>();
        for (Check check : column.checks()) {
            if (check.rule() instanceof CheckRule.References reference) {
                references.add(reference);
            }
        }
        return references;
    }
}
