package io.medallion.jdbc.load;

import io.medallion.jdbc.source.CsvFormat;
import io.medallion.jdbc.source.CsvScan;
import io.medallion.jdbc.source.SourcePart;
import io.medallion.spec.BronzeSpec;
import io.medallion.sql.SqlGenerator;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB's own reader as the source of an insert. Nothing is left to its sniffer: it reads exactly what was found out about the file, strictly, and
 * every value as text.
 */
final class ReadCsv {

    private static final long LONGEST_LINE = 2_097_152;

    private final SqlGenerator sql;

    ReadCsv(SqlGenerator sql) {
        this.sql = sql;
    }

    /** Whether the reader takes the name of the file for itself and not for a pattern. */
    static boolean canName(Path file) {
        return file.toString().chars().noneMatch(c -> c == '*' || c == '?' || c == '[' || c == '\\');
    }

    /**
     * The insert of a whole file.
     *
     * @param scan of the file, null while it is being made: then no record may be very long or go over several lines
     */
    String insert(SourcePart part, Target target, @Nullable CsvScan scan) {
        return insert(target, "row_number() over ()", table(part, scan));
    }

    /** The insert of a file that {@link #stage} has read. */
    String insertStaged(Target target, String stage) {
        return insert(target, "rowid + 1", stage);
    }

    /** Reads a file as it is, in the order of its records, into a table that is made for it. */
    static String stage(SourcePart part, String stage) {
        return "create temp table " + stage + " as\nselect * from " + table(part, null);
    }

    private String insert(Target target, String rowNumber, String from) {
        BronzeSpec spec = target.spec();
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < spec.columns().size(); i++) {
            if (target.positions()[i] >= 0) {
                columns.add(sql.quoted(spec.columns().get(i)));
                values.add(cell(target.positions()[i]));
            }
        }
        Stamp stamp = target.stamp();
        add(columns, values, "_loaded_at", timestamp(LocalDateTime.ofInstant(stamp.loadedAt(), ZoneOffset.UTC)));
        add(columns, values, "_source_id", literal(stamp.sourceId()));
        add(columns, values, "_source_file", literal(stamp.sourceFile()));
        add(columns, values, "_batch_id", literal(stamp.batchId()));
        add(columns, values, "_row_number", rowNumber);
        if (spec.rowHash()) {
            add(columns, values, "_row_hash", hash(target));
        }
        add(columns, values, "_schema_version", "" + stamp.schemaVersion());
        return "insert into " + sql.quoted(target.name(sql.naming())) + " (" + String.join(", ", columns) + ")\nselect "
                + String.join(", ", values) + "\nfrom " + from;
    }

    private String hash(Target target) {
        List<String> columns = target.spec().columns();
        return RowHash.sql(columns, name -> {
            int position = target.positions()[columns.indexOf(name)];
            return position < 0 ? "cast(null as varchar)" : cell(position);
        });
    }

    private void add(List<String> columns, List<String> values, String column, String value) {
        columns.add(sql.quoted(column));
        values.add(value);
    }

    private static String table(SourcePart part, @Nullable CsvScan scan) {
        CsvFormat format = part.format().orElseThrow();
        String columns = IntStream.range(0, part.columns().size())
                .mapToObj(i -> literal(cell(i)) + ": 'VARCHAR'")
                .collect(Collectors.joining(", "));
        Character delimiter = format.delimiter();
        String quote = literal(format.quote() == null ? "" : format.quote().toString());
        long longest = scan == null ? 0 : scan.longestRecord() + 16;
        return "read_csv(" + literal(part.file().orElseThrow().toAbsolutePath().toString())
                + ", auto_detect = false, columns = {" + columns + "}"
                + ", delim = " + literal(String.valueOf(delimiter == null ? CsvScan.NO_DELIMITER : delimiter))
                + ", quote = " + quote + ", escape = " + quote
                + ", header = " + format.header()
                + ", nullstr = '', allow_quoted_nulls = false, null_padding = false, strict_mode = true"
                + ", ignore_errors = false, compression = 'none', encoding = 'utf-8', hive_partitioning = false"
                + ", parallel = " + (scan == null || !scan.multiLine())
                + ", max_line_size = " + Math.max(LONGEST_LINE, longest) + ")";
    }

    private static String cell(int position) {
        return "c" + position;
    }

    private static String timestamp(LocalDateTime time) {
        return "timestamp '" + time + "'";
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
