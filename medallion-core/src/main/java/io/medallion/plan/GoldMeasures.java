package io.medallion.plan;

import io.medallion.expression.Aggregate;
import io.medallion.expression.Binary;
import io.medallion.expression.BinaryOperator;
import io.medallion.expression.ColumnRef;
import io.medallion.spec.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is computed for each group of a table: always the rows; sums of quantities, with the count and average of the most
 * important one; averages, extremes and counts of levels, never their sums.
 */
final class GoldMeasures {

    static final String ROWS = "row_count";

    private static final int QUANTITIES = 4;
    private static final int LEVELS = 2;
    private static final int COUNTED = 3;

    private final GoldSource source;

    GoldMeasures(GoldSource source) {
        this.source = source;
    }

    /** The measure in the middle of the questions: a quantity, else a level, else nothing but the rows. */
    Optional<GoldColumn> main() {
        return Stream.concat(source.quantities().stream(), source.levels().stream())
                .findFirst();
    }

    /** The measures of a table of groups; {@code omitted} is what the groups themselves are made of. */
    List<Measure> ofGroups(@Nullable GoldColumn omitted) {
        List<Measure> measures = new ArrayList<>(List.of(new Measure(ROWS, Aggregate.count())));
        List<GoldColumn> quantities = source.quantities().stream()
                .filter(c -> !c.equals(omitted))
                .limit(QUANTITIES)
                .toList();
        for (GoldColumn quantity : quantities) {
            measures.add(new Measure("sum_" + quantity.name(), Aggregate.sum(quantity.ref())));
            if (quantity.equals(quantities.get(0))) {
                measures.add(new Measure("count_" + quantity.name(), Aggregate.count(quantity.ref())));
                measures.add(new Measure("average_" + quantity.name(), Aggregate.average(quantity.ref())));
            }
        }
        value().ifPresent(measures::add);
        source.levels().stream()
                .filter(c -> !c.equals(omitted))
                .limit(LEVELS)
                .forEach(level -> addLevel(measures, level));
        return measures;
    }

    /** The measures of a table of one row: in addition how many things there are, and from when to when. */
    List<Measure> ofAll() {
        List<Measure> measures = new ArrayList<>(ofGroups(null));
        source.quantities().stream().limit(1).forEach(q -> addExtremes(measures, q));
        Stream.concat(source.entities().stream(), source.dimensions().stream())
                .limit(COUNTED)
                .forEach(c -> measures.add(new Measure("distinct_" + c.name(), Aggregate.countDistinct(c.ref()))));
        source.times().stream().limit(1).forEach(t -> addExtremes(measures, t));
        return measures;
    }

    /** Pieces times price, where no column holds the money itself. */
    private Optional<Measure> value() {
        boolean money = source.quantities().stream()
                .anyMatch(c -> Set.of("amount", "total", "revenue", "sales", "cost", "value", "turnover").stream()
                        .anyMatch(w -> c.words().list().contains(w)));
        Optional<GoldColumn> pieces =
                source.quantities().stream().filter(c -> c.words().pieces()).findFirst();
        Optional<GoldColumn> price = source.levels().stream()
                .filter(c -> c.words().list().contains("price"))
                .findFirst();
        if (money || pieces.isEmpty() || price.isEmpty()) {
            return Optional.empty();
        }
        ColumnRef quantity = pieces.get().ref();
        return Optional.of(new Measure(
                "sum_" + quantity.column() + "_times_" + price.get().name(),
                Aggregate.sum(new Binary(
                        BinaryOperator.MULTIPLY, quantity, price.get().ref()))));
    }

    private static void addLevel(List<Measure> measures, GoldColumn level) {
        measures.add(new Measure("count_" + level.name(), Aggregate.count(level.ref())));
        measures.add(new Measure("average_" + level.name(), Aggregate.average(level.ref())));
        addExtremes(measures, level);
    }

    private static void addExtremes(List<Measure> measures, GoldColumn column) {
        measures.add(new Measure("min_" + column.name(), Aggregate.min(column.ref())));
        measures.add(new Measure("max_" + column.name(), Aggregate.max(column.ref())));
    }

    /** What the measures rest on, in words. */
    String reason() {
        List<GoldColumn> sums = source.quantities().stream().limit(QUANTITIES).toList();
        List<GoldColumn> levels = source.levels().stream().limit(LEVELS).toList();
        if (sums.isEmpty() && levels.isEmpty()) {
            return source.table() + " has no quantity to add up, so it counts rows.";
        }
        List<String> parts = new ArrayList<>();
        if (!sums.isEmpty()) {
            parts.add(GoldWords.list(sums.stream().map(GoldColumn::name).toList())
                    + (sums.size() == 1 ? " is a quantity and adds up" : " are quantities and add up"));
        }
        if (!levels.isEmpty()) {
            parts.add(GoldWords.list(levels.stream().map(GoldColumn::name).toList())
                    + (levels.size() == 1 ? " is" : " are") + " averaged, as a sum would mean nothing");
        }
        return String.join("; ", parts) + ".";
    }

    /** How sure the measures are: of a quantity as sure as its role, of a mere count of rows 0.5. */
    double sure() {
        return main().map(GoldColumn::sure).orElse(0.5);
    }
}
