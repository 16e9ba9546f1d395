package io.medallion.jdbc.measure;

import io.medallion.plan.ProbeQuestion.FitAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows that answer one question for a mean, median or mode, in the order of their place. */
final class FitRows {

    private final TreeMap<Long, @Nullable String> found = new TreeMap<>();
    private long values;

    void add(ResultSet row) throws SQLException {
        values = row.getLong("row_count");
        found.put(row.getLong("missing"), row.getString("value"));
    }

    FitAnswer answer() {
        List<String> texts =
                found.values().stream().filter(text -> text != null).toList();
        return new FitAnswer(values, texts);
    }
}
