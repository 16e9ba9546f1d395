package io.medallion.jdbc.source;

import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Pattern;

/** What a source database says, in our words and without values: they stand in quotes, after colons or in parentheses of its messages. */
final class SourceFailure {

    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern VALUE_AT_END = Pattern.compile("(: )\"[^\\n]*\"", Pattern.MULTILINE);
    private static final Pattern BARE = Pattern.compile("(?i)\\b(value|key|entry)( ?[:=]?) [^\\s'\"]+");
    private static final Pattern WRAPPED = Pattern.compile(
            "(?s)^Invalid (?:Input )?Error: Attempting to execute an unsuccessful or closed pending query result\\s+Error: ");
    private static final Pattern MORE_LINES = Pattern.compile("(?s)\\R.*");
    private static final Pattern CONNECTION_NUMBER = Pattern.compile("^\\(conn=\\d+\\) ");

    private SourceFailure() {}

    /**
     * A refusal.
     *
     * @param doing what was tried, as "cannot be read"
     */
    static SourceException of(String where, String doing, SQLException refused) {
        String said = said(refused);
        SQLException cause = new SQLException(said, refused.getSQLState(), refused.getErrorCode());
        cause.setStackTrace(refused.getStackTrace());
        return SourceException.of(where, doing + "; the database says: " + sentence(said), advice(refused), cause);
    }

    private static String said(SQLException refused) {
        String message =
                WRAPPED.matcher(String.valueOf(refused.getMessage()).strip()).replaceFirst("");
        message = MORE_LINES.matcher(message).replaceFirst("");
        message = CONNECTION_NUMBER.matcher(message).replaceFirst("");
        message = BARE.matcher(message).replaceAll("$1$2 ...");
        return VALUE_AT_END.matcher(QUOTED.matcher(message).replaceAll("'...'")).replaceAll("$1\"...\"");
    }

    private static String sentence(String said) {
        return said.endsWith(".") || said.endsWith("!") ? said : said + ".";
    }

    private static String advice(SQLException refused) {
        if (refused instanceof SQLTransientConnectionException) {
            return "Check that the database can be reached, and that its pool has a connection to spare: reading rows takes"
                    + " one beside that of the load.";
        }
        String state = String.valueOf(refused.getSQLState());
        if (isDenied(refused, state)) {
            return "Grant the user of this data source the right to select from it.";
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return "Check that the database is up and can be reached, then load again; nothing of this load is kept.";
        }
        if (state.startsWith("42")) {
            return "Check the SQL and the names in it.";
        }
        return "Nothing of this load is kept.";
    }

    private static boolean isDenied(SQLException refused, String state) {
        return refused instanceof SQLInvalidAuthorizationSpecException
                || state.equals("42501")
                || state.startsWith("28")
                || refused.getErrorCode() == 1142
                || refused.getErrorCode() == 1044;
    }
}
