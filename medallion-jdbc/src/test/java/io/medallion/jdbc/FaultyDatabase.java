package io.medallion.jdbc;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database whose connections fail at a chosen statement or commit, or let something happen before one. */
final class FaultyDatabase {

    /** What happens at the chosen statement. */
    enum Fault {
        /** It is refused; the connection lives. */
        REFUSED,
        /** The connection ends before it. */
        CUT_BEFORE,
        /** It is done, and the connection ends before anybody hears of it. */
        CUT_AFTER,
        /** It is done, and nothing works until {@link #revive()}: the process was killed. */
        KILLED
    }

    private final EngineUnderTest engine;
    private final AtomicLong count = new AtomicLong();
    private volatile long nth = Long.MAX_VALUE;
    private volatile Fault fault = Fault.REFUSED;
    private volatile boolean dead;
    private volatile boolean happened;
    private final AtomicReference<Meanwhile> meanwhile = new AtomicReference<>();

    private record Meanwhile(String part, Runnable work) {}

    FaultyDatabase(EngineUnderTest engine) {
        this.engine = engine;
    }

    /** The n-th statement from now on fails, 0 is the next. */
    void fail(long n, Fault how) {
        happened = false;
        fault = how;
        nth = count.get() + n;
    }

    /** Does this once, before the first statement that has this part. */
    void before(String part, Runnable work) {
        meanwhile.set(new Meanwhile(part, work));
    }

    /** Whether nothing waits to be done before a statement. */
    boolean isDone() {
        return meanwhile.get() == null;
    }

    /** Everything works again; gives whether anything failed. */
    boolean revive() {
        nth = Long.MAX_VALUE;
        dead = false;
        return happened;
    }

    DataSource dataSource() {
        return Wrapped.dataSource(engine.dataSource(), real -> {
            if (dead) {
                real.close();
            }
            requireAlive();
            return faulty(real);
        });
    }

    private Connection faulty(Connection real) {
        return Wrapped.proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("commit")) {
                return guarded(real, () -> Wrapped.call(real, method, arguments));
            }
            Object result = Wrapped.call(real, method, arguments);
            return result instanceof Statement statement ? faulty(real, statement, method.getReturnType()) : result;
        });
    }

    private Object faulty(Connection connection, Statement real, Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return Wrapped.call(real, method, arguments);
            }
            if (arguments != null) {
                comesTo(String.valueOf(arguments[0]));
            }
            return guarded(connection, () -> Wrapped.call(real, method, arguments));
        });
    }

    private void comesTo(String sql) {
        Meanwhile waiting = meanwhile.get();
        if (waiting != null && sql.contains(waiting.part()) && meanwhile.compareAndSet(waiting, null)) {
            waiting.work().run();
        }
    }

    private @Nullable Object guarded(Connection connection, Call call) throws Throwable {
        requireAlive();
        if (count.getAndIncrement() != nth) {
            return call.run();
        }
        happened = true;
        switch (fault) {
            case REFUSED -> {}
            case CUT_BEFORE -> end(connection);
            case CUT_AFTER -> {
                call.run();
                end(connection);
            }
            case KILLED -> {
                call.run();
                dead = true;
                end(connection);
            }
        }
        throw new SQLException("the cable was pulled", fault == Fault.REFUSED ? "XX000" : "08006");
    }

    private void requireAlive() throws SQLException {
        if (dead) {
            throw new SQLException("the cable was pulled", "08006");
        }
    }

    /** On a server the session ends by itself when its socket does. */
    private static void end(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            throw new IllegalStateException("still open");
        } catch (SQLException noticed) {
            connection.close();
        }
    }

    private interface Call {
        @Nullable
        Object run() throws Throwable;
    }
}
