package io.medallion.jdbc;

import io.medallion.question.Interpretation.Reading;
import java.util.List;

/** What a question in words got: an answer, a question back, or a refusal. */
public sealed interface Reply {

    /**
     * The question was understood and answered.
     *
     * @param answer the rows
     * @param reading how the question was read
     */
    record Answered(Answer answer, Reading reading) implements Reply {}

    /**
     * The question can mean several things: choose one and give its query to {@link Pipeline#query}.
     *
     * @param readings the meanings, two or more
     */
    record Ambiguous(List<Reading> readings) implements Reply {
        public Ambiguous {
            readings = List.copyOf(readings);
        }
    }

    /**
     * The question was not understood, or must not be answered.
     *
     * @param why what was not understood, in a sentence
     * @param nearest names that may have been meant, the nearest first; may be empty
     */
    record Refused(String why, List<String> nearest) implements Reply {
        public Refused {
            nearest = List.copyOf(nearest);
        }
    }
}
