package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.Layer;
import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.DimensionGoldSpec;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.Grouping;
import io.medallion.sql.PublishSql.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Gold tables: built beside, audited, published. */
final class GoldSql {

    private final Rendering rendering;
    private final PublishSql publish;

    GoldSql(Rendering rendering) {
        this.rendering = rendering;
        this.publish = new PublishSql(rendering);
    }

    SqlScript build(GoldSpec spec, Publish how) {
        TableName table = rendering.naming().table(Layer.GOLD, spec.table());
        TableName next = rendering.naming().next(table);
        List<SqlStatement> statements = new ArrayList<>(publish.clear(List.of(table)));
        statements.add(RowsTable.make(rendering, next, "build " + table, columns(spec), rows(spec)));
        if (spec instanceof AggregateGoldSpec aggregate) {
            List<String> groups =
                    aggregate.groupings().stream().map(Grouping::name).toList();
            statements.add(
                    groups.isEmpty()
                            ? oneRow(table, next)
                            : unique(groups, "groups that occur more than once: ", table, next));
        }
        if (spec instanceof DimensionGoldSpec dimension) {
            statements.add(unique(List.of(dimension.surrogateKey()), "keys that occur more than once: ", table, next));
        }
        statements.addAll(publish.publish(
                List.of(new Published(table, spec.columnNames(), TableTypes.of(spec, rendering))), how));
        return SqlScript.of(statements);
    }

    /** Only where all of them are known, for their order must be that of the query. */
    private Map<String, ColumnType> columns(GoldSpec spec) {
        Map<String, ColumnType> types = TableTypes.of(spec, rendering);
        return types.size() == spec.columnNames().size() ? types : Map.of();
    }

    /** The rows of a Gold table, from Silver. */
    Select<?> rows(GoldSpec spec) {
        return new QuerySql(rendering, TableTypes.of(spec.inputs())).select(TableTypes.query(spec));
    }

    private SqlStatement oneRow(TableName table, TableName next) {
        return audit("count(*) <> 1", "one row is expected, not ", table, rendering.table(next));
    }

    private SqlStatement unique(List<String> columns, String wrong, TableName table, TableName next) {
        List<Field<Object>> keys = columns.stream().map(rendering::field).toList();
        Table<?> repeated = DSL.table(rendering
                        .dsl()
                        .select(Templates.field("count(*)").as(DSL.name("rows")))
                        .from(rendering.table(next))
                        .groupBy(keys)
                        .having(Templates.condition("count(*) > 1")))
                .as(DSL.name("repeated"));
        return audit("count(*) > 0", wrong, table, repeated);
    }

    private SqlStatement audit(String found, String wrong, TableName table, Table<?> rows) {
        Field<?> message = LiteralSql.text(table + ": " + wrong, rendering.dialect());
        Field<?> problem = Templates.field("case when " + found + " then concat({0}, count(*)) end", message);
        return AuditSql.statement(
                rendering,
                "audit " + table,
                rendering.dsl().select(problem.as(DSL.name("problem"))).from(rows));
    }
}
