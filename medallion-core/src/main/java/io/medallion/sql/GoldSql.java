package io.medallion.sql;

import io.medallion.Layer;
import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.GoldSpec;
import java.util.ArrayList;
import java.util.List;
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

    SqlScript build(GoldSpec spec) {
        TableName table = rendering.naming().table(Layer.GOLD, spec.table());
        TableName next = rendering.naming().next(table);
        List<SqlStatement> statements = new ArrayList<>(publish.clear(List.of(table)));
        statements.add(publish.make(next, "build " + table, rows(spec)));
        if (spec instanceof AggregateGoldSpec aggregate) {
            statements.add(audit(aggregate, table, next));
        }
        statements.addAll(publish.publish(List.of(table)));
        statements.addAll(publish.clean(List.of(table)));
        return SqlScript.of(statements);
    }

    /** The rows of a Gold table, from Silver. */
    Select<?> rows(GoldSpec spec) {
        return new QuerySql(rendering, TableTypes.of(spec.inputs())).select(TableTypes.query(spec));
    }

    private SqlStatement audit(AggregateGoldSpec spec, TableName table, TableName next) {
        String wrong = spec.groupings().isEmpty()
                ? table + ": one row is expected, not "
                : table + ": groups that occur more than once: ";
        Field<?> message = LiteralSql.text(wrong, rendering.dialect());
        String found = spec.groupings().isEmpty() ? "count(*) <> 1" : "count(*) > 0";
        Field<?> problem = Templates.field("case when " + found + " then concat({0}, count(*)) end", message);
        return AuditSql.statement(
                rendering,
                "audit " + table,
                rendering
                        .dsl()
                        .select(problem.as(DSL.name("problem")))
                        .from(spec.groupings().isEmpty() ? rendering.table(next) : repeated(spec, next)));
    }

    private Table<?> repeated(AggregateGoldSpec spec, TableName next) {
        List<Field<Object>> keys =
                spec.groupings().stream().map(g -> rendering.field(g.name())).toList();
        return DSL.table(rendering
                        .dsl()
                        .select(Templates.field("count(*)").as(DSL.name("rows")))
                        .from(rendering.table(next))
                        .groupBy(keys)
                        .having(Templates.condition("count(*) > 1")))
                .as(DSL.name("repeated"));
    }
}
