package io.medallion.jdbc.measure;

import io.medallion.MedallionException;
import io.medallion.jdbc.store.DatabaseException;
import io.medallion.profile.ColumnCounts;
import io.medallion.profile.ColumnProfile;
import io.medallion.profile.TableProfile;
import io.medallion.profile.ValueCount;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.SqlGenerator;
import io.medallion.sql.SqlStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Profiles tables where they are: the database groups and counts, only distinct values come here. Immutable, thread-safe; the
 * connection is used by one call at a time and left as it was.
 */
public final class Profiler {

    /** Up to so many rows a profile is exact by default. */
    public static final long EXACT_ROWS = 20_000_000;

    /** A column with more different values is judged by this many, the most frequent and a mix of the others. */
    private static final int EXAMINED_VALUES = 5_000;

    /** Values of all columns together that a profile keeps, and how many of one column at least and at most. */
    private static final int KEPT_VALUES = 100_000;

    private static final int FEWEST_KEPT = 50;
    private static final int MOST_KEPT = 1_000;

    /** Cells that one statement may group at the same time. */
    private static final long CELLS_AT_ONCE = 4_000_000;

    /** More would be planned for longer than they are run: every column names the table, however wide that is, once more. */
    private static final int COLUMNS_AT_ONCE = 25;

    private final SqlGenerator sql;
    private final long exactRows;

    private Profiler(SqlGenerator sql, long exactRows) {
        this.sql = sql;
        this.exactRows = exactRows;
    }

    /** A profiler for the database and the naming of this generator. */
    public static Profiler using(SqlGenerator sql) {
        return new Profiler(sql, EXACT_ROWS);
    }

    /** The same, looking at a sample of at least so many rows where a table has more. */
    public Profiler exactUpTo(long rows) {
        return new Profiler(sql, rows);
    }

    /**
     * Profiles the rows in force of a Bronze table.
     *
     * @throws MedallionException when the database refuses
     */
    public TableProfile bronze(Connection connection, BronzeSpec spec) {
        long rows = count(connection, sql.profileRows(spec));
        return profile(
                connection,
                spec.table(),
                spec.columns(),
                rows,
                (columns, values, nth) -> sql.profile(spec, columns, values, nth));
    }

    /**
     * Profiles a Silver table; values are compared as text.
     *
     * @throws MedallionException when the database refuses
     */
    public TableProfile silver(Connection connection, SilverSpec spec) {
        long rows = count(connection, sql.profileRows(spec));
        List<String> columns = List.copyOf(spec.types().keySet());
        return profile(
                connection, spec.table(), columns, rows, (some, values, nth) -> sql.profile(spec, some, values, nth));
    }

    private interface Facts {
        SqlStatement of(List<String> columns, int values, long everyNth);
    }

    private TableProfile profile(Connection connection, String table, List<String> columns, long rows, Facts facts) {
        long everyNth = Math.max(1, rows / Math.max(1, exactRows));
        int kept = Math.max(FEWEST_KEPT, Math.min(MOST_KEPT, KEPT_VALUES / Math.max(1, columns.size())));
        int atOnce = (int) Math.max(1, Math.min(COLUMNS_AT_ONCE, CELLS_AT_ONCE / Math.max(1, rows / everyNth)));
        List<ColumnProfile> profiles = new ArrayList<>();
        for (int from = 0; from < columns.size(); from += atOnce) {
            List<String> some = columns.subList(from, Math.min(columns.size(), from + atOnce));
            profiles.addAll(read(connection, table, some, facts.of(some, EXAMINED_VALUES, everyNth), kept));
        }
        long looked = profiles.isEmpty() ? rows : profiles.get(0).rows();
        return new TableProfile(table, rows, looked, profiles);
    }

    private static List<ColumnProfile> read(
            Connection connection, String table, List<String> columns, SqlStatement facts, int kept) {
        ColumnCounts[] counts = new ColumnCounts[columns.size()];
        @Nullable String[] leadingZeros = new @Nullable String[columns.size()];
        List<List<ValueCount>> values = new ArrayList<>();
        columns.forEach(c -> values.add(new ArrayList<>()));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(facts.text())) {
            while (row.next()) {
                int column = row.getInt("column_index");
                if (row.getInt("kind") == 0) {
                    counts[column] = counts(row);
                } else if (row.getInt("kind") == 2) {
                    leadingZeros[column] = row.getString("value");
                } else {
                    values.get(column).add(new ValueCount(row.getString("value"), row.getLong("row_count")));
                }
            }
        } catch (SQLException refused) {
            throw refusal(table, refused);
        }
        List<ColumnProfile> profiles = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            List<ValueCount> sorted = values.get(i);
            @Nullable String zero = leadingZeros[i];
            if (zero != null && sorted.stream().noneMatch(v -> v.value().equals(zero))) {
                sorted.add(new ValueCount(zero, 1));
            }
            sorted.sort((a, b) -> Long.compare(b.rows(), a.rows()));
            profiles.add(ColumnProfile.of(columns.get(i), counts[i], sorted, kept));
        }
        return profiles;
    }

    private static ColumnCounts counts(ResultSet row) throws SQLException {
        return new ColumnCounts(
                row.getLong("row_count"),
                row.getLong("nulls"),
                row.getLong("blanks"),
                row.getLong("distinct_values"),
                row.getInt("shortest"),
                row.getInt("longest"));
    }

    private static long count(Connection connection, SqlStatement query) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query.text())) {
            row.next();
            return row.getLong("row_count");
        } catch (SQLException refused) {
            throw refusal(query.label(), refused);
        }
    }

    private static MedallionException refusal(String what, SQLException refused) {
        return DatabaseException.of("profile of '" + what + "'", refused);
    }
}
