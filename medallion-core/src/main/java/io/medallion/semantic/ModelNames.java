package io.medallion.semantic;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds what a name means in a model. */
final class ModelNames {

    private static final int LISTED = 12;

    /** Something with a name in a table. */
    record Named<T>(String table, String name, List<String> synonyms, T value) {
        String qualified() {
            return table + "." + name;
        }
    }

    private final SemanticModel model;
    private final List<Problem> problems = new ArrayList<>();

    ModelNames(SemanticModel model) {
        this.model = model;
    }

    /** What {@code step} gives, unless columns in it were refused; then all of them at once. */
    <T> T whole(Supplier<T> step) {
        T result = step.get();
        if (!problems.isEmpty()) {
            throw new MedallionException(List.copyOf(problems), null);
        }
        return result;
    }

    Expression qualify(Expression expression) {
        return whole(() -> expression.mapColumns(this::column));
    }

    /** The column with its table; a refused one is remembered for {@link #whole} and stays as it is. */
    ColumnRef column(ColumnRef column) {
        try {
            return one("column", written(column), columns()).value();
        } catch (MedallionException refused) {
            problems.addAll(refused.problems());
            return column;
        }
    }

    private static String written(ColumnRef column) {
        return column.table() == null ? column.column() : column.table() + "." + column.column();
    }

    /** The measures of this name: several when several tables have it. */
    List<Named<SemanticMeasure>> measures(String name) {
        return all(name, measures());
    }

    <T> Named<T> one(String what, String name, List<Named<T>> known) {
        List<Named<T>> found = all(name, known);
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new MedallionException(found.isEmpty() ? unknown(what, name, known) : ambiguous(what, name, found));
    }

    static <T> Problem ambiguous(String what, String name, List<Named<T>> found) {
        return Problem.at(what + " '" + name + "'", "is in several tables.")
                .advise("Write "
                        + String.join(
                                " or ", found.stream().map(Named::qualified).toList()) + ".");
    }

    static <T> Problem unknown(String what, String name, List<Named<T>> known) {
        List<String> names = Stream.concat(
                        known.stream().flatMap(n -> Stream.concat(Stream.of(n.name()), n.synonyms().stream())),
                        known.stream().map(Named::qualified))
                .distinct()
                .toList();
        return Problem.at(what + " '" + name + "'", "is not in the model.").advise(nearest(name, names));
    }

    static String nearest(String name, Collection<String> known) {
        return NearestName.of(name, known)
                .map(near -> "Did you mean '" + near + "'?")
                .orElseGet(() -> "Known: "
                        + String.join(", ", known.stream().limit(LISTED).toList())
                        + (known.size() > LISTED ? ", ..." : "")
                        + ".");
    }

    /** The best matches: exact names, else names in any case, else synonyms. */
    private static <T> List<Named<T>> all(String name, List<Named<T>> known) {
        List<Function<Named<T>, Boolean>> ranks = List.of(
                n -> name.equals(n.name()) || name.equals(n.qualified()),
                n -> folded(name).equals(folded(n.name())) || folded(name).equals(folded(n.qualified())),
                n -> n.synonyms().stream()
                        .anyMatch(s ->
                                folded(name).equals(folded(s)) || folded(name).equals(folded(n.table() + "." + s))));
        for (Function<Named<T>, Boolean> rank : ranks) {
            List<Named<T>> found = known.stream().filter(rank::apply).toList();
            if (!found.isEmpty()) {
                return found.stream()
                        .map(Named::value)
                        .distinct()
                        .map(v -> found.stream()
                                .filter(n -> n.value().equals(v))
                                .findFirst()
                                .orElseThrow())
                        .toList();
            }
        }
        return List.of();
    }

    static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    List<Named<SemanticMeasure>> measures() {
        return each((table, known) ->
                table.measures().forEach(m -> known.add(new Named<>(table.table(), m.name(), m.synonyms(), m))));
    }

    /** Columns by their own names, and by the names of their dimensions. */
    List<Named<ColumnRef>> columns() {
        return each((table, known) -> {
            table.columns()
                    .forEach(c -> known.add(
                            new Named<>(table.table(), c.name(), List.of(), ColumnRef.of(table.table(), c.name()))));
            table.dimensions()
                    .forEach(d -> known.add(new Named<>(
                            table.table(), d.name(), d.synonyms(), ColumnRef.of(table.table(), d.column()))));
        });
    }

    private interface Collector<T> {
        void add(SemanticTable table, List<Named<T>> known);
    }

    private <T> List<Named<T>> each(Collector<T> collector) {
        List<Named<T>> known = new ArrayList<>();
        model.tables().forEach(t -> collector.add(t, known));
        return known;
    }

    static SemanticModel withSynonyms(SemanticModel model, String name, String... words) {
        ModelNames names = new ModelNames(model);
        List<Named<Function<SemanticTable, SemanticTable>>> known = new ArrayList<>();
        for (SemanticTable table : model.tables()) {
            known.add(new Named<>(
                    table.table(), table.table(), List.of(), t -> t.withSynonyms(both(t.synonyms(), words))));
            table.measures()
                    .forEach(m -> known.add(new Named<>(
                            table.table(),
                            m.name(),
                            List.of(),
                            t -> t.withMeasures(t.measures().stream()
                                    .map(x -> x.equals(m) ? x.called(words) : x)
                                    .toList()))));
            table.dimensions()
                    .forEach(d -> known.add(new Named<>(
                            table.table(),
                            d.name(),
                            List.of(),
                            t -> t.withDimensions(t.dimensions().stream()
                                    .map(x -> x.equals(d) ? x.called(words) : x)
                                    .toList()))));
        }
        Named<Function<SemanticTable, SemanticTable>> found = names.one("name", name, known);
        return model.edit(found.table(), found.value()::apply);
    }

    private static List<String> both(List<String> before, String... further) {
        return Stream.concat(before.stream(), Stream.of(further)).distinct().toList();
    }
}
