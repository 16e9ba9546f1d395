package io.medallion.route;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.semantic.ResolvedQuery;
import io.medallion.spec.GoldInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query under the rights of its caller.
 *
 * @param query the query as asked
 * @param rows for each Silver table of which only some rows may be seen, which ones, columns qualified
 */
record SeenQuery(ResolvedQuery query, Map<String, Expression> rows) {

    static SeenQuery of(ResolvedQuery query, RouteRequest request) {
        Map<String, Expression> rows = new LinkedHashMap<>();
        List<Problem> hidden = new ArrayList<>();
        Set<ColumnRef> used = columns(query);
        for (GoldInput input : query.inputs()) {
            TableAccess access = request.policy().access(input.table(), request.context());
            used.stream()
                    .filter(c -> input.table().equals(c.table())
                            && access.hiddenColumns().contains(c.column()))
                    .forEach(c -> hidden.add(Problem.at("column '" + c.text() + "'", "is hidden from this caller.")
                            .advise("Ask without it.")));
            if (access.rows() != null) {
                rows.put(input.table(), access.rows().rename(c -> c.in(input.table())));
            }
        }
        if (!hidden.isEmpty()) {
            throw new MedallionException(hidden, null);
        }
        return new SeenQuery(query, rows);
    }

    /** Which rows of the base table may be seen; null for all. */
    @Nullable
    Expression baseRows() {
        return rows.get(query.base());
    }

    private static Set<ColumnRef> columns(ResolvedQuery query) {
        Set<ColumnRef> columns = new LinkedHashSet<>();
        query.groupings().forEach(g -> columns.addAll(g.expression().columns()));
        query.measures().forEach(m -> columns.addAll(m.aggregate().columns()));
        Stream.ofNullable(query.filter()).forEach(f -> columns.addAll(f.columns()));
        query.joins().forEach(j -> {
            columns.addAll(j.from());
            columns.addAll(j.to());
        });
        return columns;
    }
}
