package io.medallion.jdbc.store;

import io.medallion.Problem;
import io.medallion.jdbc.store.DatabaseException.Kind;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a database says, in our words: which operation, why, what next. Values are cut out of its messages. */
final class SqlErrors {

    private static final Pattern TEXT_IN_QUOTES = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern DUPLICATE_KEY = Pattern.compile("(?i)(duplicate key )\"[^\\n]*\"");
    private static final Pattern KEY_OF_POSTGRES = Pattern.compile("(Key \\([^)]*\\)=)\\([^\\n]*\\)");
    private static final Pattern QUOTED_AT_END = Pattern.compile("(: )\"[^\\n]*\"$", Pattern.MULTILINE);
    private static final Pattern EXCERPT = Pattern.compile("(?s)\\R\\s*LINE \\d+:.*");
    private static final Pattern WRAPPED = Pattern.compile(
            "(?s)^Invalid (?:Input )?Error: Attempting to execute an unsuccessful or closed pending query result\\s+Error: ");
    private static final Pattern HOLDER = Pattern.compile("(PID \\d+)");
    private static final int LONGEST = 500;

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
        Kind kind = kindOf(error, message);
        String shown = hide ? withoutValues(message) : message;
        SQLException cause = new SQLException(shown, error.getSQLState(), error.getErrorCode());
        cause.setStackTrace(error.getStackTrace());
        return new DatabaseException(kind, new Problem(where, said(kind, shown), adviceFor(kind)), cause);
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
        String text = message.toLowerCase(Locale.ROOT);
        String state = String.valueOf(error.getSQLState());
        if (error instanceof SQLTimeoutException || text.startsWith("interrupt error") || state.equals("57014")) {
            return Kind.CANCELLED;
        }
        if (text.contains("could not set lock on file") || text.contains("being used by another process")) {
            return Kind.HELD;
        }
        if (text.contains("no space left")
                || text.contains("disk full")
                || text.contains("not enough space")
                || text.contains("file too large")
                || text.contains("disk quota")
                || state.equals("53100")) {
            return Kind.DISK_FULL;
        }
        if (text.startsWith("out of memory error")
                || text.contains("max_temp_directory_size")
                || state.equals("53200")) {
            return Kind.OUT_OF_MEMORY;
        }
        if (text.contains("read-only") || text.contains("permission denied") || state.equals("25006")) {
            return Kind.READ_ONLY;
        }
        if (text.contains("conflict")
                || text.startsWith("constraint error: duplicate key")
                || text.startsWith("transactioncontext error: failed to commit")
                || state.equals("40001")
                || state.equals("40P01")
                || state.equals("23505")) {
            return Kind.CONFLICT;
        }
        return state.startsWith("08") ? Kind.UNREACHABLE : Kind.OTHER;
    }

    /** Which process holds the file, as far as the database says: {@code " (java, PID 123)"}. */
    static String holderOf(SQLException error) {
        Matcher holder = HOLDER.matcher(String.valueOf(error.getMessage()));
        return holder.find() ? " (" + holder.group(1) + ")" : "";
    }

    /** The sentences of the database without its repetition of our SQL. */
    private static String plain(String message) {
        String text = EXCERPT.matcher(WRAPPED.matcher(message).replaceFirst("")).replaceFirst("");
        return text.strip();
    }

    private static String withoutValues(String message) {
        String text = DUPLICATE_KEY.matcher(message).replaceAll("$1\"...\"");
        text = KEY_OF_POSTGRES.matcher(text).replaceAll("$1(...)");
        text = QUOTED_AT_END.matcher(text).replaceAll("$1\"...\"");
        text = TEXT_IN_QUOTES.matcher(text).replaceAll("'...'");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
}
