package io.medallion.question;

import io.medallion.semantic.SemanticModel;

/** Turns a question in words into a semantic query. Implementations are thread-safe. */
@FunctionalInterface
public interface QuestionTranslator {

    /** What {@code question} means in the words of {@code model}; never null, a question back rather than a guess. */
    Interpretation translate(String question, SemanticModel model);

    /**
     * The translator that knows the names and synonyms of the model and a few forms: {@code revenue by month and country},
     * {@code total revenue by month in 2024}, {@code top 5 customers by revenue}, {@code number of orders by month},
     * {@code revenue where country is DE}. It uses no language model.
     */
    static QuestionTranslator byNames() {
        return new QuestionByNames();
    }
}
