package io.medallion.jdbc;

import io.medallion.CallContext;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.jdbc.source.Source;
import io.medallion.jdbc.store.Database;
import io.medallion.plan.GoldPlanner;
import io.medallion.plan.SilverPlanner;
import io.medallion.question.QuestionTranslator;
import io.medallion.route.AccessPolicy;
import io.medallion.route.QueryRouter;
import io.medallion.sql.Naming;
import io.medallion.sql.SqlGenerator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database whose tables this library makes and keeps: the entry point. Thread-safe.
 *
 * <p>By default: a schema per layer, planners by rules, the system's clock, 30 seconds of waiting for another writer, own tables
 * made and migrated when first written to, at most 10,000 rows and one minute per query.
 *
 * <pre>{@code
 * try (Medallion medallion = Medallion.embedded(Path.of("shop.duckdb"))) {
 *     Pipeline shop = medallion.pipeline("shop", Csv.file(Path.of("orders.csv")));
 *     shop.bronze().load();
 * }
 * }</pre>
 */
public final class Medallion implements AutoCloseable {

    /** Who makes the library's own tables. */
    public enum OwnTables {
        /** This library, when it first writes and when a newer release needs more. The default. */
        MIGRATE,
        /** The host, with the scripts of {@link SqlGenerator#ownTables()}; a version that does not fit is an error. */
        VERIFY
    }

    private final Workspace workspace;
    private final boolean closes;

    private Medallion(Workspace workspace, boolean closes) {
        this.workspace = workspace;
        this.closes = closes;
    }

    /**
     * A DuckDB file, made when it is not there, held by this process until {@link #close()}.
     *
     * @throws io.medallion.MedallionException when the driver is missing, another process holds the file, or it cannot be made
     */
    public static Medallion embedded(Path file) {
        return builder().embedded(file);
    }

    /** A DuckDB database in memory, gone with {@link #close()}. */
    public static Medallion inMemory() {
        return builder().inMemory();
    }

    /**
     * The database behind a data source. Product and version are asked once; the data source is never closed here.
     *
     * @throws io.medallion.jdbc.store.UnsupportedDatabaseException when no SQL is written for it
     */
    public static Medallion on(DataSource dataSource) {
        return builder().on(dataSource);
    }

