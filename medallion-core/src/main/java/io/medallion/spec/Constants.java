package io.medallion.spec;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.Expression;
import io.medallion.expression.Literal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Java values as constant expressions. */
final class Constants {

    private Constants() {}

    /** The constant for a text, a number, a boolean, a date or a local timestamp. */
    static Expression of(Object value) {
        if (value instanceof Expression expression) {
            return constant(expression);
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return Literal.of(value.toString());
        }
        if (value instanceof Number number) {
            return Literal.of(new BigDecimal(number.toString()));
        }
        if (value instanceof Boolean truth) {
            return Literal.of(truth);
        }
        if (value instanceof LocalDate date) {
            return Literal.of(date);
        }
        if (value instanceof LocalDateTime timestamp) {
            return Literal.of(timestamp);
        }
        throw new MedallionException(
                Problem.at("a " + value.getClass().getSimpleName(), "is not a constant a spec can hold.")
                        .advise("Use text, a finite number, a boolean, a LocalDate or a LocalDateTime."));
    }

    /** The expression itself, refused when it names a column. */
    static Expression constant(Expression expression) {
        if (!expression.columns().isEmpty()) {
            throw new MedallionException(
                    Problem.at(expression.text(), "is not a constant.").advise("State a value."));
        }
        return expression;
    }
}
