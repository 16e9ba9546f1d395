package io.medallion.jdbc;

import io.medallion.sql.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * An empty database behind a data source that writes down every statement but settings before the driver runs it, can refuse to run them
 * from a chosen one on, and knows how many connections were open at once.
 */
final class RecordedDatabase implements AutoCloseable {

    /** What prepares a connection for its work and gives it back. */
    private static final Pattern SETTINGS =
            Pattern.compile("pg_catalog.set_config|^set (session|@medallion)|^select current_setting\\(");

    private final EngineUnderTest engine;
    private final Queue<String> statements = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private volatile long refusedFrom = Long.MAX_VALUE;
    private volatile long refusedUntil = Long.MAX_VALUE;
    private final AtomicLong count = new AtomicLong();

    RecordedDatabase(Dialect dialect) {
        engine = EngineUnderTest.of(dialect);
    }

    DataSource dataSource() {
        return Wrapped.dataSource(engine.dataSource(), real -> {
            mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
            return recorded(real);
        });
    }

    /** What ran since the last {@link #forget()}. */
    List<String> statements() {
        return List.copyOf(statements);
    }

    void forget() {
        statements.clear();
    }

    /** How many connections were open at once at most. */
    int mostOpen() {
        return mostOpen.get();
    }

    /** Refuses the n-th statement from now on (0 is the next), and so many after it. */
    void refuse(long nth, long howMany) {
        refusedFrom = count.get() + nth;
        refusedUntil = howMany == Long.MAX_VALUE ? howMany : refusedFrom + howMany;
    }

    /** Runs every statement again; gives whether one was refused. */
    boolean revive() {
        boolean refused = count.get() > refusedFrom;
        refusedFrom = Long.MAX_VALUE;
        return refused;
    }

    /** A statement that names tables as where there is a schema per layer, as this database names them. */
    String named(String sql) {
        return engine.named(sql);
    }

    /** Runs a statement that is not written down; it names tables as where there is a schema per layer. */
    void run(String sql) {
        try (Connection connection = engine.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(engine.named(sql));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of a query that is not written down; it names tables as where there is a schema per layer. */
    List<List<@Nullable Object>> rows(String sql) {
        try (Connection connection = engine.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(engine.named(sql))) {
            List<List<@Nullable Object>> all = new ArrayList<>();
            int width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                @Nullable Object[] row = new Object[width];
                for (int i = 0; i < width; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                all.add(Arrays.asList(row));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        engine.close();
    }

    private Connection recorded(Connection real) {
        return Wrapped.proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("prepare")) {
                written(String.valueOf(arguments[0]));
            }
            if (method.getName().equals("close")) {
                open.decrementAndGet();
            }
            Object result = Wrapped.call(real, method, arguments);
            return result instanceof Statement statement && method.getName().equals("createStatement")
                    ? recorded(statement)
                    : result;
        });
    }

    private Statement recorded(Statement real) {
        return Wrapped.proxy(Statement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute") || method.getName().equals("addBatch")) {
                written(arguments == null ? method.getName() : String.valueOf(arguments[0]));
            }
            return Wrapped.call(real, method, arguments);
        });
    }

    private void written(String sql) throws SQLException {
        if (!SETTINGS.matcher(sql).find()) {
            statements.add(sql);
        }
        long nth = count.getAndIncrement();
        if (nth >= refusedFrom && nth < refusedUntil) {
            throw new SQLException("the cable was pulled");
        }
    }
}
