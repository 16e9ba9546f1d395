package io.medallion.jdbc.source;

import io.medallion.jdbc.source.CsvFormat.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out delimiter, quote and escape. Every candidate divides the sample into a table; the one whose rows agree most in their number of cells and
 * whose cells make most sense wins.
 *
 * <p>After G. J. J. van den Burg, A. Nazábal, C. Sutton: "Wrangling messy CSV files by detecting row and type patterns", Data Mining and Knowledge
 * Discovery 33 (2019). In place of its pattern score stands the share (to the power of 1.5) of the rows of the most frequent width, which a few title or total lines
 * hardly touch, weighted by how often a delimiter serves as one.
 */
final class PunctuationSniffer {

    private static final int ROWS = 400;
    private static final int CELLS = 20_000;

    /** How good a delimiter each character is when the tables are equally good. */
    private static final Map<Character, Double> DELIMITERS = Map.ofEntries(
            Map.entry(',', 1.0),
            Map.entry('\t', 1.0),
            Map.entry(';', 0.99),
            Map.entry('|', 0.99),
            Map.entry('\u0001', 0.95),
            Map.entry('\u001F', 0.95),
            Map.entry('^', 0.85),
            Map.entry('~', 0.85),
            Map.entry('§', 0.85),
            Map.entry('¦', 0.85),
            Map.entry('#', 0.5),
            Map.entry('*', 0.45),
            Map.entry(':', 0.42),
            Map.entry(' ', 0.35));

    private record Scored(int delimiter, double score) {}

    private final Sample sample;
    private final CsvSettings settings;
    private final List<Finding> findings = new ArrayList<>();

    PunctuationSniffer(Sample sample, CsvSettings settings) {
        this.sample = sample;
        this.settings = settings;
    }

    Punctuation find() {
        int delimiter = delimiter();
        int quote = quote(delimiter);
        int escape = escape(delimiter, quote);
        Punctuation plain = new Punctuation(delimiter, quote, escape, false);
        return quote >= 0 && flaws(plain.withPaddedQuotes()) < flaws(plain) + paddedCells(plain)
                ? padded(plain)
                : plain;
    }

    /** Where the settings come from; after {@link #find()}. */
    List<Finding> findings() {
        return findings;
    }

    private int delimiter() {
        if (settings.delimiter() != null) {
            findings.add(
                    new Finding("delimiter", true, 1, "Fields are divided by " + named(settings.delimiter()) + "."));
            return settings.delimiter();
        }
        Scored best = new Scored(Punctuation.NONE, best(Punctuation.NONE));
        Scored second = new Scored(Punctuation.NONE, 0);
        for (char candidate : DELIMITERS.keySet().stream().sorted().toList()) {
            if (sample.contains(candidate) && (settings.quote() == null || settings.quote() != candidate)) {
                Scored scored = new Scored(candidate, best(candidate) * DELIMITERS.get(candidate));
                second = scored.score() > best.score() ? best : scored.score() > second.score() ? scored : second;
                best = scored.score() > best.score() ? scored : best;
            }
        }
        double confidence =
                best.score() <= 0 ? 0.3 : Math.min(0.99, 0.5 + (best.score() - second.score()) / best.score() / 2);
        findings.add(new Finding("delimiter", false, confidence, delimiterReason(best, second)));
        return best.delimiter();
    }

    private static String delimiterReason(Scored best, Scored second) {
        String next = second.score() > 0 ? "; the next best reading is " + named(second.delimiter()) : "";
        return best.delimiter() < 0
                ? "There is one column: no delimiter divides the rows evenly" + next + "."
                : "Fields are divided by " + named(best.delimiter()) + ": it gives the most even rows and cells" + next
                        + ".";
    }

    /** The score of a delimiter with the quote that suits it best. */
    private double best(int delimiter) {
        if (settings.quote() != null || settings.noQuote()) {
            return score(new Punctuation(
                    delimiter, Punctuation.code(settings.quote()), Punctuation.code(settings.escape()), false));
        }
        double best = 0;
        for (int quote : new int[] {'"', '\'', Punctuation.NONE}) {
            if (quote < 0 || quote == '"' || sample.contains((char) quote)) {
                best = Math.max(
                        best, score(new Punctuation(delimiter, quote, Punctuation.code(settings.escape()), false)));
            }
        }
        return best;
    }

