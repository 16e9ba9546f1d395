package io.medallion.semantic;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.Aggregate;
import io.medallion.expression.AggregateFunction;
import io.medallion.expression.ColumnRef;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which functions make sense over a column: keys and codes are counted, never added up. */
final class AggregationRules {

    private AggregationRules() {}

    static void check(SemanticModel model, Aggregate aggregate, String name) {
        if (aggregate.argument() instanceof ColumnRef column && column.table() != null) {
            model.table(column.table()).ifPresent(table -> check(table, column, aggregate, name));
        }
    }

    private static void check(SemanticTable table, ColumnRef column, Aggregate aggregate, String name) {
        AggregateFunction function = aggregate.function();
        boolean computes = function != AggregateFunction.COUNT
                && function != AggregateFunction.MIN
                && function != AggregateFunction.MAX;
        if (computes && identifies(table, column.column())) {
            throw new MedallionException(Problem.at(
                            "measure '" + name + "'",
                            "computes " + function + " of '" + column.text() + "', which identifies rows.")
                    .advise("Count it with count(..) or countDistinct(..)."));
        }
        SemanticMeasure over = measureOf(table, column);
        if (over != null && !over.allowed().isEmpty() && !over.allowed().contains(function)) {
            throw new MedallionException(Problem.at(
                            "measure '" + name + "'",
                            "computes " + function + " of '" + column.text() + "', for which only "
                                    + over.allowed().stream().map(Enum::name).collect(Collectors.joining(", "))
                                    + " make sense.")
                    .advise("If it does, declare it in the model with("
                            + function.name().toLowerCase(java.util.Locale.ROOT) + "(..).named(..))."));
        }
    }

    private static boolean identifies(SemanticTable table, String column) {
        boolean declared = table.dimensions().stream().anyMatch(d -> d.column().equals(column) && d.identifies());
        return declared || table.grain().equals(List.of(column));
    }

    private static @Nullable SemanticMeasure measureOf(SemanticTable table, ColumnRef column) {
        return table.measures().stream()
                .filter(m -> column.equals(m.aggregate().argument()))
                .findFirst()
                .orElse(null);
    }
}
