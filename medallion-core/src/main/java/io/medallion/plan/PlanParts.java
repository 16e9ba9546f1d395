package io.medallion.plan;

import io.medallion.spec.Deduplication;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.TableCheck;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The suggestions of a Silver plan by kind. */
record PlanParts(
        List<Suggestion<SilverColumn>> columns,
        List<Suggestion<ColumnTreatment>> treatments,
        List<Suggestion<ColumnCheck>> checks,
        List<Suggestion<TableCheck>> tableChecks,
        @Nullable Suggestion<List<String>> key,
        @Nullable Suggestion<Deduplication> deduplication) {

    static PlanParts of(List<Suggestion<SilverColumn>> columns) {
        return new PlanParts(columns, List.of(), List.of(), List.of(), null, null);
    }

    /** The same with ids, or refused where they do not go together. */
    PlanParts checked(String table) {
        List<Suggestion<SilverColumn>> named = PlanChecks.columns(table, columns);
        return new PlanParts(
                named,
                PlanChecks.treatments(table, treatments, named),
                PlanChecks.checks(table, checks, named),
                PlanChecks.tableChecks(tableChecks),
                key == null ? null : key.withId("key"),
                deduplication == null ? null : deduplication.withId("deduplication"));
    }

    PlanParts withColumns(List<Suggestion<SilverColumn>> columns) {
        return new PlanParts(columns, treatments, checks, tableChecks, key, deduplication);
    }

    PlanParts withTreatments(List<Suggestion<ColumnTreatment>> treatments) {
        return new PlanParts(columns, treatments, checks, tableChecks, key, deduplication);
    }

    PlanParts withChecks(List<Suggestion<ColumnCheck>> checks) {
        return new PlanParts(columns, treatments, checks, tableChecks, key, deduplication);
    }

    PlanParts withTableChecks(List<Suggestion<TableCheck>> tableChecks) {
        return new PlanParts(columns, treatments, checks, tableChecks, key, deduplication);
    }

    PlanParts withKey(@Nullable Suggestion<List<String>> key) {
        return new PlanParts(columns, treatments, checks, tableChecks, key, deduplication);
    }

    PlanParts withDeduplication(@Nullable Suggestion<Deduplication> deduplication) {
        return new PlanParts(columns, treatments, checks, tableChecks, key, deduplication);
    }

    List<Suggestion<?>> all() {
        return Stream.of(
                        columns.stream(),
                        treatments.stream(),
                        checks.stream(),
                        tableChecks.stream(),
                        Stream.ofNullable(key),
                        Stream.ofNullable(deduplication))
                .<Suggestion<?>>flatMap(some -> some)
                .toList();
    }

    PlanParts decided(Predicate<Suggestion<?>> chosen, boolean accept) {
        return new PlanParts(
                decided(columns, chosen, accept),
                decided(treatments, chosen, accept),
                decided(checks, chosen, accept),
                decided(tableChecks, chosen, accept),
                key == null ? null : decided(key, chosen, accept),
                deduplication == null ? null : decided(deduplication, chosen, accept));
    }

    private static <T> List<Suggestion<T>> decided(
            List<Suggestion<T>> suggestions, Predicate<Suggestion<?>> chosen, boolean accept) {
        return suggestions.stream().map(s -> decided(s, chosen, accept)).toList();
    }

    private static <T> Suggestion<T> decided(
            Suggestion<T> suggestion, Predicate<Suggestion<?>> chosen, boolean accept) {
        if (!chosen.test(suggestion)) {
            return suggestion;
        }
        return accept ? suggestion.accepted() : suggestion.rejected();
    }

    /** The column with the treatments that are decided to apply. */
    SilverColumn treated(Suggestion<SilverColumn> column) {
        return treated(column, t -> t.decision().applies());
    }

    private SilverColumn treated(Suggestion<SilverColumn> column, Predicate<Suggestion<ColumnTreatment>> chosen) {
        SilverColumn treated = column.value();
        String reference = PlanChecks.reference(column);
        for (Suggestion<ColumnTreatment> treatment : treatments) {
            if (chosen.test(treatment) && reference.equals(treatment.value().column())) {
                treated = treatment.value().applied(treated);
            }
        }
        return treated;
    }
}
