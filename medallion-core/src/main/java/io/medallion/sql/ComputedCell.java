package io.medallion.sql;

import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverColumn;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** A value computed from Bronze columns; ready after the first step. */
final class ComputedCell implements SilverCell {

    private final NestedSteps steps;
    private final SilverColumn column;
    private final ComputedSql computed;
    private final int number;
    private final Rendering rendering;

    ComputedCell(NestedSteps steps, SilverColumn column, ComputedSql computed, int number, Rendering rendering) {
        this.steps = steps;
        this.column = column;
        this.computed = computed;
        this.number = number;
        this.rendering = rendering;
    }

    @Override
    public void step(int step) {
        if (step == 0) {
            steps.let("value" + number, computed.value());
            computed.refused().ifPresent(refused -> steps.let("refused" + number, DSL.field(refused)));
        } else {
            steps.keep("value" + number);
            if (canBeRefused()) {
                steps.keep("refused" + number);
            }
        }
    }

    private boolean canBeRefused() {
        return steps.has("refused" + number);
    }

    @Override
    public Field<?> value() {
        Field<?> value = steps.value("value" + number);
        return column.nulls() instanceof NullPolicy.Fill fill
                ? Templates.field(
                        "case when {0} then {1} else {2} end",
                        missing(), FillSql.constant(fill, column, rendering), value)
                : value;
    }

    @Override
    public Condition missing() {
        Condition absent = Templates.condition("{0} is null", steps.value("value" + number));
        return canBeRefused() ? absent.andNot(refused()) : absent;
    }

    @Override
    public Condition refused() {
        return canBeRefused()
                ? DSL.condition(steps.value("refused" + number).coerce(Boolean.class))
                : DSL.noCondition();
    }
}
