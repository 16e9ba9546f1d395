package io.medallion.sql;

import io.medallion.expression.Query;
import io.medallion.spec.PipelineSpec;

/** Being built. */
final class QuerySql {

    QuerySql(Rendering rendering) {}

    QuerySql typed(PipelineSpec tables) {
        return this;
    }

    SqlStatement statement(Query query) {
        throw new IllegalStateException("not built yet: " + query);
    }
}
