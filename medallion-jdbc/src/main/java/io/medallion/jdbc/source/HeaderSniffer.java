package io.medallion.jdbc.source;

import io.medallion.jdbc.source.CsvFormat.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the first row of a table names its columns: words above figures say yes, figures above figures and values that come again below say
 * no. Without evidence a row of words is a header.
 */
final class HeaderSniffer {

    private static final int COLUMNS = 200;
    private static final int ROWS = 500;

    private static final Pattern DATE = Pattern.compile("[0-9]{1,4}[-/][0-9]{1,2}([-/][0-9]{1,4})?");

    /** Parts of names that columns have everywhere. */
    private static final Set<String> USUAL = Set.of(
            "id",
            "name",
            "date",
            "time",
            "year",
            "month",
            "day",
            "code",
            "type",
            "status",
            "state",
            "city",
            "country",
            "zip",
            "email",
            "phone",
            "address",
            "amount",
            "price",
            "total",
            "count",
            "value",
            "number",
            "no",
            "nr",
            "description",
            "title",
            "category",
            "region",
            "age",
            "gender",
            "sex",
            "latitude",
            "longitude",
            "lat",
            "lon",
            "url",
            "key",
            "nombre",
            "fecha",
            "nom",
            "datum",
            "preis",
            "ort",
            "typ");

    private final SampleRow first;
    private final List<SampleRow> body;
    private double score;
    private int below;

    HeaderSniffer(SampleRow first, List<SampleRow> body) {
        this.first = first;
        this.body = body.stream()
                .limit(ROWS)
                .filter(row -> !row.cells().equals(first.cells()))
                .toList();
    }

    /** The verdict, after {@link #find()}. */
    boolean header() {
        return score > 0;
    }

    /** The verdict at once. */
    boolean sure() {
        find();
        return header();
    }

    Finding find() {
        boolean steps = !body.isEmpty() && countsUp();
        for (int i = 0; i < Math.min(COLUMNS, first.size()); i++) {
            score += column(i, steps);
        }
        score += names();
        double confidence = Math.min(0.99, 0.6 + Math.abs(score) / (first.size() + 4.0) / 2);
        if (score <= 0) {
            return new Finding(
                    "header", false, confidence, "There is no header: the first row looks like the rows below it.");
        }
        String why = body.isEmpty()
                ? "there is nothing below it"
                : below > 0 ? "it holds words where the rows below hold figures" : "it holds words";
        return new Finding("header", false, confidence, "The first row is the header: " + why + ".");
    }

    private double column(int i, boolean steps) {
        CellShape top = CellShape.of(first.cell(i));
        int filled = 0;
        int figures = 0;
        int same = 0;
        int dates = 0;
        for (SampleRow row : body) {
            if (row.filled(i)) {
                filled++;
                figures += CellShape.of(row.cell(i)) == CellShape.FIGURE ? 1 : 0;
                dates += isDate(row.cell(i)) ? 1 : 0;
                same += row.cells().get(i).equals(first.cell(i)) ? 1 : 0;
            }
        }
        if (top == CellShape.EMPTY) {
            return 0;
        }
        if (isDate(first.cell(i)) && filled > 0 && dates < filled / 5.0) {
            // a table that grows by a column each day or season names them so
            return 1;
        }
        if (top == CellShape.FIGURE) {
            return steps ? 0.2 : filled > 0 && figures < filled / 5 ? -0.5 : -2;
        }
        if (filled > 0 && figures >= 0.8 * filled) {
            below++;
            return 2;
        }
        int length = usualLength(i);
        if (length > 3 && filled >= 3) {
            return first.cells().get(i).length() == length ? -1.5 : 1;
        }
        return same > 0 ? -1 : 0.3;
    }

    private static boolean isDate(@Nullable String cell) {
        return cell != null && DATE.matcher(cell.strip()).matches();
    }

    /** The length of all values below, as codes and hashes have it; 0 when they differ. */
    private int usualLength(int i) {
        int length = 0;
        for (SampleRow row : body) {
            String cell = row.cell(i);
            if (cell != null && length != 0 && cell.length() != length) {
                return 0;
            }
            length = cell == null ? length : cell.length();
        }
        return length;
    }

    /** Whether the figures of the row are a series of years or numbers, as columns of a wide table are named. */
    private boolean countsUp() {
        int steps = 0;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < first.size(); i++) {
            String cell = first.filled(i) ? first.cell(i).strip() : "";
            if (cell.length() <= 9 && !cell.isEmpty() && cell.chars().allMatch(c -> c >= '0' && c <= '9')) {
                long value = Long.parseLong(cell);
                if (last != Long.MIN_VALUE && value != last + 1) {
                    return false;
                }
                last = value;
                steps++;
            } else if (CellShape.of(cell) == CellShape.FIGURE) {
                return false;
            }
        }
        return steps >= 3;
    }

    private double names() {
        Set<String> distinct = new HashSet<>();
        int filled = 0;
        double usual = 0;
        for (int i = 0; i < first.size(); i++) {
            if (first.filled(i)) {
                String name = first.cell(i).strip().toLowerCase(Locale.ROOT);
                filled++;
                distinct.add(name);
                for (String word : name.split("[^\\p{L}]+")) {
                    usual = USUAL.contains(word) ? 1.5 : usual;
                }
            }
        }
        return usual + (distinct.size() == filled ? 0.5 : -0.5);
    }
}
