package io.medallion.jdbc.store;

import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts values out of what databases say. Names of tables and columns stay where a message holds nothing else in quotes; where it
 * may hold a value, everything between the first and the last quote goes, for no database escapes quotes in there.
 */
final class ValuesInErrors {

    private static final Pattern TEXT_IN_QUOTES = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern DUPLICATE_KEY = Pattern.compile("(?i)(duplicate key )\"[^\\n]*\"");
    private static final Pattern KEY_OF_POSTGRES = Pattern.compile("(Key \\([^)]*\\)=)\\([^\\n]*\\)");
    private static final Pattern QUOTED_AT_END = Pattern.compile("(: )\"[^\\n]*\"$", Pattern.MULTILINE);
    private static final Pattern ALL_SINGLE = Pattern.compile("(?s)'.*'");
    private static final Pattern ALL_DOUBLE = Pattern.compile("(?s)\".*\"");

    /** Where PostgreSQL repeats rows and statements. */
    private static final Pattern DETAILS = Pattern.compile("(?s)\\R\\s*(?:Detail|Where|Internal Query|Position): .*");

    /** Of MariaDB and MySQL: missing or repeated tables, columns and databases, rights, columns that cannot hold something. */
    private static final Set<Integer> NAMES_ONLY = Set.of(
            1044, 1046, 1048, 1049, 1050, 1051, 1054, 1060, 1061, 1091, 1109, 1142, 1143, 1146, 1176, 1264, 1364, 1406);

    /** Of PostgreSQL: class 42 but syntax errors, which quote what they stumble over. */
    private static final String SYNTAX_ERROR = "42601";

    private static final int LONGEST = 500;

    private ValuesInErrors() {}

    static String cutOut(String message, SQLException error) {
        String state = error.getSQLState();
        String text;
        if (state == null) {
            text = ofDuckDb(message);
        } else if (error.getErrorCode() != 0) {
            text = NAMES_ONLY.contains(error.getErrorCode())
                    ? message
                    : ALL_SINGLE.matcher(message).replaceFirst("'...'");
        } else {
            text = ofPostgres(message, state);
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    private static String ofPostgres(String message, String state) {
        String text = DETAILS.matcher(message).replaceFirst("");
        boolean namesOnly = state.startsWith("42") && !state.equals(SYNTAX_ERROR)
                || state.startsWith("23")
                || state.startsWith("55")
                || state.startsWith("3");
        return namesOnly ? text : ofDuckDb(ALL_DOUBLE.matcher(text).replaceFirst("\"...\""));
    }

    private static String ofDuckDb(String message) {
        String text = DUPLICATE_KEY.matcher(message).replaceAll("$1\"...\"");
        text = KEY_OF_POSTGRES.matcher(text).replaceAll("$1(...)");
        text = QUOTED_AT_END.matcher(text).replaceAll("$1\"...\"");
        return TEXT_IN_QUOTES.matcher(text).replaceAll("'...'");
    }
}
