package io.medallion.jdbc.build;

import io.medallion.jdbc.store.Session;
import io.medallion.spec.LayerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a host made that depends on tables of a spec and is no part of them: views, foreign keys of other tables, functions. */
public final class TableDependents {

    private TableDependents() {}

    /** What would break without the tables, in words: {@code view reporting.late}. */
    public static Set<String> onTables(Session session, LayerSpec spec) {
        return names(session, spec, null);
    }

    /** What would break without one of these columns of the table, by their physical names. */
    public static Set<String> onColumns(Session session, LayerSpec spec, Set<String> columns) {
        return columns.isEmpty() ? Set.of() : names(session, spec, columns);
    }

    private static Set<String> names(Session session, LayerSpec spec, @Nullable Set<String> columns) {
        List<String> found = new ArrayList<>();
        for (var statement : List.of(session.sql().standing(spec), session.sql().views(spec))) {
            found.addAll(session.query(
                    statement,
                    row -> row.getString("dependent") != null
                                    && row.getBoolean("outlives")
                                    && (columns == null || columns.contains(row.getString("column_name")))
                            ? row.getString("dependent")
                            : ""));
        }
        Set<String> names = new TreeSet<>(found);
        names.remove("");
        return names;
    }
}
