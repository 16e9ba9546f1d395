package io.medallion.jdbc.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the table in a sheet: the rows before it, its header of one or more rows, its columns, and the rows after it.
 *
 * <p>Cells have types, and that tells more than their text: the header is the fullest row of words above the first row whose cells have the types of
 * their columns. A row of words below the table, with nothing where all rows have numbers or dates, is a footer.
 */
final class SheetTop {

    private static final int MOST_HEADER_ROWS = 4;

    /** More rows than this before a header are data that look odd. */
    private static final int MOST_ROWS_BEFORE = 50;

    private static final Set<String> NOTHING =
            Set.of("na", "n/a", "null", "none", "nan", "-", "--", "?", ".", "..", "unknown", "missing", "nil");

    private final SheetScan scan;
    private final XlsxSettings settings;
    private final List<SheetRow> rows;
    private final List<Integer> typedColumns = new ArrayList<>();

    private int from;
    private int to;
    private int firstData;
    private int footerFrom = Integer.MAX_VALUE;
    private List<SheetRow> headers = List.of();

    SheetTop(SheetScan scan, XlsxSettings settings) {
        this.scan = scan;
        this.settings = settings;
        int skipped = settings.preamble() == null ? 0 : settings.preamble();
        this.rows = scan.first.stream().filter(row -> row.number() > skipped).toList();
    }

    void find() {
        for (int i = 0; i < scan.columns; i++) {
            if (scan.typed(i) >= 2 && scan.typed(i) * 2 >= scan.filled(i)) {
                typedColumns.add(i);
            }
        }
        int data = firstOfData();
        int header = settings.preamble() != null ? 0 : headerAbove(data);
        header(header, data);
        SheetRow begin = rows.get(Math.min(header, rows.size() - 1));
        columns(begin);
        Integer stated = settings.footer();
        if (stated == null) {
            footer();
        } else if (stated > 0) {
            List<SheetRow> last = new ArrayList<>(scan.last);
            footerFrom = last.get(Math.max(0, last.size() - stated)).number();
        }
    }

    /** The first and one after the last column, 0-based. */
    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** The number of the first row of data. */
    int firstData() {
        return firstData;
    }

    /** The number of the first row of the footer. */
    int footerFrom() {
        return footerFrom;
    }

    List<SheetRow> headers() {
        return headers;
    }

    /** A name for each column, empty where there is none. */
    List<String> names() {
        if (headers.isEmpty()) {
            return Collections.nCopies(to - from, "");
        }
        List<String> names = new ArrayList<>();
        for (int column = from; column < to; column++) {
            List<String> parts = new ArrayList<>();
            for (SheetRow row : headers) {
                String part = merged(row, column);
                if (part != null && !part.isBlank() && !parts.contains(part.strip())) {
                    parts.add(part.strip());
                }
            }
            names.add(String.join(" / ", parts));
        }
        return names;
    }

    /** The index of the first row that has at least half as many typed cells as rows usually have; -1 where no column is typed. */
    private int firstOfData() {
        long usual = usual(rows.stream().mapToInt(this::typedOrMissing).toArray());
        for (int i = 0; i < rows.size() && usual > 0; i++) {
            SheetRow row = rows.get(i);
            long filled = typedColumns.stream().filter(row::filled).count();
            int typed = typedOrMissing(row);
            if (typed * 2 >= usual && typed * 2 >= filled && typed > 0) {
                return i;
            }
        }
        return -1;
    }

    /** How many cells in typed columns are typed, or say in a word that there is nothing. */
    private int typedOrMissing(SheetRow row) {
        int typed = 0;
        for (int column : typedColumns) {
            String cell = row.cell(column);
            boolean missing = cell != null && NOTHING.contains(cell.strip().toLowerCase(Locale.ROOT));
            typed += row.typed().get(column) || missing || cell != null && cell.startsWith("#") ? 1 : 0;
        }
        return typed;
    }

    /** The index of the fullest row of words just above the data, the first of equally full ones. */
    private int headerAbove(int data) {
        if (data < 0) {
            int usual = usual();
            for (int i = 0; i < rows.size(); i++) {
                if (expanded(rows.get(i)) >= Math.max(1, 0.6 * usual)) {
                    return i;
                }
            }
            return 0;
        }
        int best = data;
        int most = 0;
        for (int i = data - 1; i >= 0; i--) {
            int filled = expanded(rows.get(i));
            boolean words = rows.get(i).typed().isEmpty() || filled >= usual();
            if (words
                    && filled >= most
                    && filled * 2 >= Math.min(usual(), rows.get(data).filled())) {
                most = filled;
                best = i;
            }
        }
        return best > MOST_ROWS_BEFORE ? 0 : best;
    }

    private void header(int index, int data) {
        Boolean stated = settings.header();
        List<SheetRow> below = rows.subList(Math.min(index + 1, rows.size()), rows.size());
        boolean header = stated != null
                ? stated
                : data > index || new HeaderSniffer(rows.get(index).sample(0, scan.columns), samples(below)).sure();
        if (!header) {
            firstData = rows.get(index).number();
            return;
        }
        int end = index + 1;
        while (end < rows.size()
                && end - index < MOST_HEADER_ROWS
                && continues(rows.get(end - 1), rows.get(end), data < 0 || end < data)) {
            end++;
        }
        headers = rows.subList(index, end);
        firstData = headers.get(headers.size() - 1).number() + 1;
    }

