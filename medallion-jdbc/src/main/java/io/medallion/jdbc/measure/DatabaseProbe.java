package io.medallion.jdbc.measure;

import io.medallion.MedallionException;
import io.medallion.jdbc.store.DatabaseException;
import io.medallion.plan.Probe;
import io.medallion.plan.ProbeAnswers;
import io.medallion.plan.ProbeQuestion;
import io.medallion.plan.ProbeQuestion.ColumnAnswer;
import io.medallion.plan.ProbeQuestion.KeyAnswer;
import io.medallion.plan.ProbeQuestion.NearAnswer;
import io.medallion.plan.ProbeQuestion.RefusedAnswer;
import io.medallion.plan.ProbeQuestion.RowsAnswer;
import io.medallion.profile.ValueCount;
import io.medallion.spec.BronzeSpec;
import io.medallion.sql.SqlGenerator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Answers the questions of planners about one Bronze table from the database. Only reads; as thread-safe as its connection. */
public final class DatabaseProbe implements Probe {

    private static final int QUESTIONS_AT_ONCE = 40;

    private final SqlGenerator sql;
    private final Connection connection;
    private final BronzeSpec bronze;

    /** A probe of the rows in force of this Bronze table. */
    public DatabaseProbe(SqlGenerator sql, Connection connection, BronzeSpec bronze) {
        this.sql = sql;
        this.connection = connection;
        this.bronze = bronze;
    }

    /**
     * Answers all questions about Bronze.
     *
     * @throws MedallionException when the database refuses
     */
    @Override
    public ProbeAnswers ask(Collection<? extends ProbeQuestion<?>> questions) {
        List<ProbeQuestion<?>> all = new ArrayList<>(questions);
        all.removeIf(ProbeQuestion.Inclusion.class::isInstance);
        ProbeAnswers answers = ProbeAnswers.none();
        for (int from = 0; from < all.size(); from += QUESTIONS_AT_ONCE) {
            answers = answers.and(answer(all.subList(from, Math.min(all.size(), from + QUESTIONS_AT_ONCE))));
        }
        return answers;
    }

    private ProbeAnswers answer(List<ProbeQuestion<?>> questions) {
        List<List<ValueCount>> values = new ArrayList<>();
        List<FitRows> fits = new ArrayList<>();
        questions.forEach(q -> {
            values.add(new ArrayList<>());
            fits.add(new FitRows());
        });
        ProbeAnswers answers = ProbeAnswers.none();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(sql.probe(bronze, questions).text())) {
            while (row.next()) {
                int question = row.getInt("question");
                if (questions.get(question) instanceof ProbeQuestion.Refused) {
                    values.get(question).add(new ValueCount(row.getString("value"), row.getLong("row_count")));
                } else if (questions.get(question) instanceof ProbeQuestion.Fit) {
                    fits.get(question).add(row);
                } else {
                    answers = counted(answers, questions.get(question), row);
                }
            }
        } catch (SQLException refused) {
            throw DatabaseException.of("probe of '" + bronze.table() + "'", refused);
        }
        for (int i = 0; i < questions.size(); i++) {
            if (questions.get(i) instanceof ProbeQuestion.Refused refused) {
                answers = answers.with(refused, new RefusedAnswer(values.get(i)));
            }
            if (questions.get(i) instanceof ProbeQuestion.Fit fit) {
                answers = answers.with(fit, fits.get(i).answer());
            }
        }
        return answers;
    }

    private static ProbeAnswers counted(ProbeAnswers answers, ProbeQuestion<?> question, ResultSet row)
            throws SQLException {
        long rows = row.getLong("row_count");
        long missing = row.getLong("missing");
        long refused = row.getLong("refused");
        if (question instanceof ProbeQuestion.Column column) {
            return answers.with(
                    column,
                    new ColumnAnswer(
                            rows,
                            missing,
                            refused,
                            details(row, column.column().checks().size())));
        }
        if (question instanceof ProbeQuestion.Key key) {
            return answers.with(key, new KeyAnswer(rows, missing, refused));
        }
        if (question instanceof ProbeQuestion.Rows some) {
            return answers.with(some, new RowsAnswer(rows, missing));
        }
        if (question instanceof ProbeQuestion.Filled filled) {
            return answers.with(filled, new RowsAnswer(rows, missing));
        }
        if (question instanceof ProbeQuestion.Copies copies) {
            return answers.with(copies, new RowsAnswer(rows, missing));
        }
        if (question instanceof ProbeQuestion.NearCopies near) {
            return answers.with(
                    near,
                    new NearAnswer(
                            rows, missing, refused, details(row, near.columns().size())));
        }
        return answers;
    }

    private static List<Long> details(ResultSet row, int count) throws SQLException {
        List<Long> details = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            details.add(row.getLong("failed_" + i));
        }
        return details;
    }
}
