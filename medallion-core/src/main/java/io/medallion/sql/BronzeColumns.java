package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.spec.BronzeSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns of a Bronze table: those of its source as text, then where each row came from. */
final class BronzeColumns {

    private static final Map<String, ColumnType> METADATA = metadata();

    private BronzeColumns() {}

    private static Map<String, ColumnType> metadata() {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        columns.put("_loaded_at", ColumnType.TIMESTAMP);
        columns.put("_source_id", ColumnType.TEXT);
        columns.put("_source_file", ColumnType.TEXT);
        columns.put("_batch_id", ColumnType.TEXT);
        columns.put("_row_number", ColumnType.BIGINT);
        columns.put("_row_hash", ColumnType.TEXT);
        columns.put("_schema_version", ColumnType.INTEGER);
        return columns;
    }

    static Map<String, ColumnType> of(BronzeSpec spec) {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        for (String column : spec.columns()) {
            columns.put(column, ColumnType.TEXT);
        }
        METADATA.forEach((name, type) -> {
            if (spec.rowHash() || !name.equals("_row_hash")) {
                columns.put(name, type);
            }
        });
        return columns;
    }

    /** The columns but those of {@link #stamp()}. */
    static Map<String, ColumnType> unstamped(BronzeSpec spec) {
        Map<String, ColumnType> columns = new LinkedHashMap<>(of(spec));
        columns.keySet().removeAll(stamp().keySet());
        return columns;
    }

    /** The columns whose value is the same in every row of a batch. */
    static Map<String, ColumnType> stamp() {
        Map<String, ColumnType> columns = new LinkedHashMap<>(METADATA);
        columns.keySet().removeAll(List.of("_row_number", "_row_hash"));
        return columns;
    }

    /** Refuses source columns that are called like a metadata column. */
    static void check(BronzeSpec spec) {
        List<Problem> problems = spec.columns().stream()
                .filter(column -> METADATA.containsKey(column.toLowerCase(Locale.ROOT)))
                .map(column -> Problem.at(
                                "Bronze spec '" + spec.table() + "': column '" + column + "'",
                                "has the name of a metadata column.")
                        .advise("Name it otherwise, such as '" + column + "_2'."))
                .toList();
        if (!problems.isEmpty()) {
            throw new MedallionException(problems, null);
        }
    }
}
