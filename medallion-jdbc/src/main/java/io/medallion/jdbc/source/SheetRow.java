package io.medallion.jdbc.source;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sheet.
 *
 * @param number as on its margin, from 1
 * @param cells from column A on, null where there is nothing
 * @param typed the columns whose cell is a number, date, time or boolean
 */
record SheetRow(int number, List<@Nullable String> cells, BitSet typed) {

    @Nullable
    String cell(int column) {
        return column < cells.size() ? cells.get(column) : null;
    }

    boolean filled(int column) {
        String cell = cell(column);
        return cell != null && !cell.isBlank();
    }

    int filled() {
        return filled(0, cells.size());
    }

    int filled(int from, int to) {
        int filled = 0;
        for (int i = from; i < to; i++) {
            filled += filled(i) ? 1 : 0;
        }
        return filled;
    }

    /** The cells of some columns, as a row of a table. */
    SampleRow sample(int from, int to) {
        return new SampleRow(number, Arrays.asList(values(from, to)), false);
    }

    @Nullable
    String[] values(int from, int to) {
        @Nullable String[] values = new String[to - from];
        for (int i = from; i < to; i++) {
            values[i - from] = cell(i);
        }
        return values;
    }
}
