package io.medallion.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.DimensionGoldSpec;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.Grouping;
import io.medallion.spec.Measure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of a Gold plan: what hosts and models exchange, and the exact spec beside it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GoldPlanJson(
        @JsonProperty("gold_tables") @Nullable List<Table> tables,
        @JsonProperty("advice") @Nullable List<GoldAdvice> advice) {

    /** One table. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Table(
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("description") @Nullable String description,
            @JsonProperty("business_question") @Nullable String businessQuestion,
            @JsonProperty("sql") @Nullable String sql,
            @JsonProperty("dimensions") @Nullable List<String> dimensions,
            @JsonProperty("measures") @Nullable List<String> measures,
            @JsonProperty("estimated_rows") @Nullable Long estimatedRows,
            @JsonProperty("source_rows") @Nullable Long sourceRows,
            @JsonProperty("confidence") @Nullable Double confidence,
            @JsonProperty("reasoning") @Nullable String reasoning,
            @JsonProperty("id") @Nullable String id,
            @JsonProperty("decision") @Nullable Decision decision,
            @JsonProperty("origin") @Nullable String origin,
            @JsonProperty("evidence") @Nullable List<Evidence> evidence,
            @JsonProperty("spec") @Nullable GoldSpec spec) {

        static Table of(Suggestion<GoldProposal> s) {
            GoldSpec spec = s.value().spec();
            boolean aggregate = spec instanceof AggregateGoldSpec;
            return new Table(
                    spec.table(),
                    spec.description(),
                    spec.businessQuestion(),
                    s.value().sql(),
                    aggregate
                            ? ((AggregateGoldSpec) spec)
                                    .groupings().stream().map(Grouping::name).toList()
                            : spec instanceof DimensionGoldSpec ? spec.columnNames() : List.of(),
                    aggregate
                            ? ((AggregateGoldSpec) spec)
                                    .measures().stream().map(Measure::name).toList()
                            : spec instanceof DimensionGoldSpec ? List.of() : spec.columnNames(),
                    s.value().estimatedRows(),
                    s.value().sourceRows(),
                    s.confidence(),
                    s.reason(),
                    s.id(),
                    s.decision(),
                    s.origin(),
                    s.evidence(),
                    spec);
        }

        Suggestion<GoldProposal> suggestion(String path, List<Problem> problems) {
            if (spec == null) {
                problems.add(Problem.at(path + ".spec", "is missing.")
                        .advise("SQL text is shown, never run: send the spec of the table."));
                throw new MedallionException(problems, null);
            }
            if (name != null && !name.equals(spec.table())) {
                problems.add(Problem.at(path + ".name", "says " + name + ", but the spec says " + spec.table() + ".")
                        .advise("Edit the spec."));
            }
            GoldProposal proposal = new GoldProposal(spec, estimatedRows, sourceRows, null);
            return SilverPlanJson.PartJson.suggestion(id, proposal, null, reasoning, decision, origin);
        }
    }

    static GoldPlanJson of(GoldPlan plan) {
        return new GoldPlanJson(plan.suggestions().stream().map(Table::of).toList(), plan.advice());
    }

    GoldPlan plan() {
        List<Problem> problems = new ArrayList<>();
        List<Suggestion<GoldProposal>> suggestions = new ArrayList<>();
        List<Table> all = tables == null ? List.of() : tables;
        for (int i = 0; i < all.size(); i++) {
            suggestions.add(all.get(i).suggestion("$.gold_tables[" + i + "]", problems));
        }
        PlanChecks.refuse(problems);
        return GoldPlan.of(suggestions).withAdvice(advice == null ? List.of() : advice);
    }
}
