package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.Dialect;
import io.medallion.sql.SqlScript.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The library's own tables, version by version. Versions that were released never change; a new one adds statements.
 *
 * <p>Only names that are looked up or must not repeat are keys: what is written under the lock of a pipeline needs no index
 * to be right, and an index would slow every load.
 */
final class OwnTables {

    /** A line per table: its name, its columns with their types, and after {@code key} the columns that identify a row. */
    private static final List<String> FIRST_VERSION = List.of(
            "migrations: version INTEGER, applied_at TIMESTAMP; key version",
            "pipelines: name NAME, created_at TIMESTAMP; key name",
            "tables: layer NAME, table_name NAME, pipeline NAME; key layer, table_name",
            "locks: pipeline NAME, owner TEXT, process TEXT, since TIMESTAMP; key pipeline",
            "specs: pipeline NAME, layer NAME, table_name NAME, version INTEGER, fingerprint TEXT, json TEXT,"
                    + " created_at TIMESTAMP, in_force BOOLEAN",
            "batches: table_name NAME, batch_id NAME, pipeline NAME, sequence BIGINT, mode TEXT, source_id TEXT,"
                    + " source_file TEXT, content_hash TEXT, rows BIGINT, rejects BIGINT, schema_version INTEGER,"
                    + " loaded_at TIMESTAMP, latency_rows BIGINT?, latency_least DOUBLE?, latency_greatest DOUBLE?,"
                    + " latency_mean DOUBLE?, in_force BOOLEAN",
            "bronze_rejects: table_name NAME, batch_id NAME, row_number BIGINT, line BIGINT, reason TEXT, raw TEXT",
            "schema_changes: table_name NAME, version INTEGER, change TEXT, column_name TEXT, original TEXT?,"
                    + " batch_id TEXT, changed_at TIMESTAMP",
            "builds: build_id NAME, pipeline NAME, layer TEXT, table_name TEXT, version BIGINT, spec_fingerprint TEXT,"
                    + " status TEXT, started_at TIMESTAMP, finished_at TIMESTAMP?, rows_read BIGINT, rows_written BIGINT,"
                    + " rows_rejected BIGINT, rows_duplicate BIGINT, sql_text TEXT, error TEXT?",
            "build_reasons: build_id NAME, rule TEXT, action TEXT, row_count BIGINT",
            "table_states: layer NAME, table_name NAME, version BIGINT, build_id TEXT, spec_fingerprint TEXT,"
                    + " built_from TEXT, row_count BIGINT, published_at TIMESTAMP");

    private final Rendering rendering;

    OwnTables(Rendering rendering) {
        this.rendering = rendering;
    }

    SqlScript all() {
        return migrations().stream()
                .map(SqlMigration::script)
                .reduce(SqlScript::and)
                .orElseThrow();
    }

    List<SqlMigration> migrations() {
        List<SqlStatement> first = new ArrayList<>(
                new Schemas(rendering).of(Set.of(rendering.naming().own("migrations"))));
        FIRST_VERSION.forEach(table -> first.add(create(table)));
        return List.of(new SqlMigration(1, "the first tables", SqlScript.of(first)));
    }

    private SqlStatement create(String line) {
        String table = line.substring(0, line.indexOf(':'));
        String[] parts = line.substring(line.indexOf(':') + 1).split("; key ");
        List<String> lines = Arrays.stream(parts[0].strip().split(", "))
                .map(this::column)
                .collect(Collectors.toCollection(ArrayList::new));
        if (parts.length > 1) {
            lines.add("primary key ("
                    + Arrays.stream(parts[1].split(", ")).map(this::quoted).collect(Collectors.joining(", ")) + ")");
        }
        String name = rendering.text(rendering.name(rendering.naming().own(table)));
        return new SqlStatement(
                Step.CREATE,
                "create own table " + table,
                "create table if not exists " + name + " (\n  " + String.join(",\n  ", lines) + "\n)");
    }

    private String column(String nameAndType) {
        String[] words = nameAndType.split(" ");
        boolean nullable = words[1].endsWith("?");
        return quoted(words[0]) + " " + type(words[1].replace("?", "")) + (nullable ? "" : " not null");
    }

    /** A NAME is a text that can be a key: on MariaDB that needs a length. */
    private String type(String type) {
        boolean name = type.equals("NAME");
        if (name && rendering.dialect() == Dialect.MARIADB) {
            return "varchar(250) character set utf8mb4 collate utf8mb4_nopad_bin";
        }
        return rendering.text(ColumnTypes.column(name ? ColumnType.TEXT : ColumnType.parse(type), rendering.dialect()));
    }

    private String quoted(String column) {
        return rendering.text(rendering.columnName(column));
    }
}
