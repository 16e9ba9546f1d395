package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.expression.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one Silver table, joined many-to-one to others, grouped and aggregated. Immutable, thread-safe.
 *
 * <p>The first input is the one whose rows are aggregated; every join keeps each of them exactly once (a row without a
 * partner stays, with NULL), so no sum is multiplied. Columns are named {@code table.column}, or {@code column} where only
 * one input has it. Without groupings there is exactly one row.
 */
public final class AggregateGoldSpec implements GoldSpec {

    private final String table;
    private final @Nullable String description;
    private final @Nullable String businessQuestion;
    private final List<GoldInput> inputs;
    private final List<Relationship> joins;
    private final List<Grouping> groupings;
    private final List<Measure> measures;
    private final List<DerivedColumn> derived;
    private final @Nullable Expression filter;

    /** Computed when first asked for; routing asks every table of a pipeline for every query. */
    private @Nullable String fingerprint;

    @JsonCreator
    private AggregateGoldSpec(
            @JsonProperty(value = "format", required = true) int format,
            @JsonProperty(value = "table", required = true) String table,
            @JsonProperty("description") @Nullable String description,
            @JsonProperty("businessQuestion") @Nullable String businessQuestion,
            @JsonProperty(value = "inputs", required = true) List<GoldInput> inputs,
            @JsonProperty("joins") @Nullable List<Relationship> joins,
            @JsonProperty("groupings") @Nullable List<Grouping> groupings,
            @JsonProperty("measures") @Nullable List<Measure> measures,
            @JsonProperty("derived") @Nullable List<DerivedColumn> derived,
            @JsonProperty("filter") @Nullable Expression filter) {
        SpecChecks wrong = new SpecChecks("Gold spec '" + table + "'");
        wrong.format(format);
        this.table = wrong.name("table", table);
        this.description = description;
        this.businessQuestion = businessQuestion;
        this.inputs = inputs == null ? List.of() : List.copyOf(inputs);
        this.joins = joins == null ? List.of() : List.copyOf(joins);
        GoldScope scope = GoldScope.of(this.inputs, this.joins, wrong);
        this.groupings = scope.groupings(groupings == null ? List.of() : groupings);
        this.measures = scope.measures(measures == null ? List.of() : measures);
        this.derived = derived == null ? List.of() : List.copyOf(derived);
        this.filter = filter == null ? null : scope.filter(filter);
        scope.derived(this.groupings, this.measures, this.derived);
        wrong.done();
    }

    /** Collects the parts of an aggregate; not thread-safe. */
    public static final class Builder {

        private final String name;
        private @Nullable String description;
        private @Nullable String businessQuestion;
        private final List<GoldInput> inputs = new ArrayList<>();
        private final List<Relationship> joins = new ArrayList<>();
        private final List<Grouping> groupings = new ArrayList<>();
        private final List<Measure> measures = new ArrayList<>();
        private final List<DerivedColumn> derived = new ArrayList<>();
        private @Nullable Expression filter;

        Builder(String name) {
            this.name = name;
        }

        /** The table whose rows are aggregated. */
        public Builder from(SilverSpec silver) {
            return from(GoldInput.of(silver));
        }

        /** The table whose rows are aggregated. */
        public Builder from(GoldInput input) {
            inputs.add(0, input);
            return this;
        }

        /** A table each row refers to at most once. */
        public Builder join(SilverSpec silver, Relationship relationship) {
            return join(GoldInput.of(silver), relationship);
        }

        /** A table each row refers to at most once. */
        public Builder join(GoldInput input, Relationship relationship) {
            inputs.add(input);
            joins.add(relationship);
            return this;
        }

        /** What rows are grouped by. */
        public Builder by(Grouping... groupings) {
            this.groupings.addAll(Arrays.asList(groupings));
            return this;
        }

        /** What is computed for each group. */
        public Builder measure(Measure... measures) {
            this.measures.addAll(Arrays.asList(measures));
            return this;
        }

        /** A column computed from the measures after grouping: {@code derive("average", "revenue / orders")}. */
        public Builder derive(String name, String expression) {
            derived.add(new DerivedColumn(name, Expression.parse(expression)));
            return this;
        }

        /** Only rows for which the predicate is true are aggregated. */
        public Builder where(String predicate) {
            return where(Expression.parse(predicate));
        }

        /** Only rows for which the predicate is true are aggregated. */
        public Builder where(Expression predicate) {
            filter = filter == null ? predicate : Expression.allOf(List.of(filter, predicate));
            return this;
        }

        /** What the table holds, in words. */
        public Builder described(String description) {
            this.description = description;
            return this;
        }

        /** The question the table answers. */
        public Builder answers(String businessQuestion) {
            this.businessQuestion = businessQuestion;
            return this;
        }

        /** The spec; throws with everything that is wrong. */
        public AggregateGoldSpec build() {
            return new AggregateGoldSpec(
                    FORMAT, name, description, businessQuestion, inputs, joins, groupings, measures, derived, filter);
        }
    }

    @JsonProperty
    int format() {
        return FORMAT;
    }

    @Override
    @JsonProperty
    public String table() {
        return table;
    }

    @Override
    @JsonProperty
    public @Nullable String description() {
        return description;
    }

    @Override
    @JsonProperty
    public @Nullable String businessQuestion() {
        return businessQuestion;
    }

    @Override
    @JsonProperty
    public List<GoldInput> inputs() {
        return inputs;
    }

    /** How each further input is found from those before it, in the order of the inputs after the first. */
    @JsonProperty
    public List<Relationship> joins() {
        return joins;
    }

    /** What rows are grouped by; columns in them are qualified with their table. */
    @JsonProperty
    public List<Grouping> groupings() {
        return groupings;
    }

    /** What is computed for each group; columns in them are qualified with their table. */
    @JsonProperty
    public List<Measure> measures() {
        return measures;
    }

    /** What is computed from the measures afterwards. */
    @JsonProperty
    public List<DerivedColumn> derived() {
        return derived;
    }

    /** Which rows are aggregated, columns qualified with their table; null for all. */
    @JsonProperty
    public @Nullable Expression filter() {
        return filter;
    }

    @Override
    public List<String> columnNames() {
        return Stream.of(
                        groupings.stream().map(Grouping::name),
                        measures.stream().map(Measure::name),
                        derived.stream().map(DerivedColumn::name))
                .flatMap(names -> names)
                .toList();
    }

    /** Reads an aggregate spec. */
    public static AggregateGoldSpec fromJson(String json) {
        return Json.read(json, AggregateGoldSpec.class);
    }

    @Override
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = Json.fingerprint(new AggregateGoldSpec(
                    FORMAT, table, null, null, inputs, joins, groupings, measures, derived, filter));
            fingerprint = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AggregateGoldSpec that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return toJson();
    }

    private List<Object> parts() {
        return Arrays.asList(table, description, businessQuestion, inputs, joins, groupings, measures, derived, filter);
    }
}
