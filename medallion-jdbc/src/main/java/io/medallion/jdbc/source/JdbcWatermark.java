package io.medallion.jdbc.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a table or query was read. */
final class JdbcWatermark implements Watermark {

    private final Increment increment;
    private final int position;
    private final WatermarkType type;
    private final ColumnText text;
    private final String sinceSql;
    private final String greatestSql;
    private final String where;
    private @Nullable String since;
    private @Nullable String reached;

    JdbcWatermark(
            Increment increment, SourceConnection source, JdbcRelation relation, ResultSetMetaData data, int column)
            throws SQLException {
        SourceSql sql = new SourceSql(source, relation);
        String typeName = String.valueOf(data.getColumnTypeName(column));
        this.increment = increment;
        this.position = column;
        this.where = relation.label() + ": watermark '" + increment.column() + "'";
        this.type = WatermarkType.of(data.getColumnType(column), typeName)
                .orElseThrow(() -> SourceException.of(
                        where,
                        "is of type " + typeName + ", whose values cannot be gone on from.",
                        "Take a column of integers, decimals, dates, timestamps or text."));
        this.text = ColumnTexts.of(source.product(), data, column);
        this.sinceSql = sql.since(data, column);
        this.greatestSql = sql.greatest(data, column);
    }

    @Override
    public String column() {
        return increment.column();
    }

    @Override
    public void since(@Nullable String reached) {
        this.since = reached;
    }

    @Override
    public Optional<String> reached() {
        return Optional.ofNullable(reached);
    }

    /**
     * Asks for the greatest value: before the rows are read, so that what comes in between is read again, not missed. Gives the statement that reads
     * the rows.
     */
    String begin(SourceConnection source, String everything) throws SQLException {
        begin(source.connection());
        return since == null ? everything : sinceSql;
    }

    /** The same without a statement. */
    void begin(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(greatestSql);
                ResultSet row = statement.executeQuery()) {
            reached = row.next() ? text.of(row, 1) : null;
        }
        if (reached == null) {
            reached = since;
        }
    }

    void bind(PreparedStatement statement) throws SQLException {
        Object value = from();
        if (value != null) {
            statement.setObject(1, value);
        }
    }

    /** Of the column, from 1 on. */
    int position() {
        return position;
    }

    /** The value to read on from, null for everything. */
    @Nullable
    Object from() {
        String before = since;
        if (before == null) {
            return null;
        }
        try {
            return type.since(before, increment);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw SourceException.of(
                    where,
                    "The greatest value of an earlier load is no " + type.name().toLowerCase(Locale.ROOT)
                            + " to go on from.",
                    "Look for values like infinity in the column, or take another one.");
        }
    }
}
