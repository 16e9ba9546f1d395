package io.medallion.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.ColumnType;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.Expression;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.Parse;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SnakeCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One column of a plan in JSON. Where {@code spec} is there it decides, and an exchange field that says something else is
 * refused; where it is not, the exchange fields are read.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ColumnJson(
        @JsonProperty("source_column") @Nullable String sourceColumn,
        @JsonProperty("silver_name") @Nullable String silverName,
        @JsonProperty("target_type") @Nullable ColumnType targetType,
        @JsonProperty("cast_expression") @Nullable String castExpression,
        @JsonProperty("null_strategy") @Nullable String nullStrategy,
        @JsonProperty("fill_value") @Nullable Expression fillValue,
        @JsonProperty("validation") @Nullable String validation,
        @JsonProperty("confidence") @Nullable Double confidence,
        @JsonProperty("reasoning") @Nullable String reasoning,
        @JsonProperty("id") @Nullable String id,
        @JsonProperty("decision") @Nullable Decision decision,
        @JsonProperty("origin") @Nullable String origin,
        @JsonProperty("evidence") @Nullable List<Evidence> evidence,
        @JsonProperty("spec") @Nullable SilverColumn spec,
        @JsonProperty("proposed") @Nullable SilverColumn proposed) {

    static ColumnJson of(Suggestion<SilverColumn> s, List<ColumnCheck> checks) {
        SilverColumn column = s.value();
        return new ColumnJson(
                column.source(),
                column.name(),
                column.type(),
                ExchangedParse.expression(column),
                NullStrategy.of(column.nulls()).name(),
                column.nulls() instanceof NullPolicy.Fill fill ? fill.value() : null,
                ExchangedCheck.fragment(column, checks),
                s.confidence(),
                s.reason(),
                s.id(),
                s.decision(),
                s.origin(),
                s.evidence(),
                column,
                s.proposed());
    }

    Suggestion<SilverColumn> suggestion() {
        SilverColumn column = spec == null ? exchanged() : agreeing(spec);
        return SilverPlanJson.PartJson.suggestion(id, column, proposed, reasoning, decision, origin);
    }

    /** The checks that {@code validation} writes down; with a spec they stand beside the columns. */
    List<Suggestion<ColumnCheck>> validations(Suggestion<SilverColumn> column) {
        if (spec != null || validation == null || validation.isBlank()) {
            return List.of();
        }
        String reference = column.id().isEmpty()
                ? column.proposed().name()
                : column.id().substring(Math.min(column.id().length(), "column:".length()));
        return ExchangedCheck.parse(validation, column.value()).stream()
                .map(check -> SilverPlanJson.PartJson.suggestion(
                        null, ColumnCheck.on(reference, check), null, "", decision, origin))
                .toList();
    }

    private SilverColumn exchanged() {
        if (sourceColumn == null) {
            throw new MedallionException(
                    Problem.at("source_column", "is missing.").advise("Name the Bronze column."));
        }
        Parse parse = ExchangedParse.parse(sourceColumn, targetType, castExpression);
        NullStrategy strategy = nullStrategy == null ? NullStrategy.KEEP_NULL : NullStrategy.named(nullStrategy);
        return SilverColumn.column(sourceColumn)
                .named(silverName == null ? SnakeCase.of(sourceColumn) : silverName)
                .as(parse)
                .nulls(strategy.policy(fillValue));
    }

    private SilverColumn agreeing(SilverColumn exact) {
        List<Problem> problems = new ArrayList<>();
        agree("source_column", sourceColumn, exact.source(), problems);
        agree("silver_name", silverName, exact.name(), problems);
        agree("target_type", targetType, exact.type(), problems);
        agree("null_strategy", nullStrategy, NullStrategy.of(exact.nulls()).name(), problems);
        PlanChecks.refuse(problems);
        return exact;
    }

    private static void agree(String field, @Nullable Object said, Object exact, List<Problem> problems) {
        if (said != null && !Objects.equals(said, exact)) {
            problems.add(Problem.at(field, "says " + said + ", but the spec says " + exact + ".")
                    .advise("Edit the spec, or leave the spec out to have the other fields read."));
        }
    }
}
