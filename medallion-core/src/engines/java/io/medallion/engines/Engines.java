package io.medallion.engines;

import java.util.EnumMap;
import java.util.Map;
import io.medallion.sql.Dialect;

/** The servers of this process: each is started when it is first asked for. Thread-safe. */
public final class Engines {

    private static final Map<Dialect, DatabaseServer> STARTED = new EnumMap<>(Dialect.class);

    private Engines() {}

    /** PostgreSQL: {@code -Dmedallion.postgres.url=jdbc:postgresql://..}, else a container, else embedded binaries. */
    public static DatabaseServer postgres() {
        return started(Dialect.POSTGRES);
    }

    /** MariaDB: {@code -Dmedallion.mariadb.url=jdbc:mariadb://..}, else a container, else the machine's server, else one from Maven. */
    public static DatabaseServer mariaDb() {
        return started(Dialect.MARIADB);
    }

    /** A server of its own, for tests that stop it or kill its backends; to be closed. */
    public static DatabaseServer own(Dialect dialect) {
        return switch (dialect) {
            case POSTGRES -> PostgresServers.embedded();
            case MARIADB -> MariaDbServers.local();
            case DUCKDB -> throw new IllegalArgumentException("DuckDB has no server");
        };
    }

    private static synchronized DatabaseServer started(Dialect dialect) {
        return STARTED.computeIfAbsent(dialect, wanted -> {
            DatabaseServer server = wanted == Dialect.POSTGRES ? PostgresServers.find() : MariaDbServers.find();
            System.err.println("tests on " + wanted.product() + " " + server.version() + ", " + server.origin());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        });
    }
}
