package io.medallion.jdbc.build;

import io.medallion.Problem;
import io.medallion.jdbc.store.Session;
import io.medallion.spec.LayerSpec;
import io.medallion.sql.Publish;
import io.medallion.sql.SqlStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables that readers see, with what the host made on them, beside the version that is to be published. */
final class Standing {

    private final LayerSpec spec;
    private final Map<String, String> before;
    private final Map<String, String> after;
    private final List<Dependent> dependents;

    private Standing(LayerSpec spec, List<Row> rows, List<Dependent> views) {
        this.spec = spec;
        this.before = columns(rows, false);
        this.after = columns(rows, true);
        this.dependents = new ArrayList<>(views);
        rows.stream().filter(row -> row.dependent() != null).map(Row::dependent).forEach(dependents::add);
    }

    private record Row(int place, boolean isNext, String column, String type, @Nullable Dependent dependent) {}

    /** Asks the catalog: one query, and a second one where columns go. */
    static Standing of(Session session, LayerSpec spec) {
        List<Row> rows = rows(session, session.sql().standing(spec));
        Standing standing = new Standing(spec, rows, List.of());
        return standing.removed().isEmpty()
                ? standing
                : new Standing(
                        spec,
                        rows,
                        rows(session, session.sql().views(spec)).stream()
                                .filter(row -> row.place() == 0)
                                .flatMap(row -> Stream.ofNullable(row.dependent()))
                                .toList());
    }

    private static List<Row> rows(Session session, SqlStatement statement) {
        return session.query(statement, row -> {
            String column = row.getString("column_name");
            String dependent = row.getString("dependent");
            return new Row(
                    row.getInt("place"),
                    row.getBoolean("is_next"),
                    column == null ? "" : column,
                    String.valueOf(row.getString("type")),
                    dependent == null
                            ? null
                            : new Dependent(
                                    dependent,
                                    column,
                                    row.getInt("place") == 0,
                                    row.getBoolean("in_place"),
                                    row.getBoolean("keeps"),
                                    row.getBoolean("fixes"),
                                    row.getBoolean("forbids")));
        });
    }

    private static Map<String, String> columns(List<Row> rows, boolean next) {
        Map<String, String> columns = new TreeMap<>();
        rows.stream()
                .filter(row -> row.dependent() == null && row.place() == 0 && row.isNext() == next)
                .forEach(row -> columns.put(row.column(), row.type()));
        return columns;
    }

    /** Whether the next version still is beside: it was not published. */
    boolean nextIsBeside() {
        return !after.isEmpty();
    }

    /** How to publish so that everything on the tables is kept. */
    Publish shape() {
        return dependents.stream().anyMatch(Dependent::inPlace) ? inPlace() : Publish.SWAP;
    }

    /** Into the standing table, whatever depends on it. */
    Publish inPlace() {
        return before.isEmpty() ? Publish.IN_PLACE : Publish.inPlace(added(), retyped(), removed());
    }

    /** What the host made that the new version cannot be published under. */
    List<Problem> obstacles() {
        Set<String> reasons = new LinkedHashSet<>();
        boolean inPlace = shape().inPlace();
        for (Dependent dependent : dependents) {
            if (dependent.forbids() && inPlace) {
                reasons.add(dependent.what() + " forbids that rows are replaced, or would change others with them");
            }
            if (dependent.ofMain() && dependent.keeps()) {
                dependent
                        .among(removed())
                        .forEach(c -> reasons.add(
                                dependent.what() + " needs column '" + c + "', which the new version does not have"));
            }
            if (dependent.ofMain() && dependent.fixes()) {
                dependent
                        .among(retyped())
                        .forEach(c -> reasons.add(dependent.what() + " needs column '" + c + "' as " + before.get(c)
                                + ", which is " + after.get(c) + " in the new version"));
            }
        }
        String table = spec.layer().name().toLowerCase(Locale.ROOT) + "." + spec.table();
        return reasons.stream()
                .map(reason -> Problem.at(table, "cannot be published: " + reason + ".")
                        .advise("Drop it, build again and make it anew, or keep the spec as it was."))
                .collect(Collectors.toList());
    }

    private Set<String> added() {
        return difference(after.keySet(), before.keySet());
    }

    private Set<String> removed() {
        return before.isEmpty() || after.isEmpty() ? Set.of() : difference(before.keySet(), after.keySet());
    }

    private Set<String> retyped() {
        return before.keySet().stream()
                .filter(column ->
                        after.containsKey(column) && !after.get(column).equals(before.get(column)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> difference(Collection<String> all, Collection<String> without) {
        Set<String> difference = new TreeSet<>(all);
        difference.removeAll(without);
        return difference;
    }

    /**
     * Something of the host's that depends on a table.
     *
     * @param what it is, in words: {@code view reporting.late}
     * @param column the column it is about, null for none or all
     * @param ofMain whether on the table itself, not on one beside it
     */
    private record Dependent(
            String what,
            @Nullable String column,
            boolean ofMain,
            boolean inPlace,
            boolean keeps,
            boolean fixes,
            boolean forbids) {

        Set<String> among(Set<String> columns) {
            return column == null ? columns : columns.contains(column) ? Set.of(column) : Set.of();
        }
    }
}
