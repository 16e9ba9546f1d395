package io.medallion.jdbc.build;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.jdbc.build.BuildCounts.RuleCount;
import io.medallion.jdbc.store.Database;
import io.medallion.jdbc.store.DatabaseException;
import io.medallion.jdbc.store.Session;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.LayerSpec;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.Naming;
import io.medallion.sql.Publish;
import io.medallion.sql.SqlGenerator;
import io.medallion.sql.SqlScript;
import io.medallion.sql.SqlScript.Step;
import io.medallion.sql.SqlStatement;
import io.medallion.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds one Silver or Gold table with the script of the generator: the next version is staged beside what readers see,
 * counted, audited, and published with its record, see {@link Publisher}. When anything fails, or the process is killed, readers
 * keep the version before; what a failed build leaves behind is dropped.
 */
public final class TableBuild {

    private static final Logger LOG = LoggerFactory.getLogger(TableBuild.class);

    private final Database database;
    private final LayerSpec spec;
    private final SqlScript before;
    private final Function<Publish, SqlScript> scripts;

    private TableBuild(Database database, LayerSpec spec, SqlScript before, Function<Publish, SqlScript> scripts) {
        this.database = database;
        this.spec = spec;
        this.before = before;
        this.scripts = scripts;
    }

    /** A build of a Silver table. Throws when the database cannot express the spec; nothing runs yet. */
    public static TableBuild of(Database database, SilverSpec spec) {
        return checked(database, spec, how -> database.sql().build(spec, how));
    }

    /** A build of a Gold table. Throws when the database cannot express the spec; nothing runs yet. */
    public static TableBuild of(Database database, GoldSpec spec) {
        return checked(database, spec, how -> database.sql().build(spec, how));
    }

    private static TableBuild checked(Database database, LayerSpec spec, Function<Publish, SqlScript> scripts) {
        SqlScript swapped = scripts.apply(Publish.SWAP);
        return new TableBuild(
                database,
                spec,
                SqlScript.of(List.of()),
                how -> how.equals(Publish.SWAP) ? swapped : scripts.apply(how));
    }

    /** The same, making the schemas of the layers first where they are not there: for a first build. */
    public TableBuild withSchemas() {
        List<SqlStatement> schemas = database.sql().create(spec).statements().stream()
                .filter(statement -> statement.text().startsWith("create schema"))
                .toList();
        return new TableBuild(database, spec, SqlScript.of(schemas), scripts);
    }

    /** What is built. */
    public LayerSpec spec() {
        return spec;
    }

    /** The statements, as they run where nothing depends on the tables. */
    public SqlScript script() {
        return script(Publish.SWAP);
    }

    private SqlScript script(Publish how) {
        return before.and(scripts.apply(how));
    }

    /**
     * Runs the build; gives what was recorded of it.
     *
     * @throws BuildStepFailedException when a statement fails or the rows do not add up; nothing was published
     */
    public <T> T run(BuildObserver observer, Publication<T> publication) {
        return new Run<T>(observer).run(publication);
    }

    /** The tables a build works in, none of which readers know. */
    private List<TableName> workTables() {
        Naming naming = database.naming();
        TableName table = naming.table(spec.layer(), spec.table());
        List<TableName> tables = new ArrayList<>(List.of(naming.stage(spec.layer(), spec.table()), naming.next(table)));
        if (spec.layer() == Layer.SILVER) {
            tables.add(naming.next(naming.rejects(spec.table())));
            tables.add(naming.next(naming.duplicates(spec.table())));
        }
        return tables;
    }

    /** One run of the script. */
    private final class Run<T> {

        private final BuildObserver observer;
        private final Publisher<T> publisher =
                new Publisher<>(database, spec, TableBuild.this::script, statement -> observed(statement));
        private final long total = publisher.script().statements().size();
        private long done;
        private String step = "start";
        private BuildCounts counts = BuildCounts.NONE;

        Run(BuildObserver observer) {
            this.observer = observer;
        }

        T run(Publication<T> publication) {
            T published = publish(publication);
            clean();
            return published;
        }

        private T publish(Publication<T> publication) {
            try {
                database.read(session -> {
                    all(session, Step.CREATE);
                    all(session, Step.STAGE);
                    audit(session);
                    return counts;
                });
                step = "publish";
                return publisher.publish(publication, counts);
            } catch (RuntimeException failed) {
                dropLeftovers(failed);
                throw new BuildStepFailedException(step, counts, publisher.script(), failed);
            }
        }

