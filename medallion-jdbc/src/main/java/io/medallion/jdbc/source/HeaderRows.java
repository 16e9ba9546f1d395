package io.medallion.jdbc.source;

import io.medallion.jdbc.source.CsvFormat.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the row below the first one of a header belongs to it, and puts their names together.
 *
 * <pre>
 * Region | Age      |       | Country          row of groups
 *        | under 18 | 18-64 |                  row of their parts
 * North  | 12       | 30    | FR               data: Region, Age under 18, Age 18-64, Country
 *
 * time   | temperature | pressure              row of names
 * s      | C           | Pa                    row of units
 * 0      | 20.5        | 1013                  data: time s, temperature C, pressure Pa
 * </pre>
 */
final class HeaderRows {

    private static final int ROWS = 500;
    private static final double MOST = 0.6;
    private static final int ENOUGH = 3;

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[(]?[$€£¥]?[0-9][0-9., ]*%?[)]?|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}.*");
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
    private static final Set<String> NOTHING =
            Set.of("na", "n/a", "null", "none", "nan", "-", "--", "?", ".", "..", "*", "**", "unknown", "missing");

    private final SampleRow first;
    private final @Nullable SampleRow second;
    private final List<SampleRow> below;

    /** @param body the rows below the first one of the header */
    HeaderRows(SampleRow first, List<SampleRow> body) {
        this.first = first;
        this.second = body.isEmpty() ? null : body.get(0);
        this.below = body.subList(Math.min(1, body.size()), Math.min(ROWS, body.size()));
    }

    /** Why the second row belongs to the header; empty when it is data. */
    Optional<Finding> second() {
        if (second == null || second.size() != first.size() || second.size() < 2 || below.size() < ENOUGH) {
            return Optional.empty();
        }
        if (groups()) {
            return Optional.of(found(0.85, "the second one names the parts of what the first one names"));
        }
        return units()
                ? Optional.of(found(0.8, "the second one holds words where all rows below it hold figures"))
                : Optional.empty();
    }

    private static Finding found(double confidence, String why) {
        return new Finding("header", false, confidence, "The first two rows are the header: " + why + ".");
    }

    /** Parts under a group: named where the first row names none, over figures, and without a name where rows have one. */
    private boolean groups() {
        int parts = 0;
        int figures = 0;
        boolean grouped = false;
        Set<String> names = new HashSet<>();
        for (int i = 0; i < first.size(); i++) {
            grouped |= first.filled(i);
            if (second.filled(i)) {
                if (!isName(second.cell(i)) && !isYearOfGroup(i)) {
                    return false;
                }
                parts += !first.filled(i) && grouped ? 1 : 0;
                figures += share(i) >= MOST ? 1 : 0;
                names.add(text(i));
            }
        }
        boolean open = second.filled() < second.size() && figures >= MOST * second.filled();
        boolean full = names.size() == second.size() && parts > 1;
        return parts > 0 && figures > 1 && (open || full);
    }

    /** Words in every column, and figures in every row below. */
    private boolean units() {
        if (first.size() < ENOUGH || first.filled() < first.size() || second.filled() < second.size()) {
            return false;
        }
        for (int i = 0; i < second.size(); i++) {
            if (!isName(second.cell(i)) || share(i) < 0.9) {
                return false;
            }
        }
        return true;
    }

    /** A year under a group: where the first row names nothing, here or to the right. */
    private boolean isYearOfGroup(int i) {
        boolean group = !first.filled(i) || i + 1 < first.size() && !first.filled(i + 1);
        return group && YEAR.matcher(text(i)).matches();
    }

    private String text(int i) {
        String cell = second.cell(i);
        return cell == null ? "" : cell.strip();
    }

    /** How many of the filled cells of a column are figures. */
    private double share(int column) {
        int filled = 0;
        int figures = 0;
        for (SampleRow row : below) {
            String cell = row.cell(column);
            if (cell != null && !cell.isBlank()) {
                filled++;
                figures += NUMBER.matcher(cell.strip()).matches() ? 1 : 0;
            }
        }
        return filled == 0 ? 0 : (double) figures / filled;
    }

    private static boolean isName(@Nullable String cell) {
        String text = cell == null ? "" : cell.strip();
        return !text.isEmpty()
                && !NUMBER.matcher(text).matches()
                && !NOTHING.contains(text.toLowerCase(java.util.Locale.ROOT));
    }

    /** One name per column from all rows of a header; a group named once holds for the columns to its right that have parts only. */
    static List<String> names(List<SampleRow> header) {
        List<String> names = new ArrayList<>();
        SampleRow last = header.get(header.size() - 1);
        String[] groups = new String[header.size()];
        for (int i = 0; i < last.size(); i++) {
            StringBuilder name = new StringBuilder();
            for (int row = 0; row < header.size(); row++) {
                String cell = header.get(row).cell(i);
                String text = cell == null ? "" : RawText.of(cell).strip();
                boolean part = row < header.size() - 1 && last.filled(i);
                groups[row] = !text.isEmpty() || !part ? text : groups[row];
                String shown = groups[row] == null ? "" : groups[row];
                if (!shown.isEmpty() && !name.toString().endsWith(shown)) {
                    name.append(name.length() == 0 ? "" : " ").append(shown);
                }
            }
            names.add(name.toString());
        }
        return names;
    }
}
