package io.medallion.expression;

import io.medallion.MedallionException;
import io.medallion.Problem;
import java.util.List;
import java.util.OptionalInt;

/** An expression, aggregate, time bucket or query that cannot be read or does not make sense. */
public final class ExpressionException extends MedallionException {

    private static final long serialVersionUID = 1L;

    private final int position;

    ExpressionException(Problem problem) {
        this(List.of(problem));
    }

    ExpressionException(List<Problem> problems) {
        super(problems, null);
        this.position = 0;
    }

    ExpressionException(Problem problem, int position) {
        super(problem);
        this.position = position;
    }

    /** The column in the text where reading stopped, the first is 1; empty when the error is not one of reading. */
    public OptionalInt position() {
        return position == 0 ? OptionalInt.empty() : OptionalInt.of(position);
    }
}
