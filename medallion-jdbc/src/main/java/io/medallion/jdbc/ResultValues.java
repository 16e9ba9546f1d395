package io.medallion.jdbc;

import io.medallion.ColumnType;
import io.medallion.ColumnType.Kind;
import io.medallion.jdbc.store.Session;
import io.medallion.sql.Dialect;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a result, the same on every database whatever the zone of the JVM: dates and times as those of {@code java.time},
 * instants as {@link OffsetDateTime} in UTC, truth as {@link Boolean}, numbers and text as the driver gives them.
 *
 * <p>{@code java.sql.Timestamp} is never met: it moves days of October 1582 and the hours that summer time skips.
 */
final class ResultValues {

    private final Dialect dialect;
    private final @Nullable Kind[] kinds;

    /**
     * @param types of the columns by their label, as far as they are known; the driver tells the others
     */
    ResultValues(Dialect dialect, ResultSetMetaData columns, Map<String, ColumnType> types) throws SQLException {
        this.dialect = dialect;
        this.kinds = new Kind[columns.getColumnCount()];
        for (int i = 0; i < kinds.length; i++) {
            ColumnType known = types.get(columns.getColumnLabel(i + 1));
            kinds[i] = known == null ? told(columns, i + 1) : known.kind();
        }
    }

    /** The value of a column of the row it stands on, the first column being 1. */
    @Nullable
    Object of(ResultSet row, int column) throws SQLException {
        Kind kind = kinds[column - 1];
        if (kind == null) {
            return row.getObject(column);
        }
        return switch (kind) {
            case DATE -> own(row, column, LocalDate.class);
            case TIME -> own(row, column, LocalTime.class);
            case TIMESTAMP -> Session.dateTime(row, column);
            case TIMESTAMPTZ -> instant(row, column);
            case BOOLEAN -> truth(row.getObject(column));
            // what is computed on the way may come in a wider type
            case INTEGER -> row.getObject(column) instanceof Number number ? Math.toIntExact(number.longValue()) : null;
            case BIGINT -> row.getObject(column) instanceof Number number ? number.longValue() : null;
            case TEXT, DECIMAL, DOUBLE, JSON -> row.getObject(column);
        };
    }

    private static @Nullable Kind told(ResultSetMetaData columns, int column) throws SQLException {
        return switch (columns.getColumnType(column)) {
            case Types.DATE -> Kind.DATE;
            case Types.TIME -> Kind.TIME;
            case Types.TIMESTAMP ->
                columns.getColumnTypeName(column).equalsIgnoreCase("timestamptz") ? Kind.TIMESTAMPTZ : Kind.TIMESTAMP;
            case Types.TIMESTAMP_WITH_TIMEZONE -> Kind.TIMESTAMPTZ;
            default -> null;
        };
    }

    /** DuckDB's driver gives these as they are, and moves dates of 1582 when it is asked for them by name. */
    private @Nullable Object own(ResultSet row, int column, Class<?> type) throws SQLException {
        return switch (dialect) {
            case DUCKDB -> row.getObject(column);
            case POSTGRES, MARIADB, MYSQL -> row.getObject(column, type);
        };
    }

    private @Nullable OffsetDateTime instant(ResultSet row, int column) throws SQLException {
        return switch (dialect) {
            case DUCKDB -> {
                // the driver computes instants by the clock of the JVM's zone, which shows an hour twice in autumn; as
                // a number they
                // are the microseconds since 1970
                long micros = row.getLong(column);
                yield row.wasNull()
                        ? null
                        : Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
            }
            case POSTGRES -> {
                OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
                yield value == null ? null : value.withOffsetSameInstant(ZoneOffset.UTC);
            }
            // kept as date and time in UTC
            case MARIADB, MYSQL -> {
                LocalDateTime value = Session.dateTime(row, column);
                yield value == null ? null : value.atOffset(ZoneOffset.UTC);
            }
        };
    }

    private static @Nullable Object truth(@Nullable Object value) {
        return value instanceof Number number ? Boolean.valueOf(number.intValue() != 0) : value;
    }
}