        private void all(Session session, Step wanted) {
            for (SqlStatement statement : publisher.script().only(wanted).statements()) {
                observed(statement);
                session.run(statement);
            }
        }

        private void observed(SqlStatement statement) {
            step = statement.label();
            observer.step(statement.label(), Math.min(done++, total), total);
        }

        private void audit(Session session) {
            step = "count what was staged";
            if (spec instanceof SilverSpec silver) {
                auditSilver(session, silver);
                return;
            }
            if (spec instanceof GoldSpec gold) {
                Naming naming = session.sql().naming();
                long written = rows(session, naming.next(naming.table(Layer.GOLD, gold.table())));
                long read = rows(
                        session, naming.table(Layer.SILVER, gold.inputs().get(0).table()));
                counts = new BuildCounts(read, written, 0, 0, List.of());
            }
            all(session, Step.AUDIT);
        }

        /** An audit gives the counts it has judged by, where it can: whoever counts twice reads every row twice. */
        private void auditSilver(Session session, SilverSpec silver) {
            List<RuleCount> reasons = reasons(session, silver);
            switch (database.dialect()) {
                case MYSQL -> {
                    counts = counted(session, session.sql().counts(silver), reasons);
                    all(session, Step.AUDIT);
                }
                case DUCKDB, POSTGRES, MARIADB -> {
                    for (SqlStatement audit :
                            publisher.script().only(Step.AUDIT).statements()) {
                        observed(audit);
                        counts = audited(session, silver, audit, reasons);
                    }
                }
            }
            requireBalance();
        }

        private BuildCounts audited(Session session, SilverSpec silver, SqlStatement audit, List<RuleCount> reasons) {
            try {
                return counted(session, audit, reasons);
            } catch (DatabaseException failed) {
                countWhatFailed(session, silver, reasons, failed);
                throw failed;
            }
        }

        /** The log of a build that its audit refused tells how many rows it had. */
        private void countWhatFailed(
                Session session, SilverSpec silver, List<RuleCount> reasons, DatabaseException failed) {
            try {
                counts = counted(session, session.sql().counts(silver), reasons);
            } catch (DatabaseException left) {
                failed.addSuppressed(left);
            }
        }

        private static BuildCounts counted(Session session, SqlStatement question, List<RuleCount> reasons) {
            return session.query(
                            question,
                            row -> new BuildCounts(
                                    row.getLong("bronze_rows"),
                                    row.getLong("kept"),
                                    row.getLong("rejected"),
                                    row.getLong("duplicates"),
                                    reasons))
                    .get(0);
        }

        private List<RuleCount> reasons(Session session, SilverSpec silver) {
            SqlGenerator sql = session.sql();
            List<RuleCount> reasons = new ArrayList<>(rules(session, sql.rejectCounts(silver), "reject"));
            reasons.addAll(rules(session, sql.warningCounts(silver), "warn"));
            return reasons;
        }

        private long rows(Session session, TableName table) {
            return session.number("select count(*) from " + session.sql().quoted(table));
        }

        private void requireBalance() {
            if (!counts.balanced()) {
                throw new MedallionException(Problem.at(
                        "silver." + spec.table(),
                        counts.read() + " rows in are not " + counts.written() + " out + " + counts.rejected()
                                + " rejected + " + counts.duplicates() + " duplicates."));
            }
        }

        private List<RuleCount> rules(Session session, SqlStatement question, String action) {
            return session.query(question, row -> new RuleCount(row.getString(1), action, row.getLong(2))).stream()
                    .sorted((a, b) -> Long.compare(b.rows(), a.rows()))
                    .toList();
        }

        /** What was published stays published: a table left behind is dropped by the next build. */
        private void clean() {
            try {
                database.read(session -> {
                    all(session, Step.CLEAN);
                    return done;
                });
            } catch (DatabaseException left) {
                LOG.warn("{} left a work table behind: {}", spec.table(), left.getMessage());
            }
        }

        private void dropLeftovers(RuntimeException failed) {
            try {
                database.read(session -> {
                    for (TableName table : workTables()) {
                        session.update("drop table if exists " + session.sql().quoted(table));
                    }
                    return done;
                });
            } catch (DatabaseException left) {
                failed.addSuppressed(left);
            }
        }
    }
}
