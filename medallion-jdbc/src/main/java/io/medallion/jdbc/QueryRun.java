package io.medallion.jdbc;

import io.medallion.CallContext;
import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.Query;
import io.medallion.jdbc.store.Limits;
import io.medallion.jdbc.store.Session;
import io.medallion.jdbc.store.TableStateRow;
import io.medallion.jdbc.store.TableStates;
import io.medallion.route.Route;
import io.medallion.route.RouteRequest;
import io.medallion.route.TableState;
import io.medallion.semantic.SemanticQuery;
import io.medallion.spec.PipelineSpec;
import io.medallion.sql.SqlStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers one query: routed by the states and read from the tables of one moment. */
final class QueryRun {

    /** No version that Gold can have been built from. */
    private static final long IN_DOUBT = 0;

    private final Engine engine;

    QueryRun(Engine engine) {
        this.engine = engine;
    }

    Answer answer(SemanticQuery query, CallContext context) {
        Instant start = engine.database().clock().instant();
        Answered answered = engine.workspace()
                .readingPublished(
                        limits(context, start),
                        Answered.NOTHING,
                        session -> run(session, query, context),
                        Answered::isOf);
        if (answered.route() == null) {
            throw new MedallionException(Problem.at("pipeline '" + engine.pipeline() + "'", "holds nothing to ask yet.")
                    .advise("Load and build it first."));
        }
        return answer(
                answered, Duration.between(start, engine.database().clock().instant()));
    }

    private Answered run(Session session, SemanticQuery query, CallContext context) {
        PipelineSpec specs = new SpecBook(session, engine.pipeline()).inForce();
        RouteRequest request = RouteRequest.of(query, SpecBook.model(specs), specs.gold(), states(session))
                .under(engine.settings().accessPolicy(), context);
        Route route = engine.settings().router().route(request);
        Query limited = limited(route.query());
        SqlStatement statement = session.sql().query(limited, specs);
        Rows rows = Rows.of(session, statement, session.sql().types(limited, specs));
        return new Answered(route, statement.text(), rows);
    }

    /** One row more than the limit lets through tells that there are more. */
    private Query limited(Query query) {
        long most = engine.settings().rowLimit() + 1L;
        return query.limit() != null && query.limit() < most ? query : query.limited(most, query.offset());
    }

    private Answer answer(Answered answered, Duration duration) {
        int limit = engine.settings().rowLimit();
        Rows rows = answered.rows();
        boolean truncated = rows.values().size() > limit;
        return new Answer(
                rows.columns(),
                truncated ? rows.values().subList(0, limit) : rows.values(),
                truncated,
                Objects.requireNonNull(answered.route()),
                answered.sql(),
                duration);
    }

    private Limits limits(CallContext context, Instant start) {
        if (context.cancelled().getAsBoolean()) {
            throw new MedallionException(Problem.at("query", "was cancelled before it began."));
        }
        Duration timeout = engine.settings().timeout();
        Instant deadline = context.deadline();
        if (deadline != null) {
            Duration left = Duration.between(start, deadline);
            if (left.isNegative() || left.isZero()) {
                throw new MedallionException(Problem.at("query", "came after its deadline " + deadline + "."));
            }
            timeout = timeout.isZero() || left.compareTo(timeout) < 0 ? left : timeout;
        }
        return new Limits(timeout, context.cancelled());
    }

    /** A table whose version is in doubt is none to go by: Gold is not used, nor is Gold from such Silver. */
    private static List<TableState> states(Session session) {
        return new TableStates(session)
                .all().stream()
                        .filter(s -> !(s.inDoubt() && s.layer() == Layer.GOLD))
                        .map(s -> new TableState(
                                s.layer(),
                                s.table(),
                                s.inDoubt() ? IN_DOUBT : s.version(),
                                s.specFingerprint(),
                                BuiltFrom.fromJson(s.builtFrom()).versions(),
                                s.rows()))
                        .toList();
    }

    private record Answered(@Nullable Route route, String sql, Rows rows) {

        static final Answered NOTHING = new Answered(null, "", Rows.NONE);

        /** Whether the answer stands on this table. */
        boolean isOf(TableStateRow state) {
            return route != null
                    && (route.layer() == state.layer() && route.table().equals(state.table())
                            || route.reads().stream()
                                    .anyMatch(r -> r.layer() == state.layer()
                                            && r.table().equals(state.table())));
        }
    }
}
