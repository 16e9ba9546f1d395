package io.medallion.jdbc.store;

import io.medallion.sql.Dialect;
import io.medallion.sql.TableName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A lock that a server binds to the session that takes it: it ends with the session, however that ends, and not before the
 * last statement of the session has ended. DuckDB has none and needs none, for a file belongs to one process.
 */
final class SessionLock {

    private static final int LONGEST_WAIT_SECONDS = 120;

    private final byte[] key;

    private SessionLock(byte[] key) {
        this.key = key;
    }

    /** The lock of something in a database, told apart by the own tables it belongs to. */
    static SessionLock of(Database database, String what) {
        TableName own = database.naming().own("locks");
        String text =
                String.join("\0", String.valueOf(database.catalog()), String.valueOf(own.schema()), own.name(), what);
        try {
            return new SessionLock(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether locks of this kind are there. */
    static boolean isOn(Dialect dialect) {
        return switch (dialect) {
            case DUCKDB -> false;
            case POSTGRES, MARIADB, MYSQL -> true;
        };
    }

    /** Takes the lock if nobody has it. */
    boolean tryTake(Session session) {
        return switch (session.sql().dialect()) {
            case DUCKDB -> true;
            case POSTGRES -> is(session, "select pg_catalog.pg_try_advisory_lock(?)", number());
            case MARIADB, MYSQL -> is(session, "select get_lock(?, 0)", name());
        };
    }

    /** Waits until nobody has the lock and takes it; two minutes at most on MariaDB, as long as the host lets it on PostgreSQL. */
    void take(Session session) {
        boolean taken =
                switch (session.sql().dialect()) {
                    case DUCKDB -> true;
                    case POSTGRES -> session.number("select 1 from pg_catalog.pg_advisory_lock(?)", number()) == 1;
                    case MARIADB, MYSQL -> is(session, "select get_lock(?, " + LONGEST_WAIT_SECONDS + ")", name());
                };
        if (!taken) {
            throw DatabaseException.waited("lock of the own tables");
        }
    }

    /** Gives the lock back. */
    void release(Session session) {
        switch (session.sql().dialect()) {
            case DUCKDB -> {}
            case POSTGRES -> is(session, "select pg_catalog.pg_advisory_unlock(?)", number());
            case MARIADB, MYSQL -> is(session, "select release_lock(?)", name());
        }
    }

    private static boolean is(Session session, String question, Object value) {
        return session.first(question, row -> row.getBoolean(1), value).orElse(false);
    }

    private long number() {
        return ByteBuffer.wrap(key).getLong();
    }

    /** At most 64 characters, for the whole server. */
    private String name() {
        return "medallion " + HexFormat.of().formatHex(Arrays.copyOf(key, 20));
    }
}
