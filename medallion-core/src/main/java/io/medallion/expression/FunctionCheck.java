package io.medallion.expression;

import io.medallion.Problem;
import java.util.List;

/** Refuses calls of functions that are not on the list, or with the wrong number of arguments. */
final class FunctionCheck {

    private FunctionCheck() {}

    static String canonicalName(String function, int arguments) {
        ScalarFunction scalar =
                ScalarFunction.named(function).orElseThrow(() -> new ExpressionException(unknown(function)));
        FunctionSignature signature = scalar.signature();
        if (!signature.takes(arguments)) {
            throw new ExpressionException(wrongCount(signature, arguments));
        }
        return signature.name();
    }

    static Problem unknown(String function) {
        List<String> names = Functions.names();
        return Problem.at("function '" + function + "'", "is not on the list of functions.")
                .advise(NearestName.of(function, names)
                        .map(near -> "Did you mean '" + near + "'?")
                        .orElse("Known functions: " + String.join(", ", names) + "."));
    }

    static Problem wrongCount(FunctionSignature signature, int given) {
        int most = signature.arguments().size();
        String takes = signature.repeatsLast()
                ? signature.required() + " or more"
                : signature.required() == most ? String.valueOf(most) : signature.required() + " to " + most;
        return Problem.at("function '" + signature.name() + "'", "takes " + takes + " arguments, not " + given + ".");
    }
}
