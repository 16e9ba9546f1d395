package io.medallion.plan;

import io.medallion.profile.ColumnProfile;
import io.medallion.profile.TableProfile;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.SilverColumn;
import java.util.ArrayList;
import java.util.List;

/** What is worth knowing of a table before its columns are looked at one by one. */
final class TableNotes {

    private TableNotes() {}

    static List<String> of(PlanRequest request, TableProfile profile, List<Suggestion<SilverColumn>> columns) {
        BronzeSpec bronze = request.bronze();
        List<String> notes = new ArrayList<>(request.reading());
        String size = Words.rows(profile.rows()) + " in " + bronze.columns().size()
                + (bronze.columns().size() == 1 ? " column" : " columns");
        if (profile.rows() == 0) {
            notes.add("Only a header: " + size
                    + ". Types, formats, keys and missing values cannot be known; every column stays text.");
            return notes;
        }
        notes.add(
                profile.exact()
                        ? size + ", all of them looked at."
                        : size + "; judged on a sample of " + Words.rows(profile.sampledRows()) + ".");
        List<String> empty = profile.columns().stream()
                .filter(c -> c.counts().filled() == 0)
                .map(ColumnProfile::name)
                .toList();
        if (!empty.isEmpty()) {
            notes.add("Without any value: " + some(empty) + ".");
        }
        List<String> constant = profile.columns().stream()
                .filter(c -> c.distinct() == 1 && c.counts().filled() == c.rows() && c.rows() > 1)
                .map(ColumnProfile::name)
                .toList();
        if (!constant.isEmpty()) {
            notes.add("The same value in every row: " + some(constant) + ".");
        }
        List<String> personal = profile.columns().stream()
                .filter(ColumnProfile::personal)
                .map(ColumnProfile::name)
                .toList();
        if (!personal.isEmpty()) {
            notes.add("Probably personal data: " + some(personal) + ".");
        }
        eventTime(bronze, columns, notes);
        return notes;
    }

    private static void eventTime(BronzeSpec bronze, List<Suggestion<SilverColumn>> columns, List<String> notes) {
        if (bronze.eventTime() != null) {
            notes.add("Rows happened at '" + bronze.eventTime() + "'.");
            return;
        }
        columns.stream()
                .filter(c -> c.value().type().isTemporal())
                .filter(c -> !"BIRTH_DATE".equals(c.value().annotations().semanticType()))
                .findFirst()
                .ifPresent(c -> notes.add("'" + c.value().source() + "' probably says when a row happened."));
    }

    private static String some(List<String> names) {
        List<String> first = names.stream().limit(10).map(n -> "'" + n + "'").toList();
        return String.join(", ", first)
                + (names.size() > first.size() ? " and " + (names.size() - first.size()) + " more" : "");
    }
}
