package io.medallion.jdbc.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Whether a query surely writes nothing, outside of a read-only transaction, and means the same there. On PostgreSQL a query that names a volatile
 * function, or anything of that name, may write; functions that are not volatile cannot. On MariaDB a stored function may write, and a sequence or
 * a variable changes. What a view calls is not looked at. DuckDB has no functions that write rows.
 */
final class ReadsOnly {

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    /** A name that is one of the words wherever it is written; others, which have to be quoted, are looked for as they are. */
    private static final String PLAIN = "^[A-Za-z_][A-Za-z0-9_$]*$";

    private static final Pattern DEPENDS_ON_SETTINGS = Pattern.compile("\\\\|(?i:u&)|=\\s*(?i:null)");
    private static final Set<String> LOCKING_OR_WRITING =
            Set.of("update", "share", "into", "insert", "delete", "merge");

    private static final Set<String> CHANGING_ON_MARIADB =
            Set.of("next", "nextval", "setval", "get_lock", "release_lock", "release_all_locks", "last_insert_id");

    private ReadsOnly() {}

    static boolean is(SourceProduct product, JdbcRelation relation, Connection connection) throws SQLException {
        if (!(relation instanceof JdbcRelation.Query query)) {
            return true;
        }
        return switch (product) {
            case DUCKDB -> true;
            case POSTGRES -> isOnPostgres(query.sql(), connection);
            case MARIADB -> isOnMariaDb(query.sql(), connection);
            case MYSQL, OTHER -> false;
        };
    }

    private static boolean isOnPostgres(String sql, Connection connection) throws SQLException {
        if (DEPENDS_ON_SETTINGS.matcher(sql).find()) {
            return false;
        }
        Set<String> words = words(sql);
        if (words.stream().anyMatch(LOCKING_OR_WRITING::contains)) {
            return false;
        }
        try (PreparedStatement statement = connection.prepareStatement("select not exists (select 1 from"
                + " pg_catalog.pg_proc where provolatile = 'v' and (proname::text = any(?)"
                + " or proname !~ ? and strpos(lower(? collate \"C\"), lower(proname::text collate \"C\")) > 0))")) {
            statement.setArray(1, connection.createArrayOf("text", words.toArray()));
            statement.setString(2, PLAIN);
            statement.setString(3, unquoted(sql));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static boolean isOnMariaDb(String sql, Connection connection) throws SQLException {
        Set<String> words = words(sql);
        String text = unquoted(sql.toLowerCase(Locale.ROOT));
        if (sql.indexOf('@') >= 0
                || words.stream()
                        .anyMatch(word -> LOCKING_OR_WRITING.contains(word) || CHANGING_ON_MARIADB.contains(word))) {
            return false;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                        "select routine_name from information_schema.routines where routine_type <> 'PROCEDURE'");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String name = row.getString(1).toLowerCase(Locale.ROOT);
                if (name.matches(PLAIN) ? words.contains(name) : text.contains(unquoted(name))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A quote within a quoted name is written once. */
    private static String unquoted(String sql) {
        return sql.replace("\"\"", "\"").replace("``", "`");
    }

    /** As they are written, and in lower case. */
    private static Set<String> words(String sql) {
        Set<String> words = new TreeSet<>();
        WORD.matcher(sql).results().map(MatchResult::group).forEach(word -> {
            words.add(word);
            words.add(word.toLowerCase(Locale.ROOT));
        });
        return words;
    }
}
