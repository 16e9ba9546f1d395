package io.medallion.jdbc.measure;

import io.medallion.jdbc.load.BronzeLoader;
import io.medallion.jdbc.load.LoadRequest;
import io.medallion.jdbc.source.Source;
import io.medallion.jdbc.store.Database;
import io.medallion.jdbc.store.OwnSchema;
import io.medallion.plan.PlanContext;
import io.medallion.plan.PlanRequest;
import io.medallion.plan.Probe;
import io.medallion.plan.ProbeQuestion;
import io.medallion.plan.SilverPlan;
import io.medallion.plan.SilverPlanner;
import io.medallion.profile.TableProfile;
import io.medallion.spec.BronzeSpec;
import io.medallion.sql.Naming;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Bronze table in memory, and what can be measured of it. */
final class MeasuredTable implements AutoCloseable {

    private final Database database;
    private final BronzeSpec bronze;

    private MeasuredTable(Database database, BronzeSpec bronze) {
        this.database = database;
        this.bronze = bronze;
    }

    static MeasuredTable of(String table, List<String> columns, Stream<@Nullable String[]> rows) {
        AtomicInteger ids = new AtomicInteger();
        Database database = Database.inMemory(
                Map.of(),
                Naming.schemaPerLayer(),
                Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC),
                () -> "id" + ids.incrementAndGet());
        new OwnSchema(database).migrate();
        Source source = Source.rows(table, columns, sink -> rows.forEach(sink::row));
        BronzeSpec spec = new BronzeLoader(database)
                .load(LoadRequest.of("shop", source, null))
                .spec();
        return new MeasuredTable(database, spec);
    }

    /** One column of these values. */
    static MeasuredTable column(String name, Stream<String> values) {
        return of("t", List.of(name), values.map(v -> new String[] {v}));
    }

    BronzeSpec bronze() {
        return bronze;
    }

    TableProfile profile() {
        return profile(Profiler.EXACT_ROWS);
    }

    TableProfile profile(long exactRows) {
        return database.inTransaction(
                session -> Profiler.using(session.sql()).exactUpTo(exactRows).bronze(session.connection(), bronze));
    }

    <A> A answer(ProbeQuestion<A> question) {
        return probe().ask(List.of(question)).to(question).orElseThrow();
    }

    SilverPlan plan() {
        return SilverPlanner.ruleBased().plan(request());
    }

    PlanRequest request() {
        PlanContext context = new PlanContext(PlanContext.DEFAULT.call(), 1, 0, LocalDate.of(2026, 3, 1));
        return PlanRequest.of(bronze, profile(), probe()).in(context);
    }

    private Probe probe() {
        return questions -> database.inTransaction(
                session -> new DatabaseProbe(session.sql(), session.connection(), bronze).ask(questions));
    }

    @Override
    public void close() {
        database.close();
    }
}
