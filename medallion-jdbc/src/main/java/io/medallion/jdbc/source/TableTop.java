package io.medallion.jdbc.source;

import io.medallion.jdbc.source.CsvFormat.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds where the table begins in the sample, whether its first row is a header, and how many columns it has.
 *
 * <p>Lines before the table are title lines and notes: one cell, or few filled ones, where the table has more. The header decides the number of
 * columns unless none of the rows agrees with it.
 */
final class TableTop {

    private static final int ROWS = 1000;

    /** So many rows have to disagree with the header before it is not believed. */
    private static final int ENOUGH = 3;

    /** Below this confidence in the header, a row that repeats it may be data. */
    private static final double SURE = 0.7;

    private final List<SampleRow> rows;
    private final int delimiter;
    private final CsvSettings settings;
    private final List<Finding> findings = new ArrayList<>();

    private int preambleLines;
    private int headerRows;
    private boolean repeatedHeaders;
    private List<SampleRow> body = List.of();
    private boolean shortRows;
    private List<String> names = List.of();

    TableTop(Sample sample, Punctuation punctuation, CsvSettings settings) {
        this.settings = settings;
        this.delimiter = punctuation.delimiter();
        int skipped = settings.preamble() == null ? 0 : settings.preamble();
        this.rows = SampleRow.of(sample.withoutLines(skipped), punctuation, ROWS);
    }

    void find() {
        int first = settings.preamble() == null ? firstOfTable() : 0;
        preambleLines = settings.preamble() == null ? linesBefore(first) : settings.preamble();
        String lines = preambleLines == 0
                ? "No line is skipped"
                : preambleLines + (preambleLines == 1 ? " line is" : " lines are") + " skipped";
        boolean stated = settings.preamble() != null;
        findings.add(new Finding(
                "preamble", stated, stated ? 1 : preambleLines == 0 ? 0.95 : 0.8, lines + " before the table."));
        if (first < rows.size()) {
            top(rows.subList(first, rows.size()));
        }
    }

    int preambleLines() {
        return preambleLines;
    }

    int headerRows() {
        return headerRows;
    }

    boolean repeatedHeaders() {
        return repeatedHeaders;
    }

    /** The first rows below the header. */
    List<SampleRow> body() {
        return body;
    }

    boolean shortRows() {
        return shortRows;
    }

    /** A name for each column, empty where there is none. */
    List<String> names() {
        return names;
    }

    List<Finding> findings() {
        return findings;
    }

    private void top(List<SampleRow> table) {
        Finding header = header(table.get(0), table.subList(1, table.size()));
        findings.add(header);
        body = table.subList(headerRows, table.size());
        if (headerRows == 0) {
            int width = Math.max(PunctuationSniffer.usualWidth(rows), 1);
            names = Collections.nCopies(table.size() == 1 ? table.get(0).size() : width, "");
            return;
        }
        List<SampleRow> headers = table.subList(0, headerRows);
        List<String> named = new ArrayList<>();
        headers.get(0).cells().forEach(cell -> named.add(cell == null ? "" : RawText.of(cell)));
        names = fitted(headerRows > 1 ? HeaderRows.names(headers) : named, body);
        repeated(headers, header);
    }

    private Finding header(SampleRow first, List<SampleRow> below) {
        Integer stated = settings.headerRows();
        if (stated != null) {
            headerRows = Math.min(stated, below.size() + 1);
            String which = stated == 1 ? "The first row is" : "The first " + stated + " rows are";
            return new Finding("header", true, 1, stated == 0 ? "There is no header." : which + " the header.");
        }
        HeaderSniffer sniffer = new HeaderSniffer(first, below);
        Finding finding = sniffer.find();
        headerRows = sniffer.header() ? 1 : 0;
        Optional<Finding> second = sniffer.header() ? new HeaderRows(first, below).second() : Optional.empty();
        headerRows += second.isPresent() ? 1 : 0;
        return second.orElse(finding);
    }

