package io.medallion.question;

import io.medallion.semantic.SemanticModel;
import java.util.List;

/** Knows the names and synonyms of the model and a few forms of questions. Holds no state. */
final class QuestionByNames implements QuestionTranslator {

    private static final int LONGEST_QUESTION = 1_000;

    @Override
    public Interpretation translate(String question, SemanticModel model) {
        if (question.isBlank() || question.length() > LONGEST_QUESTION) {
            return new Interpretation.NotUnderstood(
                    question.isBlank()
                            ? "Nothing was asked."
                            : "The question is longer than " + LONGEST_QUESTION + " characters.",
                    List.of());
        }
        try {
            Vocabulary vocabulary = new Vocabulary(model);
            Draft draft = new QuestionReader(question, vocabulary).read();
            return new Readings(draft, vocabulary).interpretation();
        } catch (UnknownWords unknown) {
            return unknown.asAnswer();
        }
    }
}
