package io.medallion.plan;

import java.util.Collection;

/**
 * Answers questions about the rows of a Bronze table, in as few statements as it can. The answers come from the same guards
 * as the build, so what is counted here is what happens there.
 */
@FunctionalInterface
public interface Probe {

    /** Answers what it can; a question without an answer is absent from the result. */
    ProbeAnswers ask(Collection<? extends ProbeQuestion<?>> questions);

    /** A probe without a database: knows nothing. */
    static Probe silent() {
        return questions -> ProbeAnswers.none();
    }
}
