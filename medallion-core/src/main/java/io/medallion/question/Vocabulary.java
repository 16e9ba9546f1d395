package io.medallion.question;

import io.medallion.expression.Aggregate;
import io.medallion.expression.AggregateFunction;
import io.medallion.expression.ColumnRef;
import io.medallion.semantic.SemanticMeasure;
import io.medallion.semantic.SemanticModel;
import io.medallion.semantic.SemanticTable;
import io.medallion.spec.Measure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What phrases can mean in a model. */
final class Vocabulary {

    /** A measure a phrase may mean: of the model by name, or one stated here. */
    record MeasureMeaning(String table, @Nullable String name, @Nullable Measure own) {
        String label() {
            return own == null ? String.valueOf(name) : own.name();
        }
    }

    private final SemanticModel model;

    Vocabulary(SemanticModel model) {
        this.model = model;
    }

    SemanticModel model() {
        return model;
    }

    /** The measures called so, computed by {@code function} where one was named. */
    List<MeasureMeaning> measures(String phrase, @Nullable AggregateFunction function) {
        List<MeasureMeaning> found = closest(spelling -> model.tables().stream()
                .flatMap(t -> t.measures().stream()
                        .filter(m -> called(phrase, t, m.name(), m.synonyms(), spelling))
                        .map(m -> meaning(t, m, function)))
                .toList());
        return found.isEmpty() && function != null ? ofColumns(phrase, function) : found;
    }

    private static MeasureMeaning meaning(
            SemanticTable table, SemanticMeasure measure, @Nullable AggregateFunction function) {
        Aggregate aggregate = measure.aggregate();
        boolean asIs = function == null || function == aggregate.function() || aggregate.argument() == null;
        if (asIs) {
            return new MeasureMeaning(table.table(), table.table() + "." + measure.name(), null);
        }
        Aggregate other = new Aggregate(function, aggregate.argument(), false, aggregate.filter());
        return new MeasureMeaning(table.table(), null, new Measure(prefix(function) + measure.name(), other));
    }

    private List<MeasureMeaning> ofColumns(String phrase, AggregateFunction function) {
        return columns(phrase).stream()
                .map(c -> own(c, Aggregate.of(function, c), prefix(function) + c.column()))
                .toList();
    }

    private static String prefix(AggregateFunction function) {
        return switch (function) {
            case AVG -> "average_";
            case SUM -> "total_";
            case COUNT, MIN, MAX, MEDIAN, STDDEV -> function.name().toLowerCase(Locale.ROOT) + "_";
        };
    }

    /** "number of ..": rows of a table, else different values of a column. */
    List<MeasureMeaning> counts(String phrase, boolean different) {
        List<MeasureMeaning> rows = new ArrayList<>();
        for (SemanticTable table : model.tables()) {
            boolean meant = !different
                    && Stream.concat(Stream.of(table.table()), table.synonyms().stream())
                            .anyMatch(name -> Words.folded(name).equals(Words.folded(phrase)));
            if (meant) {
                rows.addAll(rowCount(table));
            }
        }
        return rows.isEmpty()
                ? groupings(phrase).stream()
                        .map(c -> own(c, Aggregate.countDistinct(c), "distinct_" + c.column()))
                        .toList()
                : rows;
    }

    /** The plain counts of rows, of every table. */
    List<MeasureMeaning> counts() {
        return model.tables().stream().flatMap(t -> rowCount(t).stream()).toList();
    }

    private static List<MeasureMeaning> rowCount(SemanticTable table) {
        return table.measures().stream()
                .filter(m -> m.aggregate().equals(Aggregate.count()))
                .map(m -> new MeasureMeaning(table.table(), table.table() + "." + m.name(), null))
                .limit(1)
                .toList();
    }

    /** The sums of every table, where a question names no measure. */
    List<MeasureMeaning> sums() {
        return model.tables().stream()
                .flatMap(t -> t.measures().stream()
                        .filter(m -> m.aggregate().function() == AggregateFunction.SUM)
                        .map(m -> meaning(t, m, null)))
                .toList();
    }

    private static MeasureMeaning own(ColumnRef column, Aggregate aggregate, String name) {
        return new MeasureMeaning(String.valueOf(column.table()), null, new Measure(name, aggregate));
    }

    /**
     * The columns a phrase names as a grouping: by name or synonym; else "customers" is their name or id; else it is a table,
     * and its name or key.
     */
    List<ColumnRef> groupings(String phrase) {
        List<ColumnRef> named = columns(phrase);
        for (String ending : List.of(" name", " id", " key", " code", " number")) {
            String longer = phrase + ending;
            if (named.isEmpty()) {
                named = columns(longer);
            }
        }
        return named.isEmpty() ? ofTable(phrase) : named;
    }

    private List<ColumnRef> ofTable(String phrase) {
        List<ColumnRef> found = new ArrayList<>();
        for (SemanticTable table : model.tables()) {
            boolean meant = Stream.concat(Stream.of(table.table()), table.synonyms().stream())
                    .anyMatch(name -> Words.folded(name).equals(Words.folded(phrase)));
            if (meant) {
                Stream.concat(Stream.of("name"), table.grain().stream())
                        .filter(table.input().types()::containsKey)
                        .findFirst()
                        .ifPresent(c -> found.add(ColumnRef.of(table.table(), c)));
            }
        }
        return found;
    }

    /** Columns that are called {@code phrase}, or are dimensions called so. */
    private List<ColumnRef> columns(String phrase) {
        return closest(spelling -> {
            Set<ColumnRef> found = new LinkedHashSet<>();
            for (SemanticTable table : model.tables()) {
                table.dimensions().stream()
                        .filter(d -> called(phrase, table, d.name(), d.synonyms(), spelling))
                        .forEach(d -> found.add(ColumnRef.of(table.table(), d.column())));
                table.columns().stream()
                        .filter(c -> called(phrase, table, c.name(), List.of(), spelling))
                        .forEach(c -> found.add(ColumnRef.of(table.table(), c.name())));
            }
            return List.copyOf(found);
        });
    }

    /** The time columns called so. */
    List<ColumnRef> timeColumns(String phrase) {
        return closest(spelling -> model.tables().stream()
                .flatMap(t -> t.timeColumns().stream()
                        .filter(c -> called(phrase, t, c, List.of(), spelling))
                        .map(c -> ColumnRef.of(t.table(), c)))
                .toList());
    }

    /** What is called exactly so; where nothing is, what is called so in the other number. */
    private static <T> List<T> closest(Function<UnaryOperator<String>, List<T>> search) {
        List<T> exactly = search.apply(Words::spelled);
        return exactly.isEmpty() ? search.apply(Words::folded) : exactly;
    }

    private static boolean called(
            String phrase, SemanticTable table, String name, List<String> synonyms, UnaryOperator<String> spelling) {
        String wanted = spelling.apply(phrase);
        return Stream.concat(Stream.of(name), synonyms.stream())
                .map(spelling)
                .anyMatch(n -> n.equals(wanted) || wanted.equals(spelling.apply(table.table()) + " " + n));
    }

    /** Every word that means something, for advice. */
    List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (SemanticTable table : model.tables()) {
            table.measures().forEach(m -> names.add(m.name()));
            table.dimensions().forEach(d -> names.add(d.name()));
            names.addAll(table.timeColumns());
            table.measures().forEach(m -> names.addAll(m.synonyms()));
            table.dimensions().forEach(d -> names.addAll(d.synonyms()));
            names.add(table.table());
        }
        return List.copyOf(names);
    }
}
