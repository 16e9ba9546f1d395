package io.medallion.jdbc;

import io.medallion.sql.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** An empty database on a server that really ends the session of a connection before its n-th call, counted over all connections. */
public final class KilledDatabase implements AutoCloseable {

    private static final Set<String> HARMLESS = Set.of("close", "isClosed", "abort", "hashCode", "equals", "toString");

    private final EngineUnderTest engine;
    private final AtomicLong calls = new AtomicLong();
    private volatile long killedAt = Long.MAX_VALUE;
    private volatile @Nullable Long latest;

    public KilledDatabase(Dialect dialect) {
        engine = EngineUnderTest.of(dialect);
    }

    public EngineUnderTest engine() {
        return engine;
    }

    public DataSource dataSource() {
        return Wrapped.dataSource(engine.dataSource(), real -> watched(Connection.class, real, sessionOf(real)));
    }

    /** How many calls there were. */
    long calls() {
        return calls.get();
    }

    /** Ends the session of the n-th call from now on, 0 is the next. */
    void killAt(long nth) {
        killedAt = calls.get() + nth;
    }

    /** Ends the session of the connection that was used last, whatever it does. */
    public void killNow() {
        Long session = latest;
        if (session != null) {
            kill(session);
        }
    }

    /** Ends no more sessions; gives whether one was ended. */
    boolean spare() {
        boolean killed = calls.get() > killedAt;
        killedAt = Long.MAX_VALUE;
        return killed;
    }

    /** The rows of a query by a connection of its own; it names tables as where there is a schema per layer. */
    List<List<@Nullable String>> rows(String sql) {
        try {
            return read(sql);
        } catch (SQLException ended) {
            // a session that ended unnoticed is met once more in the pool
            try {
                return read(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private List<List<@Nullable String>> read(String sql) throws SQLException {
        try (Connection connection = engine.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(engine.named(sql))) {
            List<List<@Nullable String>> all = new ArrayList<>();
            while (rows.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                all.add(row);
            }
            return all;
        }
    }

    @Override
    public void close() {
        engine.close();
    }

    private long sessionOf(Connection connection) throws SQLException {
        String query =
                switch (engine.dialect()) {
                    case POSTGRES -> "select pg_backend_pid()";
                    case MARIADB, MYSQL -> "select connection_id()";
                    case DUCKDB -> throw new IllegalArgumentException("DuckDB has no sessions to end");
                };
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void kill(long session) {
        try (Connection connection = engine.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    switch (engine.dialect()) {
                        case POSTGRES -> "select pg_terminate_backend(" + session + ", 10000)";
                        case MARIADB, MYSQL -> "kill connection " + session;
                        case DUCKDB -> throw new IllegalArgumentException("DuckDB has no sessions to end");
                    });
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("Unknown thread id")) {
                throw new IllegalStateException(e);
            }
        }
    }

    private <T> T watched(Class<T> type, Object real, long session) {
        return Wrapped.proxy(type, (proxy, method, arguments) -> {
            if (!HARMLESS.contains(method.getName())) {
                latest = session;
                if (calls.getAndIncrement() == killedAt) {
                    kill(session);
                }
            }
            Object result = Wrapped.call(real, method, arguments);
            return result instanceof Statement statement && method.getName().equals("createStatement")
                    ? watched(Statement.class, statement, session)
                    : result;
        });
    }
}
