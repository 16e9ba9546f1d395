package io.medallion.sql;

import io.medallion.ColumnType;
import java.math.BigDecimal;

/** Values as one text on every database. */
final class CellText {

    /** What stands for NULL. */
    static final String NULL = "\u2205";

    private CellText() {}

    /** SQL for the text of a column. */
    static String of(Dialect dialect, String column, ColumnType type) {
        boolean zoned = type.equals(ColumnType.TIMESTAMPTZ);
        return switch (dialect) {
            case DUCKDB, POSTGRES -> "cast(" + column + (zoned ? " at time zone 'UTC'" : "") + " as varchar)";
            case MARIADB, MYSQL ->
                switch (type.kind()) {
                    case BOOLEAN -> "case when " + column + " then 'true' when not " + column + " then 'false' end";
                    case TIME, TIMESTAMP, TIMESTAMPTZ ->
                        "trim(trailing '.' from trim(trailing '0' from cast(" + column + " as char)))";
                    default -> "cast(" + column + " as char)";
                };
        };
    }

    /** The same with something for NULL. */
    static String filled(Dialect dialect, String column, ColumnType type) {
        return "coalesce(" + of(dialect, column, type) + ", '" + NULL + "')";
    }

    /** Databases write doubles and zeros before the point in different ways; the number is meant, with its sign. */
    static String read(String cell, ColumnType type) {
        if (cell.equals(NULL)) {
            return cell;
        }
        return switch (type.kind()) {
            case DOUBLE -> String.valueOf(Double.parseDouble(cell));
            case DECIMAL -> new BigDecimal(cell).toPlainString();
            default -> cell;
        };
    }
}