    /** Whether a row of a header goes on in the next: a cell is merged across both, or one that is merged across columns has parts below. */
    private boolean continues(SheetRow row, SheetRow next, boolean words) {
        if (!words || next.number() != row.number() + 1) {
            return false;
        }
        for (int[] merge : scan.merges) {
            boolean down = merge[0] <= row.number() && merge[2] > row.number();
            boolean across = merge[0] == row.number() && merge[3] > merge[1] && !coversAll(merge, row);
            boolean parts = across && next.filled(merge[1], merge[3] + 1) > 1;
            if (down || parts) {
                return true;
            }
        }
        return false;
    }

    /** A title is merged across the whole table. */
    private boolean coversAll(int[] merge, SheetRow row) {
        return row.filled() == 1 && merge[3] - merge[1] + 1 >= scan.columns;
    }

    private void columns(SheetRow begin) {
        int first = scan.columns;
        int last = 0;
        for (int i = 0; i < scan.columns; i++) {
            int column = i;
            boolean named = headers.stream().anyMatch(row -> merged(row, column) != null);
            boolean held = scan.last.stream().anyMatch(row -> row.number() >= begin.number() && row.filled(column))
                    || rows.stream().anyMatch(row -> row.number() >= begin.number() && row.filled(column))
                    || scan.filled(i) > rows.size();
            if (named || held) {
                first = Math.min(first, i);
                last = i + 1;
            }
        }
        // a value that only rows between the first and the last ones have
        for (int i = last; i < scan.columns && scan.rows > SheetScan.FIRST_ROWS; i++) {
            last = scan.filled(i) > 0 ? i + 1 : last;
        }
        from = Math.min(first, last);
        to = last;
    }

    private void footer() {
        List<SheetRow> last = new ArrayList<>(scan.last);
        int width = to - from;
        List<Integer> always = typedColumns.stream()
                .filter(i -> scan.typed(i) * 10 >= (scan.rows - scan.last.size()) * 9L && isAlmostAlways(i))
                .toList();
        if (width < 2 || always.isEmpty()) {
            return;
        }
        int index = last.size();
        while (index > 0 && isFooter(last.get(index - 1), always, width)) {
            index--;
        }
        boolean some = index < last.size();
        boolean all = index == 0 || last.get(index - 1).number() < firstData;
        if (some && !all && proven(last, index)) {
            footerFrom = last.get(index).number();
        }
    }

    /** A footer is set off by an empty row, or holds words where the table holds figures, or one cell where the table has many. */
    private boolean proven(List<SheetRow> last, int index) {
        boolean apart = last.get(index).number() - last.get(index - 1).number() > 1;
        boolean words = last.subList(index, last.size()).stream()
                .anyMatch(row -> typedColumns.stream().anyMatch(row::filled));
        boolean single = to - from >= 3 && last.get(index).filled(from, to) == 1;
        return apart || words || single;
    }

    private boolean isFooter(SheetRow row, List<Integer> always, int width) {
        return row.number() >= firstData && typedOrMissing(row) == 0 && row.filled(from, to) <= 0.7 * width;
    }

    private boolean isAlmostAlways(int column) {
        List<SheetRow> body =
                rows.stream().filter(row -> row.number() >= firstData).toList();
        long typed = body.stream().filter(row -> row.typed().get(column)).count();
        long without = Math.min(body.size() / 3 + 1, 5);
        return typed >= 2 && typed * 10 >= (body.size() - without) * 9L;
    }

    /** How many cells are filled when merged ones are taken for all they cover. */
    private int expanded(SheetRow row) {
        int filled = 0;
        boolean title = scan.merges.stream().anyMatch(m -> m[0] == row.number() && coversAll(m, row));
        for (int i = 0; i < scan.columns; i++) {
            String cell = title ? row.cell(i) : merged(row, i);
            filled += cell != null && !cell.isBlank() ? 1 : 0;
        }
        return filled;
    }

    /** The text of a cell, or of the merged one that covers it. */
    private @Nullable String merged(SheetRow row, int column) {
        String own = row.cell(column);
        if (own != null) {
            return own;
        }
        for (int[] merge : scan.merges) {
            if (merge[0] <= row.number() && row.number() <= merge[2] && merge[1] <= column && column <= merge[3]) {
                return scan.first.stream()
                        .filter(r -> r.number() == merge[0])
                        .findFirst()
                        .map(r -> r.cell(merge[1]))
                        .orElse(null);
            }
        }
        return null;
    }

    /** How many cells most rows have. */
    private int usual() {
        return usual(rows.stream().mapToInt(SheetRow::filled).toArray());
    }

    /** The most frequent of some small numbers, the greatest of equally frequent ones. */
    private static int usual(int[] numbers) {
        int[] counts = new int[IntStream.of(numbers).max().orElse(0) + 1];
        for (int number : numbers) {
            counts[number]++;
        }
        int usual = 0;
        for (int i = 1; i < counts.length; i++) {
            usual = usual == 0 || counts[i] >= counts[usual] ? i : usual;
        }
        return usual;
    }

    private List<SampleRow> samples(List<SheetRow> below) {
        return below.stream().map(row -> row.sample(0, scan.columns)).toList();
    }
}
