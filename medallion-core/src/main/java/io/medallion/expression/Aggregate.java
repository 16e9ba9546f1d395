package io.medallion.expression;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.medallion.ColumnType;
import io.medallion.Problem;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One number over the rows of a group: {@code SUM(amount) FILTER (WHERE status = 'paid')}. In JSON it is its text.
 *
 * <p>DISTINCT changes nothing for MIN and MAX and is dropped there; MEDIAN and STDDEV do not take it.
 *
 * @param function what is computed
 * @param argument over what, computed per row; null only for {@code COUNT(*)}
 * @param distinct whether equal arguments count once
 * @param filter which rows count: those where it is true; null for all
 */
public record Aggregate(
        AggregateFunction function, @Nullable Expression argument, boolean distinct, @Nullable Expression filter) {

    public Aggregate {
        AggregateRules.check(function, argument, distinct, filter);
        distinct = distinct && function != AggregateFunction.MIN && function != AggregateFunction.MAX;
    }

    /** {@code COUNT(*)}. */
    public static Aggregate count() {
        return new Aggregate(AggregateFunction.COUNT, null, false, null);
    }

    /** {@code COUNT(argument)}: how many are not NULL. */
    public static Aggregate count(Expression argument) {
        return of(AggregateFunction.COUNT, argument);
    }

    /** {@code COUNT(DISTINCT argument)}. */
    public static Aggregate countDistinct(Expression argument) {
        return new Aggregate(AggregateFunction.COUNT, argument, true, null);
    }

    /** {@code SUM(argument)}. */
    public static Aggregate sum(Expression argument) {
        return of(AggregateFunction.SUM, argument);
    }

    /** {@code MIN(argument)}. */
    public static Aggregate min(Expression argument) {
        return of(AggregateFunction.MIN, argument);
    }

    /** {@code MAX(argument)}. */
    public static Aggregate max(Expression argument) {
        return of(AggregateFunction.MAX, argument);
    }

    /** {@code AVG(argument)}. */
    public static Aggregate average(Expression argument) {
        return of(AggregateFunction.AVG, argument);
    }

    /** {@code MEDIAN(argument)}. */
    public static Aggregate median(Expression argument) {
        return of(AggregateFunction.MEDIAN, argument);
    }

    /** {@code STDDEV(argument)}. */
    public static Aggregate stddev(Expression argument) {
        return of(AggregateFunction.STDDEV, argument);
    }

    /** {@code function(argument)}. */
    public static Aggregate of(AggregateFunction function, Expression argument) {
        return new Aggregate(function, argument, false, null);
    }

    /**
     * Reads the {@link #text()} of an aggregate.
     *
     * @throws ExpressionException when the text is anything else, a computation with aggregates included
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Aggregate parse(String text) {
        Expression expression = Expression.parse(text);
        if (expression instanceof AggregateCall call) {
            return call.aggregate();
        }
        throw new ExpressionException(Problem.at("'" + expression.text() + "'", "is not one aggregate.")
                .advise("Write one like SUM(amount), COUNT(*) or COUNT(DISTINCT customer_id)."));
    }

    /** The same aggregate over the rows where {@code condition} is true, beside the filter it has. */
    public Aggregate where(Expression condition) {
        Expression both = filter == null ? condition : Expression.allOf(List.of(filter, condition));
        return new Aggregate(function, argument, distinct, both);
    }

    /** The same aggregate over all rows. */
    public Aggregate withoutFilter() {
        return new Aggregate(function, argument, distinct, null);
    }

    /** This aggregate as an expression. */
    public AggregateCall call() {
        return new AggregateCall(this);
    }

    /** The canonical text. */
    @JsonValue
    public String text() {
        return call().text();
    }

    /** Every column named in the argument and the filter. */
    public Set<ColumnRef> columns() {
        return call().columns();
    }

    /** This aggregate with every column renamed. */
    public Aggregate rename(UnaryOperator<ColumnRef> names) {
        return mapColumns(names::apply);
    }

    /** This aggregate with every column replaced. */
    public Aggregate mapColumns(Function<ColumnRef, ? extends Expression> columns) {
        return ((AggregateCall) call().mapColumns(columns)).aggregate();
    }

    /**
     * The type of the result over arguments of the type {@code argumentType}, which {@code COUNT(*)} ignores; see
     * {@link AggregateFunction#resultType}.
     *
     * @throws ExpressionException when such an argument makes no sense
     */
    public ColumnType resultType(ColumnType argumentType) {
        return argument == null ? ColumnType.BIGINT : function.resultType(argumentType);
    }

    /**
     * The type of the result over the rows that {@code scope} describes.
     *
     * @throws ExpressionException with every problem of argument and filter
     */
    public ColumnType typeIn(Scope scope) {
        return ExpressionTypes.overGroups(call(), scope);
    }

    /** How this aggregate of a coarser group follows from the same aggregate of its finer groups, if at all. */
    public Reaggregation reaggregation() {
        return AggregateRules.reaggregation(this);
    }

    /**
     * Whether rolling up gives the very value that the rows would give. Never where {@link #reaggregation()} is none; not for
     * sums and averages of DOUBLE either, whose value depends on the order of adding.
     */
    public boolean rollsUpExactly(ColumnType argumentType) {
        boolean orderMatters = argumentType.kind() == ColumnType.Kind.DOUBLE
                && (function == AggregateFunction.SUM || function == AggregateFunction.AVG);
        return !orderMatters && !(reaggregation() instanceof Reaggregation.None);
    }

    /** Argument and filter, as far as there are any. */
    List<Expression> children() {
        return Stream.of(Stream.ofNullable(argument), Stream.ofNullable(filter))
                .flatMap(s -> s)
                .toList();
    }

    @Override
    public String toString() {
        return text();
    }
}
