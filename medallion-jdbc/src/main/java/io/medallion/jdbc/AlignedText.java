package io.medallion.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as a table of aligned columns: numbers to the right, long values cut, one line per row. */
final class AlignedText {

    private static final int WIDEST = 40;

    private final List<String> names;
    private final List<? extends List<? extends @Nullable Object>> rows;
    private final int[] widths;
    private final boolean[] numeric;

    private AlignedText(List<String> names, List<? extends List<? extends @Nullable Object>> rows) {
        this.names = names;
        this.rows = rows;
        this.widths = new int[names.size()];
        this.numeric = new boolean[names.size()];
        Arrays.fill(numeric, true);
        measure();
    }

    static String of(List<String> names, List<? extends List<? extends @Nullable Object>> rows) {
        return new AlignedText(names, rows).text();
    }

    /** A value on one line, cut where it is too wide; a missing one is {@code (null)}. */
    static String shown(@Nullable Object value) {
        if (value == null) {
            return "(null)";
        }
        String text = (value instanceof java.math.BigDecimal d ? d.toPlainString() : value.toString())
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
        return length(text) <= WIDEST ? text : text.substring(0, text.offsetByCodePoints(0, WIDEST - 3)) + "...";
    }

    private void measure() {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = length(shown(names.get(i)));
            for (List<? extends @Nullable Object> row : rows) {
                Object value = row.get(i);
                widths[i] = Math.max(widths[i], length(shown(value)));
                numeric[i] &= value == null || value instanceof Number;
            }
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        line(text, names);
        List<String> rules = new ArrayList<>();
        for (int width : widths) {
            rules.add("-".repeat(width));
        }
        line(text, rules);
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private void line(StringBuilder text, List<? extends @Nullable Object> values) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String value = shown(values.get(i));
            String fill = " ".repeat(widths[i] - length(value));
            line.append(i == 0 ? "" : "  ").append(numeric[i] ? fill + value : value + fill);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
