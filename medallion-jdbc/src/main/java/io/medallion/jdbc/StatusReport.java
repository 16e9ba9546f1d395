package io.medallion.jdbc;

import io.medallion.Layer;
import io.medallion.jdbc.PipelineStatus.State;
import io.medallion.jdbc.PipelineStatus.Table;
import io.medallion.jdbc.store.BatchRow;
import io.medallion.jdbc.store.Batches;
import io.medallion.jdbc.store.BuildLog;
import io.medallion.jdbc.store.BuildRow;
import io.medallion.jdbc.store.Session;
import io.medallion.jdbc.store.TableStateRow;
import io.medallion.jdbc.store.TableStates;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.LayerSpec;
import io.medallion.spec.PipelineSpec;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks how current each table of a pipeline is. */
final class StatusReport {

    private static final String IN_DOUBT =
            "publishing its last build was cut off: which version readers see is in doubt";

    private final Session session;
    private final String pipeline;
    private final PipelineSpec specs;

    private StatusReport(Session session, String pipeline) {
        this.session = session;
        this.pipeline = pipeline;
        this.specs = new SpecBook(session, pipeline).inForce();
    }

    /** The status of every table that is built or could be: each Bronze table has a Silver one to come. */
    static PipelineStatus of(Engine engine, List<String> bronze) {
        PipelineStatus nothing = new PipelineStatus(
                engine.pipeline(),
                bronze.stream()
                        .map(t -> missing(Layer.BRONZE, t, "never loaded"))
                        .toList());
        return engine.reading(nothing, session -> new StatusReport(session, engine.pipeline()).report(bronze));
    }

    /** Why a table has to be built again, or empty when it shows what it should. */
    static Optional<String> whyStale(Session session, LayerSpec spec) {
        Optional<TableStateRow> state = new TableStates(session).of(spec.layer(), spec.table());
        if (state.isEmpty()) {
            return Optional.of("never built");
        }
        if (!state.get().specFingerprint().equals(spec.fingerprint())) {
            return Optional.of("its spec has changed");
        }
        if (state.get().inDoubt()) {
            return Optional.of(IN_DOUBT);
        }
        BuiltFrom then = BuiltFrom.fromJson(state.get().builtFrom());
        List<String> moved = BuiltFrom.now(session, spec).versions().entrySet().stream()
                .filter(now -> !now.getValue().equals(then.versions().get(now.getKey())))
                .map(now -> BuiltFrom.named(below(spec.layer()), now.getKey()))
                .sorted()
                .toList();
        return moved.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", moved) + " changed since");
    }

    private PipelineStatus report(List<String> bronze) {
        List<Table> tables = new ArrayList<>();
        bronze.stream().sorted().forEach(table -> tables.add(bronze(table)));
        bronze.stream()
                .sorted()
                .filter(table -> specs.silver().stream().noneMatch(s -> s.from().equals(table)))
                .forEach(table -> tables.add(unbuilt(table)));
        specs.silver().forEach(spec -> tables.add(table(spec, null)));
        for (GoldSpec spec : specs.gold()) {
            tables.add(table(spec, staleInput(spec)));
        }
        tables.sort((a, b) -> a.layer() == b.layer()
                ? a.table().compareTo(b.table())
                : a.layer().compareTo(b.layer()));
        return new PipelineStatus(pipeline, tables);
    }

    private Table bronze(String table) {
        List<BatchRow> batches = new Batches(session).inForce(table);
        if (batches.isEmpty()) {
            return missing(Layer.BRONZE, table, "never loaded");
        }
        BatchRow last = batches.get(batches.size() - 1);
        long rows = batches.stream().mapToLong(BatchRow::rows).sum();
        return new Table(Layer.BRONZE, table, State.FRESH, "", last.sequence(), rows, last.loadedAt());
    }

    private Table unbuilt(String table) {
        Optional<BuildRow> last = lastBuild(Layer.SILVER, table);
        State state = last.map(row -> ended(row)).orElse(State.MISSING);
        return new Table(Layer.SILVER, table, state, last.map(this::whyEnded).orElse("never built"), 0, 0, null);
    }

    private Table table(LayerSpec spec, @Nullable String otherReason) {
        Optional<TableStateRow> state = new TableStates(session).of(spec.layer(), spec.table());
        Optional<BuildRow> last = lastBuild(spec.layer(), spec.table());
        String why = whyStale(session, spec).orElse(otherReason == null ? "" : otherReason);
        State now = why.isEmpty() ? State.FRESH : state.isEmpty() ? State.MISSING : State.STALE;
        if (last.isPresent() && !last.get().status().equals(Build.Status.PUBLISHED.name())) {
            now = ended(last.get());
            why = whyEnded(last.get()) + (state.isPresent() && state.get().inDoubt() ? " (" + IN_DOUBT + ")" : "");
        }
        return new Table(
                spec.layer(),
                spec.table(),
                now,
                why,
                state.map(TableStateRow::version).orElse(0L),
                state.map(TableStateRow::rows).orElse(0L),
                state.map(TableStateRow::publishedAt).orElse(null));
    }

    private @Nullable String staleInput(GoldSpec spec) {
        return specs.silver().stream()
                .filter(silver -> spec.inputs().stream().anyMatch(i -> i.table().equals(silver.table())))
                .filter(silver -> whyStale(session, silver).isPresent())
                .map(SilverSpec::table)
                .findFirst()
                .map(table -> LayerBuilder.named(Layer.SILVER, table) + " is stale")
                .orElse(null);
    }

    private Optional<BuildRow> lastBuild(Layer layer, String table) {
        return new BuildLog(session).newest(pipeline, layer, table);
    }

    private static State ended(BuildRow row) {
        return switch (Build.Status.valueOf(row.status())) {
            case RUNNING -> State.BUILDING;
            case FAILED -> State.FAILED;
            case PUBLISHED -> State.MISSING;
        };
    }

    private String whyEnded(BuildRow row) {
        return switch (Build.Status.valueOf(row.status())) {
            case RUNNING -> "building since " + row.startedAt();
            case FAILED -> row.error() == null ? "the last build failed" : row.error();
            case PUBLISHED -> "dropped";
        };
    }

    private static Table missing(Layer layer, String table, String why) {
        return new Table(layer, table, State.MISSING, why, 0, 0, null);
    }

    private static Layer below(Layer layer) {
        return layer == Layer.GOLD ? Layer.SILVER : Layer.BRONZE;
    }
}
