package io.medallion.semantic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.Aggregate;
import io.medallion.expression.Expression;
import io.medallion.spec.Grouping;
import io.medallion.spec.Json;
import io.medallion.spec.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question in business terms: {@code measure("revenue").by(month("ordered_on")).where("country = 'DE'").limit(10)}.
 * Immutable, thread-safe, equal by content; names are looked up in a {@link SemanticModel} when it is answered.
 *
 * <p>Unless an order is stated the first measure decides, greatest first. Ties are broken by the groupings, smallest first,
 * so the same question has the same answer from every layer.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public final class SemanticQuery {

    private final List<MeasureChoice> measures;
    private final List<GroupingChoice> groupings;
    private final @Nullable Expression filter;
    private final @Nullable Expression having;
    private final List<OrderKey> order;
    private final @Nullable Long limit;

    /**
     * A measure that is asked for.
     *
     * @param name the name in the model, or of the column in the answer when an aggregate is stated
     * @param aggregate what is computed; null for a measure of the model
     */
    public record MeasureChoice(@JsonProperty(required = true) String name, @Nullable Aggregate aggregate) {}

    /**
     * A grouping that is asked for.
     *
     * @param name the name in the model, or of the column in the answer when an expression is stated
     * @param expression what makes a group; null for a dimension or column of the model
     */
    public record GroupingChoice(@JsonProperty(required = true) String name, @Nullable Expression expression) {}

    /**
     * A key of the order.
     *
     * @param name the name of a measure or grouping in the answer
     * @param descending whether the greatest comes first; NULLs are always last
     */
    public record OrderKey(@JsonProperty(required = true) String name, boolean descending) {}

    @JsonCreator
    private SemanticQuery(
            @JsonProperty("measures") @Nullable List<MeasureChoice> measures,
            @JsonProperty("groupings") @Nullable List<GroupingChoice> groupings,
            @JsonProperty("filter") @Nullable Expression filter,
            @JsonProperty("having") @Nullable Expression having,
            @JsonProperty("order") @Nullable List<OrderKey> order,
            @JsonProperty("limit") @Nullable Long limit) {
        this.measures = measures == null ? List.of() : List.copyOf(measures);
        this.groupings = groupings == null ? List.of() : List.copyOf(groupings);
        this.filter = filter;
        this.having = having;
        this.order = order == null ? List.of() : List.copyOf(order);
        this.limit = limit;
        if (this.measures.isEmpty() && this.groupings.isEmpty()) {
            throw new MedallionException(
                    Problem.at("query", "asks for nothing.").advise("State a measure, a grouping or both."));
        }
        if (limit != null && limit < 0) {
            throw new MedallionException(Problem.at("query: limit " + limit, "is negative."));
        }
    }

    /** Asks for measures of the model by name or synonym, qualified as {@code orders.revenue} where several tables have it. */
    public static SemanticQuery measure(String... names) {
        return ofMeasures(Stream.of(names).map(name -> new MeasureChoice(name, null)));
    }

    /** Asks for measures stated here. */
    public static SemanticQuery measure(Measure... measures) {
        return ofMeasures(Stream.of(measures).map(m -> new MeasureChoice(m.name(), m.aggregate())));
    }

    /** Asks for the distinct values of groupings, without a measure. */
    public static SemanticQuery members(Grouping... groupings) {
        List<GroupingChoice> choices = Stream.of(groupings)
                .map(g -> new GroupingChoice(g.name(), g.expression()))
                .toList();
        return new SemanticQuery(null, choices, null, null, null, null);
    }

    private static SemanticQuery ofMeasures(Stream<MeasureChoice> measures) {
        return new SemanticQuery(measures.toList(), null, null, null, null, null);
    }

    /** Reads what {@link #toJson()} writes; errors carry the path of what is wrong. */
    public static SemanticQuery fromJson(String json) {
        return Json.read(json, SemanticQuery.class);
    }

    /** The same with further measures of the model. */
    public SemanticQuery and(String... names) {
        return andMeasures(Stream.of(names).map(name -> new MeasureChoice(name, null)));
    }

    /** The same with further measures stated here. */
    public SemanticQuery and(Measure... further) {
        return andMeasures(Stream.of(further).map(m -> new MeasureChoice(m.name(), m.aggregate())));
    }

    private SemanticQuery andMeasures(Stream<MeasureChoice> further) {
        return new SemanticQuery(both(measures, further), groupings, filter, having, order, limit);
    }

    /** The same with further groupings: buckets, columns, expressions. */
    public SemanticQuery by(Grouping... further) {
        return grouped(Arrays.stream(further).map(g -> new GroupingChoice(g.name(), g.expression())));
    }

    /** The same with further groupings by name or synonym of a dimension or column of the model. */
    public SemanticQuery by(String... names) {
        return grouped(Arrays.stream(names).map(name -> new GroupingChoice(name, null)));
    }

    private SemanticQuery grouped(Stream<GroupingChoice> further) {
        return new SemanticQuery(measures, both(groupings, further), filter, having, order, limit);
    }

    /** The same over the rows for which this condition, and every one stated before, is true. */
    public SemanticQuery where(String condition) {
        return where(Expression.parse(condition));
    }

    /** The same over the rows for which this condition, and every one stated before, is true. */
    public SemanticQuery where(Expression condition) {
        return new SemanticQuery(measures, groupings, allOf(filter, condition), having, order, limit);
    }

    /** The same with only the groups for which this condition over names of measures and groupings is true. */
    public SemanticQuery having(String condition) {
        Expression parsed = Expression.parse(condition);
        return new SemanticQuery(measures, groupings, filter, allOf(having, parsed), order, limit);
    }

    /** The same ordered by a measure or grouping, smallest first, after the orders stated before. */
    public SemanticQuery orderBy(String name) {
        return ordered(new OrderKey(name, false));
    }

    /** The same ordered by a measure or grouping, greatest first, after the orders stated before. */
    public SemanticQuery orderByDescending(String name) {
        return ordered(new OrderKey(name, true));
    }

    private SemanticQuery ordered(OrderKey key) {
        return new SemanticQuery(measures, groupings, filter, having, both(order, Stream.of(key)), limit);
    }

    /** The same with at most so many rows, taken after ordering. */
    public SemanticQuery limit(long rows) {
        return new SemanticQuery(measures, groupings, filter, having, order, rows);
    }

    /** What is asked for, in order. */
    @JsonProperty
    public List<MeasureChoice> measures() {
        return measures;
    }

    /** By what, in order. */
    @JsonProperty
    public List<GroupingChoice> groupings() {
        return groupings;
    }

    /** Which rows count; null for all. */
    @JsonProperty
    public @Nullable Expression filter() {
        return filter;
    }

    /** Which groups count; null for all. */
    @JsonProperty
    public @Nullable Expression having() {
        return having;
    }

    /** The stated order; empty for the default. */
    @JsonProperty
    public List<OrderKey> order() {
        return order;
    }

    /** At most so many rows; null for all. */
    @JsonProperty
    public @Nullable Long limit() {
        return limit;
    }

    /** This query as JSON on one line. */
    public String toJson() {
        return Json.write(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SemanticQuery that && parts().equals(that.parts());
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
        return Arrays.asList(measures, groupings, filter, having, order, limit);
    }

    private static Expression allOf(@Nullable Expression before, Expression further) {
        return before == null ? further : Expression.allOf(List.of(before, further));
    }

    private static <T> List<T> both(List<T> before, Stream<T> further) {
        List<T> all = new ArrayList<>(before);
        further.forEach(all::add);
        return all;
    }
}
