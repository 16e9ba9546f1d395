package io.medallion.sql;

import io.medallion.spec.SilverColumn;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The columns of Silver as they stand in a table that is being built, where nothing was refused. Nothing is built beside them. */
final class StoredReading implements RowReading {

    private final Rendering rendering;
    private final List<SilverColumn> columns;
    private final TableName table;
    private final String alias;

    StoredReading(Rendering rendering, List<SilverColumn> columns, TableName table, String alias) {
        this.rendering = rendering;
        this.columns = columns;
        this.table = table;
        this.alias = alias;
    }

    @Override
    public Table<?> from() {
        return rendering.table(table).as(DSL.name(alias));
    }

    @Override
    public Field<?> value(int column) {
        return rendering.field(alias, columns.get(column).name());
    }

    @Override
    public Map<String, Field<?>> besides(int column) {
        return Map.of();
    }

    @Override
    public Condition missing(int column) {
        return Templates.condition("{0} is null", value(column));
    }

    @Override
    public Condition refused(int column) {
        return DSL.noCondition();
    }

    @Override
    public Condition unreadable(int column) {
        return DSL.noCondition();
    }

    @Override
    public Condition unknownUnit(int column) {
        return DSL.noCondition();
    }
}
