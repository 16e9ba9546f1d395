package io.medallion.semantic;

import io.medallion.ColumnType;
import io.medallion.MedallionException;
import io.medallion.expression.Aggregate;
import io.medallion.expression.AggregateFunction;
import io.medallion.expression.ColumnRef;
import io.medallion.spec.GoldInput;
import io.medallion.spec.Relationship;
import io.medallion.spec.Role;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The model that follows from Silver specs alone. */
final class ModelDerivation {

    static final String COUNT = "count";

    private static final List<AggregateFunction> WITHOUT_SUM = List.of(
            AggregateFunction.AVG,
            AggregateFunction.MIN,
            AggregateFunction.MAX,
            AggregateFunction.MEDIAN,
            AggregateFunction.STDDEV,
            AggregateFunction.COUNT);

    private ModelDerivation() {}

    static SemanticTable table(SilverSpec silver) {
        GoldInput input = GoldInput.of(silver);
        List<Dimension> dimensions = new ArrayList<>();
        List<SemanticMeasure> measures = new ArrayList<>();
        for (GoldInput.Column column : input.columns()) {
            SilverColumn spec = silver.find(column.name())
                    .or(() -> normalised(silver, column.name()))
                    .orElse(null);
            Role role = ColumnRoles.of(column, spec, input.key());
            if (role == Role.MEASURE) {
                measures.add(measure(silver.table(), column, spec));
            } else if (role != Role.TIME && column.type().kind() != ColumnType.Kind.JSON) {
                dimensions.add(dimension(column, role, spec));
            }
        }
        boolean taken = Stream.concat(
                        dimensions.stream().map(Dimension::name),
                        measures.stream().map(SemanticMeasure::name))
                .anyMatch(COUNT::equals);
        measures.add(SemanticMeasure.of(taken ? "row_count" : COUNT, Aggregate.count())
                .called(silver.table(), "number of " + silver.table(), "rows"));
        return new SemanticTable(
                silver.table(),
                input.key(),
                input.columns(),
                timeColumns(silver, input),
                dimensions,
                measures,
                List.of());
    }

    private static Optional<SilverColumn> normalised(SilverSpec silver, String name) {
        return silver.columns().stream()
                .filter(c -> c.unit() != null && c.normalisedName().equals(name))
                .map(SilverColumn::normalised)
                .findFirst();
    }

    private static Dimension dimension(GoldInput.Column column, Role role, @Nullable SilverColumn spec) {
        return new Dimension(column.name(), column.name(), column.type(), role, description(spec), List.of());
    }

    private static SemanticMeasure measure(String table, GoldInput.Column column, @Nullable SilverColumn spec) {
        ColumnRef argument = ColumnRef.of(table, column.name());
        boolean perUnit = ColumnRoles.perUnit(column.name(), spec);
        return new SemanticMeasure(
                column.name(),
                perUnit ? Aggregate.average(argument) : Aggregate.sum(argument),
                perUnit ? WITHOUT_SUM : List.of(),
                perUnit ? Additivity.NON_ADDITIVE : Additivity.ADDITIVE,
                spec == null ? null : spec.annotations().unit(),
                description(spec),
                List.of((perUnit ? "average_" : "total_") + column.name()));
    }

    private static @Nullable String description(@Nullable SilverColumn spec) {
        return spec == null ? null : spec.annotations().description();
    }

    /** The likeliest "when" first: a stated role before a mere type, and dates of people and of upkeep last. */
    private static List<String> timeColumns(SilverSpec silver, GoldInput input) {
        return input.columns().stream()
                .filter(c -> c.type().isTemporal())
                .map(GoldInput.Column::name)
                .sorted(Comparator.comparingInt(name -> ColumnRoles.timeRank(
                        name, silver.find(name).map(c -> c.annotations().role()).orElse(null))))
                .toList();
    }

