package io.medallion.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.spec.Deduplication;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.TableCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The JSON of a Silver plan: what hosts and models exchange, and beside it what makes the exchange exact. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SilverPlanJson(
        @JsonProperty("table") @Nullable String table,
        @JsonProperty("columns") @Nullable List<ColumnJson> columns,
        @JsonProperty("treatments") @Nullable List<PartJson<ColumnTreatment>> treatments,
        @JsonProperty("checks") @Nullable List<PartJson<ColumnCheck>> checks,
        @JsonProperty("table_checks") @Nullable List<PartJson<TableCheck>> tableChecks,
        @JsonProperty("key") @Nullable PartJson<List<String>> key,
        @JsonProperty("deduplication") @Nullable DeduplicationJson deduplication,
        @JsonProperty("base") @Nullable PlanBase base,
        @JsonProperty("notes") @Nullable List<String> notes) {

    /** A suggestion that is neither a column nor the deduplication. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartJson<T>(
            @JsonProperty("id") @Nullable String id,
            @JsonProperty(value = "value", required = true) T value,
            @JsonProperty("proposed") @Nullable T proposed,
            @JsonProperty("priority") @Nullable CheckPriority priority,
            @JsonProperty("confidence") @Nullable Double confidence,
            @JsonProperty("reasoning") @Nullable String reasoning,
            @JsonProperty("decision") @Nullable Decision decision,
            @JsonProperty("origin") @Nullable String origin,
            @JsonProperty("evidence") @Nullable List<Evidence> evidence) {

        /** A check, with how much it matters. */
        static PartJson<ColumnCheck> ofCheck(Suggestion<ColumnCheck> s) {
            return of(s, CheckPriority.of(s));
        }

        static <T> PartJson<T> of(Suggestion<T> s) {
            return of(s, null);
        }

        private static <T> PartJson<T> of(Suggestion<T> s, @Nullable CheckPriority priority) {
            return new PartJson<>(
                    s.id(),
                    s.value(),
                    s.proposed(),
                    priority,
                    s.confidence(),
                    s.reason(),
                    s.decision(),
                    s.origin(),
                    s.evidence());
        }

        Suggestion<T> suggestion() {
            return suggestion(id, value, proposed, reasoning, decision, origin);
        }

        /** Confidence, priority and evidence are what the library works out, so what came with the JSON is left out. */
        static <T> Suggestion<T> suggestion(
                @Nullable String id,
                T value,
                @Nullable T proposed,
                @Nullable String reasoning,
                @Nullable Decision decision,
                @Nullable String origin) {
            return new Suggestion<>(
                    Objects.requireNonNullElse(id, ""),
                    proposed == null ? value : proposed,
                    value,
                    0,
                    Objects.requireNonNullElse(reasoning, ""),
                    List.of(),
                    Objects.requireNonNullElse(origin, Suggestion.HOST),
                    Objects.requireNonNullElse(decision, Decision.OPEN));
        }
    }

    /** The deduplication: three fields for exchange, the rest for exactness. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeduplicationJson(
            @JsonProperty("key_columns") @Nullable List<String> keyColumns,
            @JsonProperty("strategy") Deduplication.@Nullable Strategy strategy,
            @JsonProperty("order_by") @Nullable List<String> orderBy,
            @JsonProperty("id") @Nullable String id,
            @JsonProperty("proposed") @Nullable Deduplication proposed,
            @JsonProperty("confidence") @Nullable Double confidence,
            @JsonProperty("reasoning") @Nullable String reasoning,
            @JsonProperty("decision") @Nullable Decision decision,
            @JsonProperty("origin") @Nullable String origin,
            @JsonProperty("evidence") @Nullable List<Evidence> evidence) {

        static DeduplicationJson of(Suggestion<Deduplication> s) {
            return new DeduplicationJson(
                    s.value().key(),
                    s.value().strategy(),
                    s.value().order(),
                    s.id(),
                    s.proposed(),
                    s.confidence(),
                    s.reason(),
                    s.decision(),
                    s.origin(),
                    s.evidence());
        }

        Suggestion<Deduplication> suggestion() {
            Deduplication.Strategy chosen = strategy == null ? Deduplication.Strategy.NONE : strategy;
            return PartJson.suggestion(
                    id, new Deduplication(chosen, keyColumns, orderBy), proposed, reasoning, decision, origin);
        }
    }

    static SilverPlanJson of(SilverPlan plan) {
        return new SilverPlanJson(
                plan.table(),
                plan.columns().stream()
                        .map(s -> ColumnJson.of(s, checksOf(plan, s)))
                        .toList(),
                plan.treatments().stream().map(PartJson::of).toList(),
                plan.checks().stream().map(PartJson::ofCheck).toList(),
                plan.tableChecks().stream().map(PartJson::of).toList(),
                plan.key().map(PartJson::of).orElse(null),
                plan.deduplication().map(DeduplicationJson::of).orElse(null),
                plan.base(),
                plan.notes());
    }

    SilverPlan plan() {
        List<Problem> problems = new ArrayList<>();
        if (base == null || table == null) {
            throw new MedallionException(
                    Problem.at(table == null ? "$.table" : "$.base", "is missing.")
                            .advise(
                                    "Read the columns of a model through SilverSuggestions, or send back the plan as it came."));
        }
        Exchanged read = exchanged(problems);
        PlanChecks.refuse(problems);
        return new SilverPlan(
                table,
                base,
                new PlanParts(
                        PlanChecks.completed(base, read.columns()),
                        suggestions(treatments),
                        Stream.concat(
                                        checks == null
                                                ? Stream.of()
                                                : checks.stream().map(PartJson::suggestion),
                                        read.checks().stream())
                                .toList(),
                        suggestions(tableChecks),
                        key == null ? null : key.suggestion(),
                        deduplication == null ? null : deduplication.suggestion()),
                notes == null ? List.of() : notes);
    }

    private static <T> List<Suggestion<T>> suggestions(@Nullable List<PartJson<T>> parts) {
        return parts == null
                ? List.of()
                : parts.stream().map(PartJson::suggestion).toList();
    }

    /** The columns, and the checks that stand in the {@code validation} of columns without an exact spec. */
    Exchanged exchanged(List<Problem> problems) {
        List<Suggestion<SilverColumn>> all = new ArrayList<>();
        List<Suggestion<ColumnCheck>> found = new ArrayList<>();
        List<ColumnJson> read = columns == null ? List.of() : columns;
        for (int i = 0; i < read.size(); i++) {
            try {
                Suggestion<SilverColumn> column = read.get(i).suggestion();
                all.add(column);
                found.addAll(read.get(i).validations(column));
            } catch (MedallionException wrong) {
                String path = "$.columns[" + i + "]";
                wrong.problems().stream()
                        .map(p -> new Problem(path + ": " + p.path(), p.message(), p.advice()))
                        .forEach(problems::add);
            }
        }
        return new Exchanged(all, found);
    }

    /** What stands in the exchange fields. */
    record Exchanged(List<Suggestion<SilverColumn>> columns, List<Suggestion<ColumnCheck>> checks) {}

    private static List<ColumnCheck> checksOf(SilverPlan plan, Suggestion<SilverColumn> column) {
        return plan.checks().stream()
                .filter(c -> c.decision() != Decision.REJECTED)
                .map(Suggestion::value)
                .filter(c -> PlanChecks.reference(column).equals(c.column()))
                .toList();
    }
}
