package io.medallion.engines;

import io.medallion.sql.Dialect;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The servers of this process: each is started when it is first asked for. Thread-safe. */
public final class Engines {

    private static final Map<Dialect, DatabaseServer> STARTED = new EnumMap<>(Dialect.class);

    private static final Set<Dialect> LOOKED_FOR = EnumSet.noneOf(Dialect.class);
    private static final String NO_MYSQL = "no tests on MySQL: there is no URL in -Dmedallion.mysql.url, no Docker and no"
            + " program mysqld of MySQL";

    private Engines() {}

    /** PostgreSQL: {@code -Dmedallion.postgres.url=jdbc:postgresql://..}, else a container, else embedded binaries. */
    public static DatabaseServer postgres() {
        return started(Dialect.POSTGRES);
    }

    /** MariaDB: {@code -Dmedallion.mariadb.url=jdbc:mariadb://..}, else a container, else the machine's server, else one from Maven. */
    public static DatabaseServer mariaDb() {
        return started(Dialect.MARIADB);
    }

    /** MySQL: {@code -Dmedallion.mysql.url=jdbc:mysql://..}, else a container, else the machine's server; only where there is one. */
    public static DatabaseServer mySql() {
        return started(Dialect.MYSQL);
    }

    /** The databases that tests run on here: all, but MySQL only where a server is found, which is said once. */
    public static List<Dialect> dialects() {
        return Stream.of(Dialect.values()).filter(Engines::isHere).toList();
    }

    private static boolean isHere(Dialect dialect) {
        return switch (dialect) {
            case DUCKDB, POSTGRES, MARIADB -> true;
            case MYSQL -> hasMySql();
        };
    }

    private static synchronized boolean hasMySql() {
        if (!LOOKED_FOR.contains(Dialect.MYSQL)) {
            LOOKED_FOR.add(Dialect.MYSQL);
            MySqlServers.find().ifPresentOrElse(Engines::use, () -> System.err.println(NO_MYSQL));
        }
        return STARTED.containsKey(Dialect.MYSQL);
    }

    /** Whether a database has the SQL of MariaDB and MySQL: no schemas, no instants, no truth values. */
    public static boolean speaksMySql(Dialect dialect) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> false;
            case MARIADB, MYSQL -> true;
        };
    }

    /** The server of a product that has servers. */
    public static DatabaseServer server(Dialect dialect) {
        return started(dialect);
    }

    /** Whether {@link #own} has a program to start: of MySQL only where it is installed. */
    public static boolean hasOwn(Dialect dialect) {
        return switch (dialect) {
            case DUCKDB -> false;
            case POSTGRES, MARIADB -> true;
            case MYSQL -> MySqlServers.program().isPresent();
        };
    }

    /** A server of its own, for tests that stop it or kill its backends; to be closed. */
    public static DatabaseServer own(Dialect dialect) {
        return switch (dialect) {
            case POSTGRES -> PostgresServers.embedded();
            case MARIADB -> MariaDbServers.local();
            case MYSQL -> MySqlServers.local().orElseThrow(() -> new IllegalStateException("no program mysqld"));
            case DUCKDB -> throw new IllegalArgumentException("DuckDB has no server");
        };
    }

    private static synchronized DatabaseServer started(Dialect dialect) {
        DatabaseServer server = STARTED.get(dialect);
        if (server == null) {
            switch (dialect) {
                case POSTGRES -> use(PostgresServers.find());
                case MARIADB -> use(MariaDbServers.find());
                case MYSQL -> hasMySql();
                case DUCKDB -> throw new IllegalArgumentException("DuckDB has no server");
            }
        }
        return Objects.requireNonNull(STARTED.get(dialect), NO_MYSQL);
    }

    private static void use(DatabaseServer server) {
        System.err.println("tests on " + server.dialect().product() + " " + server.version() + ", " + server.origin());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        STARTED.put(server.dialect(), server);
    }
}
