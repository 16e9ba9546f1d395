package io.medallion.route;

import io.medallion.ColumnType;
import io.medallion.Layer;
import io.medallion.expression.Scope;
import io.medallion.semantic.ResolvedQuery;
import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.DimensionGoldSpec;
import io.medallion.spec.GoldSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Uses Gold where it is certain to give Silver's answer. Holds no state. */
final class ExactQueryRouter implements QueryRouter {

    /** A Gold table that can answer. */
    private record Candidate(TableState state, GoldAnswer answer) {}

    @Override
    public Route route(RouteRequest request) {
        ResolvedQuery query = request.model().resolve(request.query());
        SeenQuery seen = SeenQuery.of(query, request);
        PublishedTables published = new PublishedTables(request.states());
        List<TableState> silver = published.silverOf(query);
        List<Candidate> candidates = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (GoldSpec gold : request.gold()) {
            try {
                candidates.add(candidate(gold, seen, published));
            } catch (Unanswerable why) {
                refusals.add(new Refusal(gold.table(), why.reason(), why.detail()));
            }
        }
        candidates.sort(Comparator.comparingLong((Candidate c) -> c.state().rows())
                .thenComparing(c -> c.answer().how())
                .thenComparing(c -> c.state().table()));
        List<String> alternatives =
                candidates.stream().skip(1).map(c -> c.state().table()).toList();
        if (candidates.isEmpty()) {
            return new Route(
                    Layer.SILVER,
                    query.base(),
                    Route.How.ROWS,
                    columns(query),
                    SilverAnswer.of(seen),
                    silver,
                    alternatives,
                    refusals);
        }
        Candidate best = candidates.get(0);
        return new Route(
                Layer.GOLD,
                best.state().table(),
                best.answer().how(),
                columns(query),
                best.answer().query(),
                List.of(best.state()),
                alternatives,
                refusals);
    }

    private static Candidate candidate(GoldSpec gold, SeenQuery seen, PublishedTables published) {
        if (!(gold instanceof AggregateGoldSpec aggregate)) {
            throw new Unanswerable(
                    RefusalReason.EXPR,
                    gold instanceof DimensionGoldSpec
                            ? "It is a dimension: it holds things, not the rows that are asked about."
                            : "It is a free query, from which no other answer can be told to follow.");
        }
        GoldAnswer answer = GoldAnswer.of(aggregate, seen);
        return new Candidate(published.current(aggregate), answer);
    }

    private static List<Route.Column> columns(ResolvedQuery query) {
        Map<String, Map<String, ColumnType>> types = new LinkedHashMap<>();
        query.inputs().forEach(input -> types.put(input.table(), input.types()));
        Scope scope = Scope.ofTables(types);
        List<Route.Column> columns = new ArrayList<>();
        query.groupings()
                .forEach(g ->
                        columns.add(new Route.Column(g.name(), g.expression().typeIn(scope), false)));
        query.measures()
                .forEach(m ->
                        columns.add(new Route.Column(m.name(), m.aggregate().typeIn(scope), true)));
        return columns;
    }
}
