package io.medallion.expression;

import java.util.Optional;

/** Regular expressions that mean the same on every database and in Java. */
public final class PortableRegex {

    private PortableRegex() {}

    /** Why {@code pattern} is not portable, in words with the position; empty when it is. */
    public static Optional<String> refusal(String pattern) {
        return Optional.empty();
    }
}
