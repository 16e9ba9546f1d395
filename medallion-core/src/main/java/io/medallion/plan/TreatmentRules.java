package io.medallion.plan;

import io.medallion.profile.ColumnProfile;
import io.medallion.profile.TableProfile;
import io.medallion.spec.Role;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.TextCase;
import io.medallion.spec.TextParse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What could be done with the values of each column beyond reading them. */
final class TreatmentRules {

    private final TableProfile profile;
    private final List<Suggestion<SilverColumn>> columns;
    private final List<String> key;
    private final Map<String, String> remarks = new HashMap<>();

    /**
     * @param key the names of the columns that identify a row: their values stay as they are
     */
    TreatmentRules(TableProfile profile, List<Suggestion<SilverColumn>> columns, List<String> key) {
        this.profile = profile;
        this.columns = columns;
        this.key = key;
    }

    List<Suggestion<ColumnTreatment>> treatments() {
        List<Suggestion<ColumnTreatment>> treatments = new ArrayList<>();
        for (Suggestion<SilverColumn> suggestion : columns) {
            SilverColumn column = suggestion.value();
            ColumnProfile of = profile.column(column.source());
            if (of.counts().filled() == 0 || key.contains(column.name())) {
                continue;
            }
            if (column.parse() instanceof TextParse text) {
                new TextNullWords(of).suggestion(column.name()).ifPresent(treatments::add);
                if (groups(column, of, text)) {
                    variants(of, text, column.name(), treatments);
                }
            }
            new MissingRules(of, column).suggestion(column.name()).ifPresent(treatments::add);
        }
        return treatments;
    }

    private void variants(
            ColumnProfile of, TextParse text, String column, List<Suggestion<ColumnTreatment>> treatments) {
        ValueVariants variants = new ValueVariants(of, text, missing(treatments, column));
        variants.suggestion(column).ifPresentOrElse(treatments::add, () -> {
            if (!variants.left().isEmpty()) {
                remarks.put(column, variants.left());
            }
        });
    }

    /** After {@link #treatments}: what a person should know of columns whose values stay as they are, by name. */
    Map<String, String> remarks() {
        return remarks;
    }

    /** Whether the texts of a column name groups of rows, and all of them are known. */
    private static boolean groups(SilverColumn column, ColumnProfile of, TextParse text) {
        Role role = column.annotations().role();
        boolean repeats = of.distinct() * 2 <= of.counts().filled() || of.distinct() <= 20;
        return text.letters() == TextCase.KEEP
                && (role == Role.DIMENSION || role == Role.ATTRIBUTE)
                && of.allValues()
                && repeats
                && !of.personal()
                && !of.code();
    }

    private static Set<String> missing(List<Suggestion<ColumnTreatment>> treatments, String column) {
        return treatments.stream()
                .map(Suggestion::value)
                .filter(t ->
                        t instanceof ColumnTreatment.NullWords && t.column().equals(column))
                .flatMap(t -> ((ColumnTreatment.NullWords) t).words().stream())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
