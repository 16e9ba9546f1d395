package io.medallion.jdbc;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Query;
import io.medallion.expression.Relation;
import io.medallion.jdbc.store.Limits;
import io.medallion.spec.LayerSpec;
import io.medallion.spec.PipelineSpec;
import io.medallion.sql.SqlGenerator;
import io.medallion.sql.SqlStatement;
import java.util.List;

/** The first rows of a built table. */
final class Head {

    private final Engine engine;

    Head(Engine engine) {
        this.engine = engine;
    }

    Preview of(LayerSpec spec, List<String> columns, int n) {
        if (n < 1) {
            throw new MedallionException(
                    Problem.at("the first " + n + " rows", "show nothing.").advise("Ask for at least 1."));
        }
        List<ColumnRef> references =
                columns.stream().map(c -> ColumnRef.of("t", c)).toList();
        Query query = Query.from(new Relation.TableRelation(spec.layer(), spec.table(), "t"))
                .select(references.stream().map(Query.Selected::of).toList())
                .orderBy(references.stream().map(Query.Order::ascending).toList())
                .limit((long) n)
                .build();
        SqlGenerator sql = engine.database().sql();
        PipelineSpec specs = engine.specs();
        SqlStatement statement = sql.query(query, specs);
        Rows rows = engine.readingPublished(
                Limits.timeout(engine.settings().timeout()),
                Rows.NONE,
                spec.layer(),
                spec.table(),
                session -> Rows.of(session, statement, sql.types(query, specs)));
        return new Preview(rows.columns(), rows.values(), statement.text());
    }
}
