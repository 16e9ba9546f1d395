package io.medallion.jdbc.store;

import io.medallion.Problem;
import io.medallion.jdbc.store.DatabaseException.Kind;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a database says, in our words: which operation, why, what next. Values are cut out of its messages. */
final class SqlErrors {

    private static final Pattern EXCERPT = Pattern.compile("(?s)\\R\\s*LINE \\d+:.*");
    private static final Pattern WRAPPED = Pattern.compile(
            "(?s)^Invalid (?:Input )?Error: Attempting to execute an unsuccessful or closed pending query result\\s+Error: ");
    private static final Pattern CONNECTION = Pattern.compile("^\\(conn=\\d+\\) ");
    private static final Pattern RAISED_ON_MYSQL = Pattern.compile("(?s)^Unknown storage engine '(.*)'$");
    private static final Pattern HOLDER = Pattern.compile("(PID \\d+)");

    /** Of MariaDB and MySQL: deadlock, lock wait, another's change, a replaced table, an equal key. */
    private static final Set<Integer> CONFLICTS = Set.of(1213, 1205, 1020, 1412, 1062);

    /** Of MariaDB and MySQL: the session or the server was ended. */
    private static final Set<Integer> ENDED = Set.of(1927, 1053, 1077, 1079, 1080, 2006, 2013, 1040, 1203, 3169, 4031);

    /** Of MariaDB and MySQL: rights, and servers and transactions that may only read. */
    private static final Set<Integer> READ_ONLY = Set.of(1044, 1142, 1143, 1227, 1290, 1370, 1792, 1836);

    private static final Set<Integer> DISK_FULL = Set.of(1021, 1114, 1030, 3);
    private static final Set<Integer> OUT_OF_MEMORY = Set.of(1037, 1038, 1041);
    private static final String POOL_ADVICE =
            "Every connection is in use or the server cannot be reached: allow the pool more connections or more patience.";
    private static final int INTERRUPTED = 1317;

    /** Of statements, and of MySQL for one regular expression (regexp_time_limit, regexp_stack_limit). */
    private static final Set<Integer> TOO_LONG = Set.of(1969, 3024, 3698, 3699);

    private SqlErrors() {}

    /** A refusal of {@code where}; its message has no values in it, and neither has its cause. */
    static DatabaseException translate(String where, SQLException error) {
        return translate(where, error, true);
    }

    /** The same for a statement whose messages are our own and hold no values. */
    static DatabaseException translateOwn(String where, SQLException error) {
        return translate(where, error, false);
    }

    private static DatabaseException translate(String where, SQLException error, boolean hide) {
        String message = plain(String.valueOf(error.getMessage()));
        if (!hide) {
            message = RAISED_ON_MYSQL.matcher(message).replaceFirst("$1");
        }
        Kind kind = kindOf(error, message);
        String shown = hide ? ValuesInErrors.cutOut(message, error) : message;
        SQLException cause = new SQLException(shown, error.getSQLState(), error.getErrorCode());
        cause.setStackTrace(error.getStackTrace());
        boolean ofPool = error instanceof SQLTransientConnectionException && error.getErrorCode() == 0;
        String advice = ofPool ? POOL_ADVICE : adviceFor(kind);
        return new DatabaseException(kind, new Problem(where, said(kind, shown), advice), cause);
    }

    static String said(Kind kind, String shown) {
        return switch (kind) {
            case TIMEOUT -> "took longer than it may and was stopped.";
            case CANCELLED -> "was cancelled.";
            case HELD, UNREACHABLE, READ_ONLY, DISK_FULL, OUT_OF_MEMORY, CONFLICT, DRIVER_MISSING, OTHER ->
                "failed; the database says: " + (shown.endsWith(".") || shown.endsWith("!") ? shown : shown + ".");
        };
    }

