package io.medallion;

import java.util.Objects;

/**
 * One thing that is wrong: where, what, and what to do about it. Holds no personal values.
 *
 * @param path where, as a path a person can follow: a file and line, a JSON path, {@code silver spec 'orders': column 'email'}
 * @param message what is wrong, one sentence; one that starts in lower case continues the path: {@code is not there.}
 * @param advice what to do next; empty when there is nothing to advise
 */
public record Problem(String path, String message, String advice) {

    public Problem {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(advice, "advice");
    }

    /** A problem without advice. */
    public static Problem at(String path, String message) {
        return new Problem(path, message, "");
    }

    /** The same problem with advice. */
    public Problem advise(String advice) {
        return new Problem(path, message, advice);
    }

    @Override
    public String toString() {
        boolean continues = !message.isEmpty() && Character.isLowerCase(message.charAt(0));
        String text = path.isEmpty() ? message : path + (continues ? " " : ": ") + message;
        return advice.isEmpty() ? text : text + " " + advice;
    }
}
