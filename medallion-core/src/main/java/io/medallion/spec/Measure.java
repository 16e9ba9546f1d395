package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.Aggregate;
import io.medallion.expression.Expression;

/**
 * A named aggregate: {@code sum("amount").named("revenue").where("status = 'paid'")}.
 *
 * @param name the name of its column
 * @param aggregate what is computed
 */
public record Measure(@JsonProperty(required = true) String name, @JsonProperty(required = true) Aggregate aggregate) {

    public Measure {
        if (name == null || name.isBlank()) {
            throw new MedallionException(Problem.at("measure", "has no name.").advise("Name it."));
        }
    }

    /** The sum over a column or expression, {@code sum("orders.amount")}; named {@code sum_amount}. */
    public static Measure sum(String expression) {
        return of("sum", expression, Aggregate.sum(Expression.parse(expression)));
    }

    /** The number of rows; named {@code count}. */
    public static Measure count() {
        return new Measure("count", Aggregate.count());
    }

    /** The number of rows in which the column has a value; named {@code count_amount}. */
    public static Measure count(String expression) {
        return of("count", expression, Aggregate.count(Expression.parse(expression)));
    }

    /** The number of different values; named {@code distinct_customer_id}. */
    public static Measure countDistinct(String expression) {
        return of("distinct", expression, Aggregate.countDistinct(Expression.parse(expression)));
    }

    /** The mean of the values that are there, a DOUBLE; named {@code average_amount}. */
    public static Measure average(String expression) {
        return of("average", expression, Aggregate.average(Expression.parse(expression)));
    }

    /** The smallest value; named {@code min_amount}. */
    public static Measure min(String expression) {
        return of("min", expression, Aggregate.min(Expression.parse(expression)));
    }

    /** The largest value; named {@code max_amount}. */
    public static Measure max(String expression) {
        return of("max", expression, Aggregate.max(Expression.parse(expression)));
    }

    /** The same under another name. */
    public Measure named(String name) {
        return new Measure(name, aggregate);
    }

    /** The same over the rows for which the predicate is true. */
    public Measure where(String predicate) {
        return new Measure(name, aggregate.where(Expression.parse(predicate)));
    }

    private static Measure of(String prefix, String expression, Aggregate aggregate) {
        String bare = expression.substring(expression.lastIndexOf('.') + 1);
        return new Measure(prefix + "_" + SnakeCase.of(bare), aggregate);
    }
}
