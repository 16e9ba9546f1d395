package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.Layer;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import io.medallion.spec.Units;
import io.medallion.sql.SqlScript.Step;
import io.medallion.unit.Dimension;
import io.medallion.unit.Unit;
import io.medallion.unit.UnitCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The table {@code dim_units} beside the Silver tables: the units of every dimension they use, with their factors. A build brings
 * it up to what the library knows before it joins it; what only looks at Bronze makes do with the same rows written out.
 */
final class UnitTable {

    private static final String NAME = "dim_units";

    private static final List<String> FACTORS = List.of("code", "numerator", "denominator", "base_offset");

    private final Rendering rendering;
    private final boolean stored;

    private UnitTable(Rendering rendering, boolean stored) {
        this.rendering = rendering;
        this.stored = stored;
    }

    /** The table as a build has filled it. */
    static UnitTable stored(Rendering rendering) {
        return new UnitTable(rendering, true);
    }

    /** Its rows as constants, for statements that write nothing. */
    static UnitTable inline(Rendering rendering) {
        return new UnitTable(rendering, false);
    }

    /** The units of a column under an alias. */
    Table<?> of(Units units, String alias) {
        return stored
                ? rendering.table(name()).as(DSL.name(alias))
                : DSL.table("({0})", values(units.units())).as(DSL.name(alias));
    }

    private TableName name() {
        return rendering.naming().table(Layer.SILVER, NAME);
    }

    private static Map<String, ColumnType> columns() {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put("code", ColumnType.TEXT);
        columns.put("dimension", ColumnType.TEXT);
        columns.put("name", ColumnType.TEXT);
        columns.put("ucum", ColumnType.TEXT);
        columns.put("base", ColumnType.TEXT);
        columns.put("numerator", ColumnType.decimal(ColumnType.MAX_PRECISION, 0));
        columns.put("denominator", ColumnType.decimal(ColumnType.MAX_PRECISION, 0));
        columns.put("base_offset", ColumnType.decimal(10, 2));
        return columns;
    }

    /** The table, and in it exactly what the library knows of the dimensions a Silver table uses; nothing for one without units. */
    List<SqlStatement> fill(SilverSpec spec) {
        TreeSet<Dimension> dimensions = new TreeSet<>();
        spec.columns().stream()
                .map(SilverColumn::unit)
                .filter(Objects::nonNull)
                .forEach(u -> dimensions.add(u.target().dimension()));
        List<SqlStatement> statements = new ArrayList<>();
        if (!dimensions.isEmpty()) {
            statements.add(create());
        }
        for (Dimension dimension : dimensions) {
            List<Unit> units = UnitCatalogue.of(dimension);
            statements.add(deleteOthers(dimension, units));
            statements.add(insertMissing(dimension, units));
        }
        return statements;
    }

    private SqlStatement create() {
        List<QueryPart> parts = new ArrayList<>();
        columns()
                .forEach((column, type) -> parts.add(
                        DSL.sql("{0} {1} not null", DSL.name(column), ColumnTypes.column(type, rendering.dialect()))));
        return rendering.statement(
                Step.STAGE,
                "table " + name(),
                DSL.sql("create table if not exists {0} ({1})", rendering.name(name()), DSL.list(parts)));
    }

    private SqlStatement deleteOthers(Dimension dimension, List<Unit> units) {
        return rendering.statement(
                Step.STAGE,
                "remove what are no units of " + dimension,
                DSL.sql(
                        "delete from {0} where {1} = {2} and ({3}, {4}, {5}, {6}) not in ({7})",
                        rendering.name(name()),
                        DSL.name("dimension"),
                        text(dimension.name()),
                        DSL.name("code"),
                        DSL.name("numerator"),
                        DSL.name("denominator"),
                        DSL.name("base_offset"),
                        DSL.list(units.stream().map(this::factors).toList())));
    }

    private SqlStatement insertMissing(Dimension dimension, List<Unit> units) {
        List<QueryPart> selects = new ArrayList<>();
        for (Unit unit : units) {
            selects.add(DSL.sql(
                    "select {0} where not exists (select 1 from {1} where {2} = {3})",
                    DSL.list(List.of(
                            text(unit.code()),
                            text(dimension.name()),
                            text(unit.name()),
                            text(unit.ucum()),
                            text(dimension.base()),
                            number(new BigDecimal(unit.numerator())),
                            number(new BigDecimal(unit.denominator())),
                            number(unit.offset()))),
                    rendering.name(name()),
                    DSL.name("code"),
                    text(unit.code())));
        }
        return rendering.statement(
                Step.STAGE,
                "add units of " + dimension,
                DSL.sql(
                        "insert into {0} ({1})\n{2}",
                        rendering.name(name()),
                        DSL.list(columns().keySet().stream().map(DSL::name).toList()),
                        joined(selects, "\nunion all ")));
    }

    private QueryPart values(List<Unit> units) {
        List<QueryPart> selects = new ArrayList<>();
        for (Unit unit : units) {
            List<QueryPart> named = new ArrayList<>();
            List<QueryPart> parts = parts(unit);
            for (int i = 0; i < parts.size(); i++) {
                named.add(DSL.sql("{0} as {1}", parts.get(i), DSL.name(FACTORS.get(i))));
            }
            selects.add(DSL.sql("select {0}", DSL.list(named)));
        }
        return joined(selects, " union all ");
    }

    private QueryPart factors(Unit unit) {
        return DSL.sql("({0})", DSL.list(parts(unit)));
    }

    private List<QueryPart> parts(Unit unit) {
        return List.of(
                text(unit.code()),
                number(new BigDecimal(unit.numerator())),
                number(new BigDecimal(unit.denominator())),
                number(unit.offset()));
    }

    private static QueryPart joined(List<QueryPart> parts, String between) {
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            template.append(i == 0 ? "" : between).append('{').append(i).append('}');
        }
        return DSL.sql(template.toString(), parts.toArray(QueryPart[]::new));
    }

    private Field<?> text(String value) {
        return LiteralSql.text(value, rendering.dialect());
    }

    private static Field<?> number(BigDecimal value) {
        return DSL.field(DSL.raw(value.toPlainString()));
    }
}
