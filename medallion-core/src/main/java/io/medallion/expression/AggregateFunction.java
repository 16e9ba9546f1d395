package io.medallion.expression;

import io.medallion.ColumnType;
import io.medallion.Problem;
import java.util.List;

/** The functions over the rows of a group. All leave NULL arguments out. */
public enum AggregateFunction {
    /** The number of rows, or of arguments that are not NULL; 0 for none. */
    COUNT("The number of rows, or of values that are not NULL."),
    /** The sum; NULL for none. */
    SUM("The sum of the values, NULL without any."),
    /** The least value; NULL for none. */
    MIN("The least value, NULL without any."),
    /** The greatest value; NULL for none. */
    MAX("The greatest value, NULL without any."),
    /** The arithmetic mean as DOUBLE; NULL for none. */
    AVG("The arithmetic mean, NULL without any value."),
    /** The middle value, the mean of the two middle ones for an even number, as DOUBLE; NULL for none. */
    MEDIAN("The middle value (the mean of the two middle ones), NULL without any."),
    /** The standard deviation of a sample (divided by n - 1) as DOUBLE; NULL for fewer than two. */
    STDDEV("The standard deviation of a sample, NULL with fewer than two values.");

    private final String meaning;

    AggregateFunction(String meaning) {
        this.meaning = meaning;
    }

    /** What the function takes, gives and means. */
    public FunctionSignature signature() {
        ArgumentKind argument = this == COUNT || this == MIN || this == MAX ? ArgumentKind.ANY : ArgumentKind.NUMBER;
        int required = this == COUNT ? 0 : 1;
        return new FunctionSignature(name(), List.of(argument), required, false, ResultRule.AGGREGATE, true, meaning);
    }

    /** Whether an argument of {@code type} makes sense. MIN and MAX need an order, so no BOOLEAN and no JSON. */
    public boolean accepts(ColumnType type) {
        return switch (this) {
            case COUNT -> type.kind() != ColumnType.Kind.JSON;
            case MIN, MAX -> type.kind() != ColumnType.Kind.BOOLEAN && type.kind() != ColumnType.Kind.JSON;
            case SUM, AVG, MEDIAN, STDDEV -> type.isNumeric();
        };
    }

    /**
     * The type of the result: COUNT BIGINT; SUM DECIMAL(38,0) for integers, DECIMAL(38,s) for DECIMAL(p,s), DOUBLE for
     * DOUBLE; MIN and MAX the type of the argument; AVG, MEDIAN and STDDEV DOUBLE.
     *
     * @throws ExpressionException when an argument of {@code argument} makes no sense
     */
    public ColumnType resultType(ColumnType argument) {
        if (!accepts(argument)) {
            throw new ExpressionException(Problem.at(name(), "does not work on " + argument + "."));
        }
        return switch (this) {
            case COUNT -> ColumnType.BIGINT;
            case SUM ->
                argument.kind() == ColumnType.Kind.DOUBLE
                        ? ColumnType.DOUBLE
                        : ColumnType.decimal(ColumnType.MAX_PRECISION, argument.scale());
            case MIN, MAX -> argument;
            case AVG, MEDIAN, STDDEV -> ColumnType.DOUBLE;
        };
    }
}
