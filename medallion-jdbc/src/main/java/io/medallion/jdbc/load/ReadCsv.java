package io.medallion.jdbc.load;

import io.medallion.jdbc.source.CsvFormat;
import io.medallion.jdbc.source.CsvScan;
import io.medallion.jdbc.source.SourcePart;
import io.medallion.sql.SqlGenerator;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB's own reader as the source of an insert. Nothing is left to its sniffer: it reads exactly what was found out about the file, strictly, and
 * every value as text.
 */
final class ReadCsv {

    private static final long LONGEST_LINE = 2_097_152;

    private final InsertRows rows;

    ReadCsv(SqlGenerator sql) {
        this.rows = new InsertRows(sql);
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
        return rows.from(target, "row_number() over ()", table(part, scan));
    }

    /** The insert of a file that {@link #stage} has read. */
    String insertStaged(Target target, String stage) {
        return rows.from(target, "rowid + 1", stage);
    }

    /** Reads a file as it is, in the order of its records, into a table that is made for it. */
    static String stage(SourcePart part, String stage) {
        return "create temp table " + stage + " as\nselect * from " + table(part, null);
    }

    private static String table(SourcePart part, @Nullable CsvScan scan) {
        CsvFormat format = part.format().orElseThrow();
        String columns = IntStream.range(0, part.columns().size())
                .mapToObj(i -> InsertRows.literal(InsertRows.cell(i)) + ": 'VARCHAR'")
                .collect(Collectors.joining(", "));
        Character delimiter = format.delimiter();
        String quote =
                InsertRows.literal(format.quote() == null ? "" : format.quote().toString());
        long longest = scan == null ? 0 : scan.longestRecord() + 16;
        return "read_csv("
                + InsertRows.literal(part.file().orElseThrow().toAbsolutePath().toString())
                + ", auto_detect = false, columns = {" + columns + "}"
                + ", delim = "
                + InsertRows.literal(String.valueOf(delimiter == null ? CsvScan.NO_DELIMITER : delimiter))
                + ", quote = " + quote + ", escape = " + quote
                + ", header = " + format.header()
                + ", nullstr = '', allow_quoted_nulls = false, null_padding = false, strict_mode = true"
                + ", ignore_errors = false, compression = 'none', encoding = 'utf-8', hive_partitioning = false"
                + ", parallel = " + (scan == null || !scan.multiLine())
                + ", max_line_size = " + Math.max(LONGEST_LINE, longest) + ")";
    }
}