    /**
     * The database behind a URL, over a pool of connections that is opened here and closed by {@link #close()}. PostgreSQL,
     * MariaDB and MySQL; their drivers are the host's to add.
     *
     * @throws io.medallion.MedallionException when the driver is missing, no connection can be had, or no SQL is written for the
     *     database
     */
    public static Medallion connect(String url, @Nullable String user, @Nullable String password) {
        return builder().connect(url, user, password);
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A handle on a pipeline; nothing is read or written yet. Without sources it does everything except load from them, on
     * what was built before.
     *
     * @throws io.medallion.MedallionException when two sources fill one table; upper and lower case are the same here. Sources of
     *     several tables are asked when they are loaded, and what they bring is checked then
     */
    public Pipeline pipeline(String name, Source... sources) {
        if (name.isBlank()) {
            throw new MedallionException(Problem.at("pipeline", "has no name.").advise("Name it."));
        }
        return new Pipeline(new Engine(workspace, name), new PipelineSources(name, List.of(sources)));
    }

    /** The same database with other physical names: a view, nothing to close. */
    public Medallion in(Naming naming) {
        return new Medallion(workspace.with(naming), false);
    }

    /** The very generator whose SQL runs here. */
    public SqlGenerator sql() {
        return workspace.database().sql();
    }

    /** The names of the pipelines that were ever loaded or built here, in alphabetical order. */
    public List<String> pipelines() {
        return workspace.pipelines();
    }

    /** Closes the database or the pool of connections where it was opened here; does nothing for a data source of the host and for views. */
    @Override
    public void close() {
        if (closes) {
            workspace.database().close();
        }
    }

    /** Collects how a Medallion works; not thread-safe. */
    public static final class Builder {

        private SilverPlanner silverPlanner = SilverPlanner.ruleBased();
        private GoldPlanner goldPlanner = GoldPlanner.ruleBased();
        private QuestionTranslator translator = QuestionTranslator.byNames();
        private QueryRouter router = QueryRouter.exact();
        private AccessPolicy accessPolicy = AccessPolicy.everything();
        private CallContext context = CallContext.DEFAULT;
        private MedallionListener listener = MedallionListener.silent();
        private Naming naming = Naming.schemaPerLayer();
        private Clock clock = Clock.systemUTC();
        private Supplier<String> ids = () -> UUID.randomUUID().toString();
        private Duration waitWhenBusy = Duration.ofSeconds(30);
        private OwnTables ownTables = OwnTables.MIGRATE;
        private int rowLimit = 10_000;
        private Duration timeout = Duration.ofMinutes(1);
        private boolean showValues;
        private int connections = 10;
        private final Map<String, String> embeddedSettings = new TreeMap<>();

        private Builder() {}

        /** Who proposes Silver. Default: rules. */
        public Builder silverPlanner(SilverPlanner planner) {
            this.silverPlanner = planner;
            return this;
        }

        /** Who proposes Gold. Default: rules. */
        public Builder goldPlanner(GoldPlanner planner) {
            this.goldPlanner = planner;
            return this;
        }

        /** Who turns questions in words into queries. Default: names and synonyms of the model. */
        public Builder questionTranslator(QuestionTranslator translator) {
            this.translator = translator;
            return this;
        }

        /** Who decides which table answers. Default: Gold where it answers exactly, else Silver. */
        public Builder queryRouter(QueryRouter router) {
            this.router = router;
            return this;
        }

        /** What callers may see. Default: everything. */
        public Builder accessPolicy(AccessPolicy policy) {
            this.accessPolicy = policy;
            return this;
        }

        /** On whose behalf calls run that do not say. Default: {@link CallContext#DEFAULT}. */
        public Builder context(CallContext context) {
            this.context = context;
            return this;
        }

        /** Who hears what happens. Default: nobody. */
        public Builder listener(MedallionListener listener) {
            this.listener = listener;
            return this;
        }

        /** The physical names. Default: a schema per layer. */
        public Builder naming(Naming naming) {
            this.naming = naming;
            return this;
        }

        /** What tells the time in logs and metadata. Default: the system's clock. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** What gives ids to batches and builds, never the same twice. Default: random UUIDs. */
        public Builder ids(Supplier<String> ids) {
            this.ids = ids;
            return this;
        }

        /** How long to wait for another writer before {@link PipelineBusyException}. Default: 30 seconds; zero is not at all. */
        public Builder waitWhenBusy(Duration longest) {
            this.waitWhenBusy = longest;
            return this;
        }

        /** Who makes the library's own tables. Default: {@link OwnTables#MIGRATE}. */
        public Builder ownTables(OwnTables who) {
            this.ownTables = who;
            return this;
        }

        /** The most rows an answer holds. Default: 10,000. */
        public Builder rowLimit(int rows) {
            if (rows < 1) {
                throw new MedallionException(
                        Problem.at("row limit " + rows, "lets nothing through.").advise("State at least 1."));
            }
            this.rowLimit = rows;
            return this;
        }

        /** How long a query may take. Default: one minute; zero for as long as it needs. */
        public Builder queryTimeout(Duration longest) {
            this.timeout = longest;
            return this;
        }

        /**
         * Whether reasons in plans may quote values of personal columns. Default: they may not, so that plans can be logged,
         * sent and stored. Events, messages and the build log quote no values of any column in either case; {@link
         * Rejects#page}, previews and answers always show them.
         */
        public Builder showValues(boolean show) {
            this.showValues = show;
            return this;
        }

        /** A setting of DuckDB, for databases that are opened here: {@code embedded("memory_limit", "512MB")}. */
        public Builder embeddedSetting(String name, String value) {
            embeddedSettings.put(name, value);
            return this;
        }

        /** On a DuckDB file; see {@link Medallion#embedded(Path)}. */
        public Medallion embedded(Path file) {
            return opened(Database.embedded(file, embeddedSettings, naming, clock, ids));
        }

        /** On a DuckDB database in memory; see {@link Medallion#inMemory()}. */
        public Medallion inMemory() {
            return opened(Database.inMemory(embeddedSettings, naming, clock, ids));
        }

        /** The most connections at once of a pool that is opened here. Default: 10. One suffices, one operation after the other. */
        public Builder connections(int most) {
            if (most < 1) {
                throw new MedallionException(Problem.at("pool of " + most + " connections", "connects nothing.")
                        .advise("State at least 1."));
            }
            this.connections = most;
            return this;
        }

        /** On the database behind a URL; see {@link Medallion#connect(String, String, String)}. */
        public Medallion connect(String url, @Nullable String user, @Nullable String password) {
            return opened(Database.connect(url, user, password, connections, naming, clock, ids));
        }

        /** On the database behind a data source; see {@link Medallion#on(DataSource)}. */
        public Medallion on(DataSource dataSource) {
            return opened(Database.on(dataSource, naming, clock, ids));
        }

        private Medallion opened(Database database) {
            Settings settings = new Settings(
                    silverPlanner,
                    goldPlanner,
                    translator,
                    router,
                    accessPolicy,
                    context,
                    listener,
                    waitWhenBusy,
                    ownTables,
                    rowLimit,
                    timeout,
                    showValues);
            return new Medallion(new Workspace(database, settings), true);
        }
    }
}
