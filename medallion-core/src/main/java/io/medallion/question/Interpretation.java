package io.medallion.question;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.medallion.semantic.SemanticQuery;
import java.util.List;

/** What a question in words was taken to mean. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Interpretation.Understood.class, name = "understood"),
    @JsonSubTypes.Type(value = Interpretation.Ambiguous.class, name = "ambiguous"),
    @JsonSubTypes.Type(value = Interpretation.NotUnderstood.class, name = "not-understood")
})
public sealed interface Interpretation {

    /**
     * One meaning of a question.
     *
     * @param query what would be asked
     * @param description how the question was read, in words
     */
    record Reading(SemanticQuery query, String description) {}

    /**
     * The question has one meaning.
     *
     * @param reading the meaning
     */
    record Understood(Reading reading) implements Interpretation {

        /** What is asked. */
        public SemanticQuery query() {
            return reading.query();
        }
    }

    /**
     * The question has several meanings; somebody has to choose.
     *
     * @param readings the meanings, two or more
     */
    record Ambiguous(List<Reading> readings) implements Interpretation {
        public Ambiguous {
            readings = List.copyOf(readings);
        }
    }

    /**
     * The question was not understood.
     *
     * @param why what was not understood, in a sentence
     * @param nearest names that may have been meant, the nearest first; may be empty
     */
    record NotUnderstood(String why, List<String> nearest) implements Interpretation {
        public NotUnderstood {
            nearest = List.copyOf(nearest);
        }
    }
}
