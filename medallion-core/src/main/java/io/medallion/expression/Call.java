package io.medallion.expression;

import java.util.List;

/**
 * {@code function(arguments)} with a function of the closed list {@link ScalarFunction}.
 *
 * @param function the name in lower case, always the name of a {@link ScalarFunction}
 * @param arguments the arguments, as many as the function takes
 */
public record Call(String function, List<Expression> arguments) implements Expression {

    public Call {
        arguments = List.copyOf(arguments);
        function = FunctionCheck.canonicalName(function, arguments.size());
    }

    /** A call of {@code function}. */
    public static Call of(ScalarFunction function, Expression... arguments) {
        return new Call(function.text(), List.of(arguments));
    }

    /** The function called. */
    public ScalarFunction scalarFunction() {
        return ScalarFunction.named(function).orElseThrow();
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitCall(this);
    }

    @Override
    public List<Expression> children() {
        return arguments;
    }

    @Override
    public String toString() {
        return text();
    }
}
