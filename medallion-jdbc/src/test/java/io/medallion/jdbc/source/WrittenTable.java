package io.medallion.jdbc.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table and a way to write it as CSV: the independent side of the lossless law.
 *
 * @param quoteAll whether every value is quoted, not only those that need it
 */
public record WrittenTable(
        List<String> header,
        List<List<@Nullable String>> rows,
        char delimiter,
        char quote,
        @Nullable Character escape,
        String rowEnd,
        Charset charset,
        boolean mark,
        boolean quoteAll,
        boolean endsWithRowEnd) {

    public String text() {
        StringBuilder text = new StringBuilder(mark ? "\uFEFF" : "");
        line(text, header);
        for (List<@Nullable String> row : rows) {
            text.append(rowEnd);
            line(text, row);
        }
        return text + (endsWithRowEnd || endsWithNothing() ? rowEnd : "");
    }

    /** A last line without a character would be no line at all. */
    private boolean endsWithNothing() {
        return !rows.isEmpty()
                && header.size() == 1
                && rows.get(rows.size() - 1).get(0) == null;
    }

    public Path write() {
        try {
            Path file = Files.createTempFile("table", ".csv");
            Files.write(file, text().getBytes(charset));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(StringBuilder text, List<? extends @Nullable String> values) {
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : String.valueOf(delimiter));
            String value = values.get(i);
            if (value != null) {
                text.append(quoteAll || needsQuotes(value) ? quoted(value) : value);
            }
        }
    }

    private boolean needsQuotes(String value) {
        boolean padded = !value.equals(value.strip());
        return value.isEmpty()
                || padded
                || value.chars()
                        .anyMatch(c -> c == delimiter
                                || c == quote
                                || c == '\n'
                                || c == '\r'
                                || escape != null && c == escape);
    }

    private String quoted(String value) {
        String inside = escape == null
                ? value.replace("" + quote, "" + quote + quote)
                : value.replace("" + escape, "" + escape + escape).replace("" + quote, "" + escape + quote);
        return quote + inside + quote;
    }

    /** What a part hands over, with rejects as rows of their reasons. */
    public static List<List<@Nullable String>> read(SourcePart part) {
        List<List<@Nullable String>> rows = new java.util.ArrayList<>();
        part.read(new RecordSink() {
            @Override
            public void record(long rowNumber, long line, @Nullable String[] values) {
                rows.add(Arrays.asList(values));
            }

            @Override
            public void reject(long rowNumber, long line, String reason, String rawText) {
                rows.add(List.of("rejected: " + reason, rawText));
            }
        });
        return rows;
    }
}