    /** A row that repeats the header is none of data, unless the header itself is in doubt. */
    private void repeated(List<SampleRow> headers, Finding header) {
        Boolean stated = settings.repeatedHeaders();
        boolean sure = !header.stated()
                && header.confidence() >= SURE
                && headers.get(0).filled() > 1;
        repeatedHeaders = stated == null ? sure : stated;
        long seen = body.stream()
                .filter(row -> headers.stream().anyMatch(one -> one.cells().equals(row.cells())))
                .count();
        if (stated != null || repeatedHeaders && seen > 0) {
            String what = repeatedHeaders
                    ? "Rows that repeat the header are rejected"
                    : "Rows that repeat the header are data";
            findings.add(new Finding(
                    "repeated header",
                    stated != null,
                    stated != null ? 1 : 0.95,
                    what + (seen > 0 ? ": " + seen + " of the first rows do." : ".")));
        }
    }

    /** Believes the header, unless there are enough rows and not one agrees with it. */
    private List<String> fitted(List<String> named, List<SampleRow> body) {
        boolean disagreed = body.size() >= ENOUGH && body.stream().noneMatch(row -> row.size() == named.size());
        if (!disagreed) {
            shortRows = leavesOutFields(named.size(), body);
            return named;
        }
        int width = PunctuationSniffer.usualWidth(body);
        List<String> fitted = new ArrayList<>(named);
        while (fitted.size() > width && fitted.get(fitted.size() - 1).isBlank()) {
            fitted.remove(fitted.size() - 1);
        }
        boolean rowNames = fitted.size() == width - 1 && body.stream().anyMatch(row -> row.filled(width - 1));
        if (rowNames) {
            // R writes the names of the rows in a first column without a header
            fitted.add(0, "");
        }
        while (fitted.size() < width) {
            fitted.add("");
        }
        shortRows = leavesOutFields(fitted.size(), body);
        return fitted;
    }

    /** Rows that leave out their last fields are a habit of the writer where most do and none has too many. */
    private static boolean leavesOutFields(int columns, List<SampleRow> body) {
        long fewer = body.stream().filter(row -> row.size() < columns).count();
        return body.size() >= ENOUGH && fewer * 2 > body.size() && body.stream().allMatch(row -> row.size() <= columns);
    }

    private int firstOfTable() {
        int start = rows.size() > 1 && statesDelimiter(rows.get(0)) ? 1 : 0;
        int width = PunctuationSniffer.usualWidth(rows);
        long usual = rows.stream().filter(row -> row.size() == width).count();
        if (delimiter < 0 || width == 1 || usual < 2) {
            return start;
        }
        for (int i = start; i < rows.size(); i++) {
            if (!beforeTable(i, width)) {
                return i;
            }
        }
        return start;
    }

    /** The line {@code sep=;} that Excel reads and writes, cut at the delimiter it states. */
    private static boolean statesDelimiter(SampleRow row) {
        return row.size() <= 2
                && row.filled() == 1
                && "sep=".equalsIgnoreCase(row.cells().get(0));
    }

    private boolean beforeTable(int i, int width) {
        SampleRow row = rows.get(i);
        if (row.size() != width) {
            boolean apart = i + 1 < rows.size() && rows.get(i + 1).line() - row.line() > 1 && !row.multiLine();
            return row.size() == 1 || row.filled() <= width / 3 || apart || headerFollows(i, width);
        }
        int next = i + 1;
        while (next < rows.size()
                && rows.get(next).size() == width
                && rows.get(next).filled() <= 1) {
            next++;
        }
        boolean title = width >= 3 && row.filled() <= 1 && next + 1 < rows.size();
        return title && rows.get(next).filled() > width / 2 && !holdsFigures(rows.get(next));
    }

    /** Words in all columns, and then figures. */
    private boolean headerFollows(int i, int width) {
        if (i + 2 >= rows.size()) {
            return false;
        }
        SampleRow next = rows.get(i + 1);
        return next.filled() == width && next.size() == width && !holdsFigures(next) && holdsFigures(rows.get(i + 2));
    }

    private static boolean holdsFigures(SampleRow row) {
        return row.cells().stream().anyMatch(cell -> CellShape.of(cell) == CellShape.FIGURE);
    }

    /** The lines before a row; empty ones before the first belong to no table. */
    private int linesBefore(int row) {
        if (rows.isEmpty()) {
            return 0;
        }
        return Math.toIntExact(rows.get(row).line() - 1);
    }
}
