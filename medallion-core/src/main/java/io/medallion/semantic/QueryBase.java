package io.medallion.semantic;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.Aggregate;
import io.medallion.expression.ColumnRef;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which table's rows are aggregated. */
final class QueryBase {

    private final SemanticModel model;
    private final TablePaths paths;

    QueryBase(SemanticModel model) {
        this.model = model;
        this.paths = new TablePaths(model.relationships());
    }

    /** The table an aggregate over qualified columns works on. */
    String of(Aggregate aggregate, String name) {
        Collection<String> tables = tables(aggregate);
        if (tables.isEmpty() && model.tables().size() == 1) {
            return model.tables().get(0).table();
        }
        return from(tables)
                .orElseThrow(() -> new MedallionException(Problem.at(
                                "measure '" + name + "'",
                                tables.isEmpty()
                                        ? "does not say which table it counts."
                                        : "uses " + tables + ", and none of them refers to all others.")
                        .advise(
                                tables.isEmpty()
                                        ? "Write the name of a measure of the model, such as "
                                                + model.tables().get(0).table() + ".count."
                                        : "Declare how they belong together with manyToOne(..).")));
    }

    /** The one of these tables from which all others are reached. */
    Optional<String> from(Collection<String> tables) {
        List<String> candidates = tables.stream()
                .filter(t -> tables.stream().allMatch(other -> paths.reaches(t, other)))
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    static Collection<String> tables(Aggregate aggregate) {
        return aggregate.columns().stream()
                .map(ColumnRef::table)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
