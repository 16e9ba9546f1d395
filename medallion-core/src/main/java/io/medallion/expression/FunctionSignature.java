package io.medallion.expression;

import java.util.List;

/**
 * What a function takes and gives.
 *
 * @param name the name in canonical text
 * @param arguments what it takes, in order
 * @param required how many of them must be given
 * @param repeatsLast whether the last argument may be given any number of times
 * @param result how the type of the result follows
 * @param aggregate whether it works on a group of rows instead of one row
 * @param meaning what it computes, in words, the same on every database
 */
public record FunctionSignature(
        String name,
        List<ArgumentKind> arguments,
        int required,
        boolean repeatsLast,
        ResultRule result,
        boolean aggregate,
        String meaning) {

    public FunctionSignature {
        arguments = List.copyOf(arguments);
    }

    /** What argument number {@code index}, the first is 0, must be. */
    public ArgumentKind argument(int index) {
        return arguments.get(Math.min(index, arguments.size() - 1));
    }

    /** Whether {@code count} arguments are neither too few nor too many. */
    public boolean takes(int count) {
        return count >= required && (repeatsLast || count <= arguments.size());
    }
}
