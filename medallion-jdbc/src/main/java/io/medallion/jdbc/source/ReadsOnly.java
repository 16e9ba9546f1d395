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
 * function, or anything of that name, may write; functions that are not volatile cannot. DuckDB has no functions that write rows.
 */
final class ReadsOnly {

    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");
    private static final Pattern DEPENDS_ON_SETTINGS = Pattern.compile("\\\\|(?i:u&)|=\\s*(?i:null)");
    private static final Set<String> LOCKING_OR_WRITING =
            Set.of("update", "share", "into", "insert", "delete", "merge");

    private ReadsOnly() {}

    static boolean is(SourceProduct product, JdbcRelation relation, Connection connection) throws SQLException {
        if (!(relation instanceof JdbcRelation.Query query)) {
            return true;
        }
        return switch (product) {
            case DUCKDB -> true;
            case POSTGRES -> isOnPostgres(query.sql(), connection);
            case MARIADB, OTHER -> false;
        };
    }

    private static boolean isOnPostgres(String sql, Connection connection) throws SQLException {
        if (DEPENDS_ON_SETTINGS.matcher(sql).find()) {
            return false;
        }
        Set<String> words = new TreeSet<>();
        WORD.matcher(sql).results().map(MatchResult::group).forEach(word -> {
            words.add(word);
            words.add(word.toLowerCase(Locale.ROOT));
        });
        if (words.stream().anyMatch(LOCKING_OR_WRITING::contains)) {
            return false;
        }
        try (PreparedStatement statement = connection.prepareStatement("select not exists (select 1 from"
                + " pg_catalog.pg_proc where provolatile = 'v' and proname::text = any(?))")) {
            statement.setArray(1, connection.createArrayOf("text", words.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
