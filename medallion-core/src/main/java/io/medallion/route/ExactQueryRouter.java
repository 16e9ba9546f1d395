package io.medallion.route;

final class ExactQueryRouter implements QueryRouter {
    @Override
    public Route route(RouteRequest request) {
        throw new IllegalStateException("no route for " + request.query());
    }
}
