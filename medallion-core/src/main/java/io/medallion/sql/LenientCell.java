package io.medallion.sql;

import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverColumn;
import org.jooq.Condition;
import org.jooq.Field;

/** A column in which a value that cannot be read counts as missing. */
final class LenientCell implements SilverCell {

    private final SilverCell read;
    private final SilverColumn column;
    private final Rendering rendering;

    /**
     * @param read the column without filling in anything, so that NULL is what is missing or cannot be read
     */
    LenientCell(SilverCell read, SilverColumn column, Rendering rendering) {
        this.read = read;
        this.column = column;
        this.rendering = rendering;
    }

    /** The column as it is read, whatever becomes of what cannot be. */
    SilverCell read() {
        return read;
    }

    @Override
    public void step(int step) {
        read.step(step);
    }

    @Override
    public Field<?> value() {
        return column.nulls() instanceof NullPolicy.Fill fill
                ? Templates.field("coalesce({0}, {1})", given(), FillSql.constant(fill, column, rendering))
                : given();
    }

    /** A number whose unit is not known is none. */
    private Field<?> given() {
        return read instanceof UnitCell cell
                ? Templates.field("case when {0} is not null then {1} end", cell.unit(), cell.value())
                : read.value();
    }

    @Override
    public Condition missing() {
        return Templates.condition("{0} is null", given());
    }

    @Override
    public Condition refused() {
        return read.refused();
    }
}
