package io.medallion.jdbc;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.jdbc.build.BuildCounts;
import io.medallion.jdbc.build.BuildStepFailedException;
import io.medallion.jdbc.build.Publication;
import io.medallion.jdbc.build.TableBuild;
import io.medallion.jdbc.store.BuildLog;
import io.medallion.jdbc.store.BuildReasonRow;
import io.medallion.jdbc.store.BuildRow;
import io.medallion.jdbc.store.Database;
import io.medallion.jdbc.store.DatabaseException;
import io.medallion.jdbc.store.RejectSightings;
import io.medallion.jdbc.store.Session;
import io.medallion.jdbc.store.TableRegistry;
import io.medallion.jdbc.store.TableStateRow;
import io.medallion.jdbc.store.TableStates;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.LayerSpec;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.SqlScript;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Builds one table and keeps the log; the pipeline is locked by the caller. */
final class LayerBuilder {

    /** All checks of a row stand in one statement; with some thousands DuckDB exhausts the memory of its process. */
    private static final int MOST_CHECKS = 1_000;

    private final Engine engine;
    private final Database database;

    LayerBuilder(Engine engine) {
        this.engine = engine;
        this.database = engine.database();
    }

    /** Builds a Silver table; its spec holds from then on, under this version. */
    Build build(SilverSpec spec, int specVersion) {
        requireFewChecks(spec);
        spec.checkAgainst(engine.bronze(spec.from()));
        ReferencedTables.check(spec, engine.specs());
        return build(TableBuild.of(database, spec), specVersion);
    }

    /** Builds a Gold table; its spec holds from then on, under this version. */
    Build build(GoldSpec spec, int specVersion) {
        GoldInputs.check(spec, engine.specs());
        return build(TableBuild.of(database, spec), specVersion);
    }

    private static void requireFewChecks(SilverSpec spec) {
        long checks = spec.checks().size()
                + spec.columns().stream().mapToLong(c -> c.checks().size()).sum();
        if (checks > MOST_CHECKS) {
            throw new MedallionException(Problem.at(
                            "Silver spec '" + spec.table() + "'",
                            "has " + checks + " checks, more than the " + MOST_CHECKS + " a build judges.")
                    .advise("Accept fewer of the suggested checks, or split the table."));
        }
    }

    private Build build(TableBuild script, int specVersion) {
        LayerSpec spec = script.spec();
        Announcer announcer = engine.announcer(spec.layer(), spec.table());
        BuiltFrom from = engine.reading(BuiltFrom.NOTHING, session -> BuiltFrom.now(session, spec));
        long version = publishedVersion(spec);
        TableBuild table = version == 0 && makesSchemas() ? script.withSchemas() : script;
        BuildRow running = started(table, version);
        announcer.started("build");
        try {
            Build build = table.run(
                    (what, done, total) -> announcer.progress(what, done, total),
                    new Record(running, spec, specVersion, from));
            announcer.finished(BuildText.balance(spec.layer(), build.rows()));
            return build;
        } catch (BuildStepFailedException failed) {
            Build build = failed(running, failed);
            if (build.status() == Build.Status.PUBLISHED) {
                announcer.finished(BuildText.balance(spec.layer(), build.rows()));
                return build;
            }
            announcer.failed(build.error().orElse(""));
            throw new BuildFailedException(build, failed);
        }
    }

    private boolean makesSchemas() {
        return engine.settings().ownTables() == Medallion.OwnTables.MIGRATE;
    }

    private long publishedVersion(LayerSpec spec) {
        return engine.reading(0L, session -> new TableStates(session)
                .of(spec.layer(), spec.table())
                .map(TableStateRow::version)
                .orElse(0L));
    }

    private BuildRow started(TableBuild table, long version) {
        LayerSpec spec = table.spec();
        return database.inShortTransaction(session -> {
            BuildRow row = BuildRecords.running(
                    database.newId(),
                    engine.pipeline(),
                    spec,
                    version,
                    database.now(),
                    table.script().text());
            TableRegistry registry = new TableRegistry(session);
            registry.register(engine.pipeline(), database.now());
            registry.claim(engine.pipeline(), spec.layer(), spec.table());
            new BuildLog(session).put(row);
            return row;
        });
    }

    /** What stands in the own tables of a version from when readers see it. */
    private final class Record implements Publication<Build> {

        private final BuildRow running;
        private final LayerSpec spec;
        private final int specVersion;
        private final BuiltFrom from;

        Record(BuildRow running, LayerSpec spec, int specVersion, BuiltFrom from) {
            this.running = running;
            this.spec = spec;
            this.specVersion = specVersion;
            this.from = from;
        }

        @Override
        public Build record(Session session, BuildCounts counts, SqlScript script) {
            BuildRow done = BuildRecords.published(running, database.now(), counts, script.text());
            new SpecBook(session, engine.pipeline()).put(spec, specVersion, database.now());
            new TableStates(session).put(state(done));
            if (spec instanceof SilverSpec silver) {
                new RejectSightings(session)
                        .record(silver.table(), silver.from(), done.version(), counts.rejected(), database.now());
            }
            BuildLog log = new BuildLog(session);
            log.put(done);
            log.addReasons(BuildRecords.reasons(done.buildId(), counts));
            return BuildRecords.build(done, BuildRecords.reasons(done.buildId(), counts));
        }

        private TableStateRow state(BuildRow done) {
            return new TableStateRow(
                    spec.layer(),
                    spec.table(),
                    done.version(),
                    done.buildId(),
                    spec.fingerprint(),
                    from.toJson(),
                    done.rowsWritten(),
                    database.now(),
                    false);
        }

        @Override
        public void doubt(Session session) {
            new TableStates(session).doubt(spec.layer(), spec.table(), true);
        }

        @Override
        public void certain(Session session) {
            new TableStates(session).doubt(spec.layer(), spec.table(), false);
        }
    }

    private Build failed(BuildRow running, BuildStepFailedException failed) {
        List<BuildReasonRow> reasons = BuildRecords.reasons(running.buildId(), failed.counts());
        String error = failed.getMessage() + BuildText.mostRejected(failed.counts());
        BuildRow row = BuildRecords.failed(
                running, database.now(), failed.counts(), failed.script().text(), error);
        try {
            return record(database, row, reasons);
        } catch (DatabaseException broken) {
            failed.addSuppressed(broken);
        }
        try {
            // where the connection broke with the build, another one may still tell
            return record(engine.outside().database(), row, reasons);
        } catch (DatabaseException unreachable) {
            failed.addSuppressed(unreachable);
            return BuildRecords.build(row, reasons);
        }
    }

    /** A build whose connection broke after it was committed is published, whatever the client heard. */
    private static Build record(Database database, BuildRow row, List<BuildReasonRow> reasons) {
        return database.inShortTransaction(session -> {
            BuildLog log = new BuildLog(session);
            log.hold(row.buildId());
            Optional<BuildRow> published =
                    log.build(row.buildId()).filter(known -> known.status().equals(Build.Status.PUBLISHED.name()));
            if (published.isPresent()) {
                return BuildRecords.build(published.get(), log.reasons(row.buildId()));
            }
            log.put(row);
            log.addReasons(reasons);
            return BuildRecords.build(row, reasons);
        });
    }

    static String named(Layer layer, String table) {
        return layer.name().toLowerCase(Locale.ROOT) + "." + table;
    }
}
