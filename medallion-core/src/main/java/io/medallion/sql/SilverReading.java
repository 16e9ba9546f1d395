package io.medallion.sql;

import io.medallion.spec.ExpressionParse;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.TextParse;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Bronze rows read as the columns of Silver: white space stripped, null words and blanks read as missing, the rest parsed, what
 * is missing filled. Per column there is its final value and whether the source's value was missing or was refused.
 */
final class SilverReading {

    private static final String BRONZE = "b";

    private final Rendering rendering;
    private final NestedSteps steps;
    private final List<SilverCell> cells = new ArrayList<>();

    /**
     * Reads these columns.
     *
     * @param bronze rows of Bronze under the alias {@code b}
     * @param carried Bronze columns that are wanted beside the values
     */
    SilverReading(
            Rendering rendering, List<SilverColumn> columns, Table<?> bronze, Condition where, List<String> carried) {
        this.rendering = rendering;
        this.steps = new NestedSteps(rendering, bronze, where);
        for (SilverColumn column : columns) {
            cells.add(cell(column, cells.size()));
        }
        for (int step = 0; step < SilverCell.STEPS; step++) {
            step(step, carried);
        }
    }

    private SilverCell cell(SilverColumn column, int number) {
        if (column.parse() instanceof ExpressionParse computed) {
            ComputedSql sql = new ComputedSql(computed, rendering, c -> rendering.field(BRONZE, c.column()));
            return new ComputedCell(steps, column, sql, number, rendering);
        }
        Field<?> raw = rendering.field(BRONZE, column.source());
        return column.parse() instanceof TextParse text
                ? new TextCell(steps, column, text, number, raw, rendering)
                : new TypedCell(steps, column, number, raw, rendering);
    }

    private void step(int step, List<String> carried) {
        for (int i = 0; i < carried.size(); i++) {
            String name = "carried" + i;
            steps.let(name, step == 0 ? rendering.field(BRONZE, carried.get(i)) : steps.value(name));
        }
        for (SilverCell cell : cells) {
            cell.step(step);
        }
        steps.take();
    }

    /** What the values stand in. */
    Table<?> from() {
        return steps.from();
    }

    Field<?> carried(int number) {
        return steps.value("carried" + number);
    }

    /** The final value of a column: NULL where it is missing and stays so, and where it is refused. */
    Field<?> value(int column) {
        return cells.get(column).value();
    }

    /** Whether the source gave no value. */
    Condition missing(int column) {
        return cells.get(column).missing();
    }

    /** Whether the source gave a value that cannot be read; no condition for columns that read everything. */
    Condition refused(int column) {
        return cells.get(column).refused();
    }
}