    private double score(Punctuation punctuation) {
        List<SampleRow> rows = SampleRow.of(sample, punctuation, ROWS);
        if (rows.isEmpty()) {
            return 0;
        }
        int width = usualWidth(rows);
        long even = rows.stream()
                .filter(row -> row.size() == width && !row.flawed())
                .count();
        double share = (double) even / rows.size();
        double columns = width == 1 ? 0.45 : width == 2 ? 0.9 : width == 3 ? 0.95 : 1;
        return Math.pow(share, 1.5) * sense(rows, width, punctuation.delimiter()) * columns;
    }

    private static double sense(List<SampleRow> rows, int width, int delimiter) {
        double sum = 0;
        int cells = 0;
        for (SampleRow row : rows) {
            if (row.size() == width && cells < CELLS) {
                for (int i = 0; i < width; i++) {
                    sum += sense(row.cell(i), delimiter);
                    cells++;
                }
            }
        }
        return cells == 0 ? 0 : sum / cells;
    }

    /** An undivided line that holds delimiters makes little sense, and neither does a cell that begins with a blank. */
    private static double sense(@Nullable String cell, int delimiter) {
        if (cell == null) {
            return CellShape.EMPTY.sense();
        }
        boolean undivided = delimiter < 0 && CellShape.holdsDelimiter(cell);
        return undivided ? 0.15 : CellShape.of(cell).sense() * (cell.startsWith(" ") && delimiter != ' ' ? 0.7 : 1);
    }

