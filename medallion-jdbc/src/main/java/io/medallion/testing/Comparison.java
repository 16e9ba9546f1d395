package io.medallion.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares two tables as multisets of rows; numbers by value. */
final class Comparison {

    private Comparison() {}

    /** What differs, as text with both tables, or null when nothing does. */
    static @Nullable String difference(String what, TextTable expected, TextTable actual) {
        List<String> unnamed = actual.columns().stream()
                .filter(c -> !expected.columns().contains(c))
                .toList();
        List<String> missing = expected.columns().stream()
                .filter(c -> !actual.columns().contains(c))
                .toList();
        if (!missing.isEmpty() || !unnamed.isEmpty()) {
            return what + " has the columns " + actual.columns() + ", but " + expected.columns() + " are expected.\n";
        }
        TextTable ordered = columns(actual, expected.columns());
        List<List<@Nullable String>> surplus = new ArrayList<>(ordered.rows());
        List<List<@Nullable String>> lacking = new ArrayList<>();
        for (List<@Nullable String> row : expected.rows()) {
            if (!removeLike(surplus, row)) {
                lacking.add(row);
            }
        }
        if (surplus.isEmpty() && lacking.isEmpty()) {
            return null;
        }
        return what + " is not as expected.\n  expected:\n" + expected.aligned() + "\n  actual:\n" + ordered.aligned()
                + section("\n  missing:\n", expected.columns(), lacking)
                + section("\n  unexpected:\n", expected.columns(), surplus) + "\n";
    }

    /** The table with only these columns, in this order. */
    static TextTable columns(TextTable table, List<String> columns) {
        List<Integer> at = columns.stream().map(table.columns()::indexOf).toList();
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (List<@Nullable String> row : table.rows()) {
            List<@Nullable String> picked = new ArrayList<>();
            at.forEach(i -> picked.add(row.get(i)));
            rows.add(picked);
        }
        return new TextTable(columns, rows);
    }

    private static String section(String title, List<String> columns, List<List<@Nullable String>> rows) {
        return rows.isEmpty() ? "" : title + new TextTable(columns, rows).aligned();
    }

    private static boolean removeLike(List<List<@Nullable String>> rows, List<@Nullable String> wanted) {
        for (int i = 0; i < rows.size(); i++) {
            if (alike(rows.get(i), wanted)) {
                rows.remove(i);
                return true;
            }
        }
        return false;
    }

    private static boolean alike(List<@Nullable String> actual, List<@Nullable String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!alike(actual.get(i), wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean alike(@Nullable String actual, @Nullable String wanted) {
        if (actual == null || wanted == null || actual.equals(wanted)) {
            return actual == null ? wanted == null : actual.equals(wanted);
        }
        return isNumber(actual) && isNumber(wanted) && new BigDecimal(actual).compareTo(new BigDecimal(wanted)) == 0;
    }

    /** Numbers as the database shows them; a code with leading zeros is none. */
    private static boolean isNumber(String text) {
        return text.matches("-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");
    }
}
