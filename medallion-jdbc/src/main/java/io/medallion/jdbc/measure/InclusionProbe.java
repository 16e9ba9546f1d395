package io.medallion.jdbc.measure;

import io.medallion.MedallionException;
import io.medallion.jdbc.store.DatabaseException;
import io.medallion.plan.Probe;
import io.medallion.plan.ProbeAnswers;
import io.medallion.plan.ProbeQuestion;
import io.medallion.plan.ProbeQuestion.Inclusion;
import io.medallion.plan.ProbeQuestion.InclusionAnswer;
import io.medallion.sql.SqlGenerator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;

/** Tests on the built Silver tables which refer to which. Only reads; as thread-safe as its connection. */
public final class InclusionProbe implements Probe {

    private static final int QUESTIONS_AT_ONCE = 40;

    private final SqlGenerator sql;
    private final Connection connection;

    /** A probe of the Silver tables this generator names. */
    public InclusionProbe(SqlGenerator sql, Connection connection) {
        this.sql = sql;
        this.connection = connection;
    }

    /**
     * Answers every {@link Inclusion}; other questions are about Bronze and stay without an answer.
     *
     * @throws MedallionException when the database refuses
     */
    @Override
    public ProbeAnswers ask(Collection<? extends ProbeQuestion<?>> questions) {
        List<Inclusion> all = questions.stream()
                .filter(Inclusion.class::isInstance)
                .map(Inclusion.class::cast)
                .toList();
        ProbeAnswers answers = ProbeAnswers.none();
        for (int from = 0; from < all.size(); from += QUESTIONS_AT_ONCE) {
            answers = answers.and(answer(all.subList(from, Math.min(all.size(), from + QUESTIONS_AT_ONCE))));
        }
        return answers;
    }

    private ProbeAnswers answer(List<Inclusion> questions) {
        String text = sql.inclusion(
                        questions.stream().map(Inclusion::relationship).toList())
                .text();
        ProbeAnswers answers = ProbeAnswers.none();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(text)) {
            while (row.next()) {
                answers = answers.with(
                        questions.get(row.getInt("question")),
                        new InclusionAnswer(
                                row.getLong("row_count"),
                                row.getLong("filled"),
                                row.getLong("found"),
                                row.getLong("distinct_values"),
                                row.getLong("parents"),
                                row.getLong("parent_keys")));
            }
        } catch (SQLException refused) {
            throw DatabaseException.of("probe of Silver tables", refused);
        }
        return answers;
    }
}
