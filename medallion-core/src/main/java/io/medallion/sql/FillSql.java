package io.medallion.sql;

import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverColumn;
import org.jooq.Field;

/** Constants that stand for missing values. */
final class FillSql {

    private FillSql() {}

    /** The constant in the type of the column. */
    static Field<?> constant(NullPolicy.Fill fill, SilverColumn column, Rendering rendering) {
        ExpressionSql constants = new ExpressionSql(rendering, named -> {
            throw new IllegalStateException("a constant names a column: " + named);
        });
        return ColumnTypes.cast(constants.field(fill.value()), column.type(), rendering.dialect());
    }
}