    /** The most frequent number of cells; the larger where two are as frequent. */
    static int usualWidth(List<SampleRow> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
        int best = 1;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            int more = entry.getValue() - counts.getOrDefault(best, 0);
            best = more > 0 || more == 0 && entry.getKey() > best ? entry.getKey() : best;
        }
        return best;
    }

    private int quote(int delimiter) {
        if (settings.quote() != null || settings.noQuote()) {
            String reason = settings.noQuote()
                    ? "Quote characters are ordinary text."
                    : "Fields may stand within " + settings.quote() + ".";
            findings.add(new Finding("quote", true, 1, reason));
            return Punctuation.code(settings.quote());
        }
        int standard = beginningWith('"', delimiter);
        if (standard == 0 && singleQuotes(delimiter)) {
            findings.add(new Finding("quote", false, 0.9, "Fields may stand within ': some do, and none within \"."));
            return '\'';
        }
        if (standard > 0 && brokenQuotes(delimiter)) {
            findings.add(new Finding(
                    "quote",
                    false,
                    0.7,
                    "Quote characters are ordinary text: as quotes they would leave text outside in many rows."));
            return Punctuation.NONE;
        }
        String reason = standard > 0 ? "some do." : "none is seen, but that is the standard.";
        findings.add(new Finding("quote", false, standard > 0 ? 0.98 : 0.8, "Fields may stand within \": " + reason));
        return '"';
    }

    private int beginningWith(char quote, int delimiter) {
        int count = 0;
        if (sample.contains(quote)) {
            for (SampleRow row :
                    SampleRow.of(sample, new Punctuation(delimiter, Punctuation.NONE, Punctuation.NONE, false), ROWS)) {
                for (String cell : row.cells()) {
                    count += cell != null
                                    && !cell.isBlank()
                                    && cell.stripLeading().charAt(0) == quote
                            ? 1
                            : 0;
                }
            }
        }
        return count;
    }

    /** Single quotes count where they hold the rows together or where the first row has them all over; elsewhere they are text. */
    private boolean singleQuotes(int delimiter) {
        Punctuation doubled = new Punctuation(delimiter, '\'', Punctuation.NONE, false);
        Punctuation escaped = new Punctuation(delimiter, '\'', '\\', false);
        Punctuation single = flaws(escaped) < flaws(doubled) ? escaped : doubled;
        if (beginningWith('\'', delimiter) < 2
                || SampleRow.of(sample, single, ROWS).stream().anyMatch(SampleRow::flawed)) {
            return false;
        }
        Punctuation standard = new Punctuation(delimiter, '"', Punctuation.NONE, false);
        return flaws(single) < flaws(standard)
                || flaws(single) == flaws(standard) && firstRowWithinSingleQuotes(standard);
    }

    private boolean firstRowWithinSingleQuotes(Punctuation punctuation) {
        List<SampleRow> rows = SampleRow.of(sample, punctuation, 1);
        return !rows.isEmpty()
                && rows.get(0).cells().stream()
                        .allMatch(cell ->
                                cell != null && cell.length() > 2 && cell.startsWith("'") && cell.endsWith("'"));
    }

    /** Rows with text outside their quotes are the rule, and without quotes the table is even. */
    private boolean brokenQuotes(int delimiter) {
        Punctuation quoted = new Punctuation(delimiter, '"', Punctuation.NONE, false);
        Punctuation escaped = new Punctuation(delimiter, '"', '\\', false);
        List<SampleRow> rows = SampleRow.of(sample, quoted, ROWS);
        long outside = rows.stream().filter(SampleRow::flawed).count();
        int flaws = Math.min(Math.min(flaws(quoted), flaws(escaped)), flaws(quoted.withPaddedQuotes()));
        return outside > 1
                && flaws > rows.size() / 10
                && flaws(new Punctuation(delimiter, Punctuation.NONE, Punctuation.NONE, false)) < flaws;
    }

    private int escape(int delimiter, int quote) {
        if (settings.escape() != null) {
            findings.add(new Finding("escape", true, 1, "The escape is " + settings.escape() + "."));
            return settings.escape();
        }
        Punctuation doubled = new Punctuation(delimiter, quote, Punctuation.NONE, false);
        Punctuation escaped = new Punctuation(delimiter, quote, '\\', false);
        boolean candidate = quote >= 0 && (sample.contains('\\', quote) || sample.contains('\\', delimiter));
        if (candidate && flaws(escaped) < flaws(doubled)) {
            findings.add(new Finding("escape", false, 0.9, "A quote within quotes is written \\" + (char) quote + "."));
            return '\\';
        }
        double confidence = candidate ? 0.7 : 0.95;
        String how = quote < 0 ? "There is no escape." : "A quote within quotes is doubled.";
        findings.add(new Finding("escape", false, confidence, how));
        return Punctuation.NONE;
    }

    /** Rows that are flawed or of an unusual width. */
    private int flaws(Punctuation punctuation) {
        List<SampleRow> rows = SampleRow.of(sample, punctuation, ROWS);
        int width = usualWidth(rows);
        return (int)
                rows.stream().filter(row -> row.flawed() || row.size() != width).count();
    }

    private int paddedCells(Punctuation punctuation) {
        int count = 0;
        for (SampleRow row : SampleRow.of(sample, punctuation, ROWS)) {
            for (String cell : row.cells()) {
                String text = cell == null ? "" : cell.strip();
                boolean within = text.length() > 1
                        && text.charAt(0) == punctuation.quote()
                        && text.charAt(text.length() - 1) == punctuation.quote();
                count += within && cell != null && Character.isWhitespace(cell.charAt(0)) ? 1 : 0;
            }
        }
        return count;
    }

    private Punctuation padded(Punctuation plain) {
        findings.add(new Finding("quote", false, 0.8, "Blanks between a delimiter and a quote belong to no value."));
        return plain.withPaddedQuotes();
    }

    private static String named(int delimiter) {
        return switch (delimiter) {
            case Punctuation.NONE -> "nothing";
            case '\t' -> "tab";
            case ' ' -> "blank";
            case ',' -> "comma";
            case ';' -> "semicolon";
            default -> delimiter < ' ' ? String.format("U+%04X", delimiter) : "'" + (char) delimiter + "'";
        };
    }
}
