package io.medallion.jdbc.source;

import io.medallion.jdbc.source.CsvFormat.Finding;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a row of totals below the table. It is called a total, and that it is none of the rows is shown by an empty line before it, by empty cells
 * where all rows have a value, or by its figures, which are the sums of those above.
 */
final class FooterSniffer {

    private static final int TAIL = 1 << 16;
    private static final int ROWS = 40_000;
    private static final int ENOUGH = 3;
    private static final int LINES_BELOW = 10;

    private static final Pattern TOTAL = Pattern.compile(
            "(grand )?totals?( general| général| generale| geral)?|sum|summe|gesamt|gesamtsumme|insgesamt|totaux|totale|totali"
                    + "|totaal|totalt|suma|suma total|razem|soma|toplam|итого|всего|合計|总计|總計|합계");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.][0-9]+)?");

    private final Path file;
    private final Encoding encoding;
    private final Punctuation punctuation;
    private final TableTop top;
    private final CsvSettings settings;
    private final List<Finding> findings = new ArrayList<>();
    private boolean whole;

    FooterSniffer(Path file, Encoding encoding, Punctuation punctuation, TableTop top, CsvSettings settings) {
        this.file = file;
        this.encoding = encoding;
        this.punctuation = punctuation;
        this.top = top;
        this.settings = settings;
    }

    /** How many of the last records are no data. */
    int find() throws IOException {
        Integer stated = settings.footerRows();
        if (stated != null) {
            String rows = stated == 1 ? "The last row is" : "The last " + stated + " rows are";
            findings.add(new Finding(
                    "footer", true, 1, stated == 0 ? "There is no footer." : rows + " no data and rejected."));
            return stated;
        }
        int width = top.names().size();
        List<SampleRow> rows = width < 2 ? List.of() : tail();
        int last = rows.size() - 1;
        while (last >= 0 && rows.size() - last <= LINES_BELOW && rows.get(last).size() != width) {
            last--;
        }
        if (last < ENOUGH || rows.get(last).size() != width || !isTotal(rows, last)) {
            return 0;
        }
        return rows.size() - last;
    }

    /** Where the setting comes from; empty where there is no footer. */
    List<Finding> findings() {
        return findings;
    }

    private boolean isTotal(List<SampleRow> rows, int last) {
        SampleRow total = rows.get(last);
        int label = label(total);
        if (label < 0) {
            return false;
        }
        List<SampleRow> above = rows.subList(0, last).stream()
                .filter(row -> row.size() == total.size())
                .toList();
        boolean usual = above.size() < ENOUGH || above.stream().anyMatch(row -> isWord(row.cell(label)));
        if (usual) {
            return false;
        }
        boolean apart = total.line() - rows.get(last - 1).line() > 1
                && !rows.get(last - 1).multiLine();
        if (apart) {
            return found(0.9, "an empty line stands before it");
        }
        if (leavesOut(total, label, above)) {
            return found(0.85, "it is empty where the rows above have values");
        }
        return whole && sums(total, above) && found(0.95, "its figures are the sums of those above");
    }

    private boolean found(double confidence, String why) {
        findings.add(new Finding(
                "footer", false, confidence, "The last row is a total, no data, and rejected: " + why + "."));
        return true;
    }

    /** The first filled cell, where it says that this is a total. */
    private static int label(SampleRow row) {
        for (int i = 0; i < row.size(); i++) {
            if (row.filled(i)) {
                return isWord(row.cell(i)) ? i : -1;
            }
        }
        return -1;
    }

    private static boolean isWord(@Nullable String cell) {
        String text = cell == null ? "" : cell.strip().toLowerCase(Locale.ROOT);
        String bare = text.endsWith(":") ? text.substring(0, text.length() - 1).strip() : text;
        return TOTAL.matcher(bare).matches();
    }

    private static boolean leavesOut(SampleRow total, int label, List<SampleRow> above) {
        boolean out = false;
        boolean figure = false;
        for (int i = 0; i < total.size(); i++) {
            int column = i;
            long filled = above.stream().filter(row -> row.filled(column)).count();
            out |= i != label && !total.filled(i) && filled >= 0.95 * above.size();
            figure |= CellShape.of(total.cell(i)) == CellShape.FIGURE;
        }
        return out && figure;
    }

    private static boolean sums(SampleRow total, List<SampleRow> above) {
        int sums = 0;
        for (int i = 0; i < total.size(); i++) {
            BigDecimal stated = number(total.cell(i));
            if (stated == null) {
                continue;
            }
            BigDecimal sum = BigDecimal.ZERO;
            for (SampleRow row : above) {
                BigDecimal value = number(row.cell(i));
                sum = value == null ? sum : sum.add(value);
            }
            if (sum.signum() == 0 || sum.subtract(stated).abs().compareTo(new BigDecimal("0.01")) > 0) {
                return false;
            }
            sums++;
        }
        return sums > 0;
    }

    private static @Nullable BigDecimal number(@Nullable String cell) {
        String text = cell == null ? "" : cell.strip().replace(",", "");
        return NUMBER.matcher(text).matches() && text.length() <= 40 ? new BigDecimal(text) : null;
    }

    private List<SampleRow> tail() throws IOException {
        long size = Files.size(file);
        long from = Math.max(encoding.markLength(), size - TAIL & ~3L);
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(Math.max(0, size - from)));
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(from);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // reads on until the buffer is full
            }
        }
        whole = from == encoding.markLength();
        Sample sample =
                Sample.of(bytes.array(), 0, encoding.charset(), true).withoutLines(whole ? top.preambleLines() : 1);
        List<SampleRow> rows = SampleRow.of(sample, punctuation, ROWS);
        whole &= rows.size() < ROWS;
        return rows.subList(whole ? Math.min(top.headerRows(), rows.size()) : 0, rows.size());
    }
}
