package io.medallion.route;

/**
 * Decides which table answers a semantic query. Implementations are thread-safe, deterministic, and never give a table whose
 * answer differs from that of Silver.
 */
@FunctionalInterface
public interface QueryRouter {

    /**
     * The verdict on one query.
     *
     * @throws io.medallion.MedallionException when no layer may answer it as asked: unknown or ambiguous names, measures that
     *     make no sense, columns that are hidden from the caller, Silver tables that are not built
     */
    Route route(RouteRequest request);

    /**
     * The router that uses a Gold table only where its answer is exactly that of Silver: built by its current definition from
     * the current versions, holding every group and number needed. Of several the one with the fewest rows; else Silver.
     */
    static QueryRouter exact() {
        return new ExactQueryRouter();
    }
}
