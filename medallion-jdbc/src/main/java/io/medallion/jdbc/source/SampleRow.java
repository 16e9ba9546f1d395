package io.medallion.jdbc.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of the beginning of a file, as one reading of its punctuation gives it. */
record SampleRow(long line, List<@Nullable String> cells, boolean flawed) {

    /** The rows of a sample, empty lines left out. The last one is dropped where the sample may have cut it. */
    static List<SampleRow> of(Sample sample, Punctuation punctuation, int most) {
        CsvTokenizer tokenizer = new CsvTokenizer(CharSource.of(sample.characters(), sample.length()), punctuation);
        List<SampleRow> rows = new ArrayList<>();
        try {
            while (rows.size() < most && tokenizer.next()) {
                if (tokenizer.unterminated() && !sample.whole() && !rows.isEmpty()) {
                    break;
                }
                if (!tokenizer.blank()) {
                    boolean flawed = tokenizer.unterminated() || tokenizer.flaw(false) == Flaw.TEXT_AFTER_QUOTE;
                    List<@Nullable String> cells = new ArrayList<>();
                    for (int i = 0; i < tokenizer.fields(); i++) {
                        cells.add(tokenizer.value(i));
                    }
                    rows.add(new SampleRow(tokenizer.line(), cells, flawed));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    int size() {
        return cells.size();
    }

    @Nullable
    String cell(int index) {
        return index < cells.size() ? cells.get(index) : null;
    }

    boolean filled(int index) {
        String cell = cell(index);
        return cell != null && !cell.isBlank();
    }

    boolean multiLine() {
        return cells.stream().anyMatch(cell -> cell != null && (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0));
    }

    /** How many cells hold something. */
    int filled() {
        int count = 0;
        for (int i = 0; i < cells.size(); i++) {
            count += filled(i) ? 1 : 0;
        }
        return count;
    }
}
