package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.spec.SilverColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Rows that are equal once folded: grouped by what they are as read, then by what they are folded. */
final class NearCopiesSql {

    private static final String ROWS = "_rows";
    private static final String WAYS = "_ways";

    private final Rendering rendering;
    private final List<SilverColumn> columns;
    private final Table<?> bronze;

    NearCopiesSql(Rendering rendering, List<SilverColumn> columns, Table<?> bronze) {
        this.rendering = rendering;
        this.columns = columns;
        this.bronze = bronze;
    }

    /** One row per folded row, with how many rows it stands for and in how many ways they are written. */
    Table<?> groups() {
        List<SelectField<?>> selected = new ArrayList<>();
        List<Field<?>> folded = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Field<?> value = DSL.field(DSL.name("d", "v" + i));
            folded.add(text(i) ? FoldSql.folded(value, rendering) : value);
            selected.add(Templates.field(text(i) ? "case when min({0}) <> max({0}) then 1 else 0 end" : "0", value)
                    .as(DSL.name("d" + i)));
        }
        selected.add(Templates.field("sum({0})", DSL.field(DSL.name("d", ROWS))).as(DSL.name(ROWS)));
        selected.add(DSL.field("count(*)").as(DSL.name(WAYS)));
        return DSL.table(
                        "({0})",
                        rendering.dsl().select(selected).from(different()).groupBy(folded))
                .as(DSL.name("g"));
    }

    /** The different rows as read. */
    private Table<?> different() {
        SilverReading reading = new SilverReading(rendering, columns, bronze, DSL.noCondition(), List.of());
        List<Field<?>> values = IntStream.range(0, columns.size())
                .<Field<?>>mapToObj(
                        i -> text(i) ? Templates.field("coalesce({0}, '')", reading.value(i)) : reading.value(i))
                .toList();
        List<SelectField<?>> selected = new ArrayList<>();
        IntStream.range(0, columns.size())
                .forEach(i -> selected.add(values.get(i).as(DSL.name("v" + i))));
        selected.add(DSL.field("count(*)").as(DSL.name(ROWS)));
        return DSL.table(
                        "({0})",
                        rendering.dsl().select(selected).from(reading.from()).groupBy(values))
                .as(DSL.name("d"));
    }

    Field<?> rows() {
        return total("{0}", column(ROWS));
    }

    Field<?> equal() {
        return total("{0} - {1}", column(ROWS), column(WAYS));
    }

    Field<?> near() {
        return total("{0} - 1", column(WAYS));
    }

    List<Field<?>> differing() {
        return IntStream.range(0, columns.size())
                .<Field<?>>mapToObj(i -> total("{0}", column("d" + i)))
                .toList();
    }

    private boolean text(int column) {
        return columns.get(column).type().equals(ColumnType.TEXT);
    }

    private static Field<?> column(String name) {
        return DSL.field(DSL.name("g", name));
    }

    private static Field<?> total(String template, Field<?>... parts) {
        return Templates.field("coalesce(sum(" + template + "), 0)", parts);
    }
}