    static SemanticModel renewed(SemanticModel model, Collection<SilverSpec> silver) {
        Map<String, SemanticTable> today =
                silver.stream().collect(Collectors.toMap(SilverSpec::table, ModelDerivation::table, (a, b) -> a));
        List<SemanticTable> tables = new ArrayList<>();
        for (SemanticTable stated : model.tables()) {
            SemanticTable now = today.remove(stated.table());
            tables.add(now == null ? stated : renewed(stated, now));
        }
        silver.stream()
                .map(SilverSpec::table)
                .distinct()
                .filter(today::containsKey)
                .forEach(t -> tables.add(today.get(t)));
        Set<ColumnRef> columns = tables.stream()
                .flatMap(t -> t.columns().stream().map(c -> ColumnRef.of(t.table(), c.name())))
                .collect(Collectors.toSet());
        List<Relationship> relationships = model.relationships().stream()
                .filter(r -> columns.containsAll(r.from()) && columns.containsAll(r.to()))
                .filter(r -> findsAtMostOne(r, tables))
                .toList();
        return SemanticModel.of(
                tables.stream()
                        .map(t -> withoutGone(t, tables, columns, relationships))
                        .toList(),
                relationships);
    }

    private static boolean findsAtMostOne(Relationship relationship, List<SemanticTable> tables) {
        List<String> to = relationship.to().stream().map(ColumnRef::column).toList();
        return tables.stream()
                .filter(t -> t.table().equals(relationship.toTable()))
                .allMatch(t -> !t.grain().isEmpty() && to.containsAll(t.grain()));
    }

    private static SemanticTable renewed(SemanticTable stated, SemanticTable now) {
        Map<String, ColumnType> types = now.input().types();
        List<Dimension> dimensions = new ArrayList<>(stated.dimensions().stream()
                .filter(d -> types.containsKey(d.column()))
                .map(d -> new Dimension(
                        d.name(), d.column(), types.get(d.column()), d.role(), d.description(), d.synonyms()))
                .toList());
        List<SemanticMeasure> measures = new ArrayList<>(stated.measures());
        Set<String> before =
                stated.columns().stream().map(GoldInput.Column::name).collect(Collectors.toSet());
        now.dimensions().stream()
                .filter(d -> !before.contains(d.column()) && free(d.name(), dimensions, measures))
                .forEach(dimensions::add);
        now.measures().stream()
                .filter(m -> m.aggregate().columns().stream().anyMatch(c -> !before.contains(c.column())))
                .filter(m -> free(m.name(), dimensions, measures))
                .forEach(measures::add);
        List<String> time = Stream.concat(stated.timeColumns().stream(), now.timeColumns().stream())
                .filter(c -> types.containsKey(c) && types.get(c).isTemporal())
                .distinct()
                .toList();
        return new SemanticTable(
                now.table(), now.grain(), now.columns(), time, dimensions, measures, stated.synonyms());
    }

    private static boolean free(String name, List<Dimension> dimensions, List<SemanticMeasure> measures) {
        return dimensions.stream().noneMatch(d -> d.name().equals(name))
                && measures.stream().noneMatch(m -> m.name().equals(name));
    }

    /** Measures that no longer make sense go: their column is gone, or has become text. */
    private static SemanticTable withoutGone(
            SemanticTable table, List<SemanticTable> tables, Set<ColumnRef> columns, List<Relationship> relationships) {
        return table.withMeasures(table.measures().stream()
                .filter(m -> columns.containsAll(m.aggregate().columns()))
                .filter(m -> makesSense(m, table, tables, relationships))
                .toList());
    }

    private static boolean makesSense(
            SemanticMeasure measure,
            SemanticTable table,
            List<SemanticTable> tables,
            List<Relationship> relationships) {
        List<SemanticTable> alone = tables.stream()
                .map(t -> t.withMeasures(t.equals(table) ? List.of(measure) : List.of()))
                .toList();
        try {
            SemanticModel.of(alone, relationships);
            return true;
        } catch (MedallionException wrong) {
            return wrong.problems().stream().noneMatch(p -> p.path().contains("measure '" + measure.name() + "'"));
        }
    }
}
