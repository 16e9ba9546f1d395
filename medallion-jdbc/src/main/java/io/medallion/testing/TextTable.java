package io.medallion.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows written as text: a header line and a line per row, cells between bars. {@code (null)} is missing, {@code (empty)} the
 * empty text; single quotes keep blanks: {@code ' a '}.
 */
record TextTable(List<String> columns, List<List<@Nullable String>> rows) {

    private static final String NULL = "(null)";
    private static final String EMPTY = "(empty)";

    static TextTable parse(String text) {
        List<List<String>> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("[|\\s:-]+"))
                .map(TextTable::cells)
                .toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("The table has no header line. Write | column | column |.");
        }
        List<String> columns = lines.get(0);
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            if (line.size() != columns.size()) {
                throw new IllegalArgumentException("The row " + line + " has " + line.size() + " cells, the header "
                        + columns + " has " + columns.size() + ".");
            }
            rows.add(values(line));
        }
        return new TextTable(columns, rows);
    }

    private static List<@Nullable String> values(List<String> cells) {
        List<@Nullable String> values = new ArrayList<>();
        cells.forEach(cell -> values.add(value(cell)));
        return values;
    }

    private static @Nullable String value(String cell) {
        if (cell.equals(NULL)) {
            return null;
        }
        if (cell.equals(EMPTY)) {
            return "";
        }
        boolean quoted = cell.length() >= 2 && cell.startsWith("'") && cell.endsWith("'");
        return quoted ? cell.substring(1, cell.length() - 1) : cell;
    }

    private static List<String> cells(String line) {
        if (line.length() < 2 || !line.startsWith("|") || !line.endsWith("|")) {
            throw new IllegalArgumentException("The line '" + line + "' does not start and end with a bar.");
        }
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    /** The table as it would be written, columns aligned, every line indented. */
    String aligned() {
        List<List<String>> shown = new ArrayList<>();
        shown.add(columns);
        rows.forEach(row -> shown.add(row.stream().map(TextTable::shown).toList()));
        int[] widths = IntStream.range(0, columns.size())
                .map(i -> shown.stream()
                        .mapToInt(row -> row.get(i).length())
                        .max()
                        .orElse(0))
                .toArray();
        return shown.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i ->
                                row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                        .collect(Collectors.joining(" | ", "    | ", " |")))
                .collect(Collectors.joining("\n"));
    }

    private static String shown(@Nullable String value) {
        if (value == null) {
            return NULL;
        }
        if (value.isEmpty()) {
            return EMPTY;
        }
        return value.equals(value.strip()) && !value.startsWith("(") ? value : "'" + value + "'";
    }
}
