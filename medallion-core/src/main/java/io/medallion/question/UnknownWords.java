package io.medallion.question;

import java.util.List;

/** Reading stopped; carries why up to where the answer is made, and never leaves this room. */
final class UnknownWords extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> nearest;

    UnknownWords(String why, List<String> nearest) {
        super(why, null, false, false);
        this.nearest = List.copyOf(nearest);
    }

    Interpretation asAnswer() {
        return new Interpretation.NotUnderstood(String.valueOf(getMessage()), nearest);
    }
}
