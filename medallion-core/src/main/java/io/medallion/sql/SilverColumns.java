package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.spec.SilverSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** The columns of a Silver table and of the two tables beside it; every row carries the address of its Bronze row. */
final class SilverColumns {

    private SilverColumns() {}

    static Map<String, ColumnType> of(SilverSpec spec) {
        Map<String, ColumnType> columns = new LinkedHashMap<>(spec.types());
        columns.putAll(address());
        return columns;
    }

    /** What is known of every row in force before the refused ones are gone. */
    static Map<String, ColumnType> judged(SilverSpec spec) {
        Map<String, ColumnType> columns = of(spec);
        columns.put("_reasons", ColumnType.TEXT);
        columns.put("_warnings", ColumnType.TEXT);
        return columns;
    }

    /** The same of rows that are gone soon. */
    static Map<String, ColumnType> found() {
        Map<String, ColumnType> columns = address();
        columns.put("_reasons", ColumnType.TEXT);
        columns.put("_warnings", ColumnType.TEXT);
        return columns;
    }

    static Map<String, ColumnType> rejects() {
        Map<String, ColumnType> columns = address();
        columns.put("rule", ColumnType.TEXT);
        columns.put("column_name", ColumnType.TEXT);
        columns.put("value", ColumnType.TEXT);
        columns.put("witness_batch_id", ColumnType.TEXT);
        columns.put("witness_row_number", ColumnType.BIGINT);
        return columns;
    }

    static Map<String, ColumnType> duplicates() {
        Map<String, ColumnType> columns = address();
        columns.put("winner_batch_id", ColumnType.TEXT);
        columns.put("winner_row_number", ColumnType.BIGINT);
        return columns;
    }

    static Map<String, ColumnType> address() {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put("_batch_id", ColumnType.TEXT);
        columns.put("_row_number", ColumnType.BIGINT);
        return columns;
    }
}
