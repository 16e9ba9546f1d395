package io.medallion.jdbc.load;

import io.medallion.spec.BronzeSpec;
import io.medallion.sql.BronzeStamp;
import io.medallion.sql.SqlGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Inserts what the database has at hand, its columns named {@code c0, c1, ..} in the order of the source, as the rows of a batch. */
final class InsertRows {

    private final SqlGenerator sql;

    InsertRows(SqlGenerator sql) {
        this.sql = sql;
    }

    /**
     * The statement.
     *
     * @param rowNumber the expression for the number of a row
     * @param from what follows FROM
     */
    String from(Target target, String rowNumber, String from) {
        BronzeSpec spec = target.spec();
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < spec.columns().size(); i++) {
            if (target.positions()[i] >= 0) {
                columns.add(sql.quoted(spec.columns().get(i)));
                values.add(cell(target.positions()[i]));
            }
        }
        BronzeStamp stamp = target.stamp();
        add(columns, values, "_loaded_at", timestamp(stamp.loadedAt()));
        add(columns, values, "_source_id", text(stamp.sourceId()));
        add(columns, values, "_source_file", text(stamp.sourceFile()));
        add(columns, values, "_batch_id", text(stamp.batchId()));
        add(columns, values, "_row_number", rowNumber);
        if (spec.rowHash()) {
            add(columns, values, "_row_hash", hash(target));
        }
        add(columns, values, "_schema_version", "" + stamp.schemaVersion());
        return "insert into " + sql.quoted(target.name(sql.naming())) + " (" + String.join(", ", columns) + ")\nselect "
                + String.join(", ", values) + "\nfrom " + from;
    }

    static String cell(int position) {
        return "c" + position;
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private String text(String text) {
        return switch (sql.dialect()) {
            case DUCKDB, POSTGRES -> literal(text);
            case MARIADB, MYSQL -> LoadDataText.literal(text);
        };
    }

    private String hash(Target target) {
        List<String> columns = target.spec().columns();
        String missing =
                switch (sql.dialect()) {
                    case DUCKDB, POSTGRES -> "cast(null as varchar)";
                    case MARIADB, MYSQL -> "null";
                };
        return RowHash.sql(sql.dialect(), columns, name -> {
            int position = target.positions()[columns.indexOf(name)];
            return position < 0 ? missing : cell(position);
        });
    }

    private void add(List<String> columns, List<String> values, String column, String value) {
        columns.add(sql.quoted(column));
        values.add(value);
    }

    private static String timestamp(Instant time) {
        return "timestamp '" + LoadDataText.TIME.format(time) + "'";
    }
}