    static String adviceFor(Kind kind) {
        return switch (kind) {
            case HELD -> "A DuckDB file belongs to one process at a time: close it there, or use another file.";
            case UNREACHABLE -> "Check the path, the address and the rights of this process.";
            case READ_ONLY -> "Use a file, directory and user that may write.";
            case DISK_FULL -> "Free space on the disk of the database and of its temporary files, then try again.";
            case OUT_OF_MEMORY ->
                "Give the database more memory (memory_limit on DuckDB) or a disk for temporary files.";
            case CONFLICT -> "Another transaction changed the same thing at the same time; try again.";
            case TIMEOUT -> "Allow more time or ask for less.";
            case DRIVER_MISSING -> "Add the driver to the classpath.";
            case CANCELLED, OTHER -> "";
        };
    }

    private static Kind kindOf(SQLException error, String message) {
        Kind byCode = ofCode(error.getErrorCode());
        if (byCode != null) {
            return byCode;
        }
        String text = message.toLowerCase(Locale.ROOT);
        Kind byState = ofState(String.valueOf(error.getSQLState()), text);
        if (byState != null) {
            return byState;
        }
        if (error instanceof SQLTransientConnectionException) {
            return Kind.UNREACHABLE;
        }
        return error instanceof SQLTimeoutException ? Kind.CANCELLED : ofText(text);
    }

    /** DuckDB and PostgreSQL have none. */
    private static @Nullable Kind ofCode(int code) {
        if (code == INTERRUPTED) {
            return Kind.CANCELLED;
        }
        if (TOO_LONG.contains(code)) {
            return Kind.TIMEOUT;
        }
        if (CONFLICTS.contains(code)) {
            return Kind.CONFLICT;
        }
        if (ENDED.contains(code)) {
            return Kind.UNREACHABLE;
        }
        if (READ_ONLY.contains(code)) {
            return Kind.READ_ONLY;
        }
        if (DISK_FULL.contains(code)) {
            return Kind.DISK_FULL;
        }
        return OUT_OF_MEMORY.contains(code) ? Kind.OUT_OF_MEMORY : null;
    }

    private static @Nullable Kind ofState(String state, String text) {
        return switch (state) {
            case "57014" -> text.contains("statement timeout") ? Kind.TIMEOUT : Kind.CANCELLED;
            case "53100" -> Kind.DISK_FULL;
            case "53200" -> Kind.OUT_OF_MEMORY;
            case "25006", "42501" -> Kind.READ_ONLY;
            case "40001", "40P01", "55P03", "23505" -> Kind.CONFLICT;
            case "57P01", "57P02", "57P03", "57P05", "53300", "28000", "28P01", "3D000", "25P03" -> Kind.UNREACHABLE;
            case "0A000" -> text.contains("cached plan must not change") ? Kind.CONFLICT : null;
            default -> state.startsWith("08") ? Kind.UNREACHABLE : null;
        };
    }

    /** DuckDB tells by words only, and so does the driver of MySQL where it cancelled a statement. */
    private static Kind ofText(String text) {
        if (text.startsWith("interrupt error") || text.startsWith("statement cancelled")) {
            return Kind.CANCELLED;
        }
        if (text.contains("could not set lock on file") || text.contains("being used by another process")) {
            return Kind.HELD;
        }
        if (text.contains("no space left")
                || text.contains("disk full")
                || text.contains("not enough space")
                || text.contains("file too large")
                || text.contains("disk quota")) {
            return Kind.DISK_FULL;
        }
        if (text.startsWith("out of memory error") || text.contains("max_temp_directory_size")) {
            return Kind.OUT_OF_MEMORY;
        }
        if (text.contains("read-only") || text.contains("permission denied")) {
            return Kind.READ_ONLY;
        }
        if (text.contains("conflict")
                || text.startsWith("constraint error: duplicate key")
                || text.startsWith("transactioncontext error: failed to commit")) {
            return Kind.CONFLICT;
        }
        return Kind.OTHER;
    }

    /** Which process holds the file, as far as the database says: {@code " (java, PID 123)"}. */
    static String holderOf(SQLException error) {
        Matcher holder = HOLDER.matcher(String.valueOf(error.getMessage()));
        return holder.find() ? " (" + holder.group(1) + ")" : "";
    }

    /** The sentences of the database without its repetition of our SQL. */
    private static String plain(String message) {
        String text = EXCERPT.matcher(WRAPPED.matcher(message).replaceFirst("")).replaceFirst("");
        return CONNECTION.matcher(text).replaceFirst("").strip();
    }
}
