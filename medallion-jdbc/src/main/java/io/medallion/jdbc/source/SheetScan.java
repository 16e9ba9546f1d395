package io.medallion.jdbc.source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** What one pass over a sheet tells: its first and last rows, how far it reaches, and what its columns hold. */
final class SheetScan {

    static final int FIRST_ROWS = 1_000;
    static final int LAST_ROWS = 40;

    final List<SheetRow> first = new ArrayList<>();
    final Deque<SheetRow> last = new ArrayDeque<>();
    final List<int[]> merges;
    long rows;
    int columns;
    private long[] filled = new long[16];
    private long[] typed = new long[16];

    SheetScan(Workbook book, Workbook.Sheet sheet) throws IOException {
        try (SheetReader reader = new SheetReader(book, sheet, FIRST_ROWS)) {
            for (SheetRow row = reader.next(); row != null; row = reader.next()) {
                take(row);
            }
            merges = reader.merges();
        }
    }

    /** How many rows hold something in a column. */
    long filled(int column) {
        return column < filled.length ? filled[column] : 0;
    }

    /** How many of them a number, date, time or boolean. */
    long typed(int column) {
        return column < typed.length ? typed[column] : 0;
    }

    private void take(SheetRow row) {
        rows++;
        columns = Math.max(columns, row.cells().size());
        if (first.size() < FIRST_ROWS) {
            first.add(row);
        }
        last.addLast(row);
        if (last.size() > LAST_ROWS) {
            last.removeFirst();
        }
        if (filled.length < columns) {
            filled = Arrays.copyOf(filled, columns * 2);
            typed = Arrays.copyOf(typed, columns * 2);
        }
        for (int i = 0; i < row.cells().size(); i++) {
            filled[i] += row.filled(i) ? 1 : 0;
            typed[i] += row.typed().get(i) ? 1 : 0;
        }
    }
}
