package io.medallion.semantic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.Grouping;
import io.medallion.spec.Json;
import io.medallion.spec.Measure;
import io.medallion.spec.Relationship;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Business names over Silver tables: what can be asked, in which words. Immutable, thread-safe, equal by content; every
 * edit returns a copy and everything that is wrong is reported at once.
 *
 * <p>A name may be written alone where one table has it, else as {@code table.name}; names before synonyms, exact spelling
 * before another letter case.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public final class SemanticModel {

    /** The version of the JSON format written by this release. */
    public static final int FORMAT = 1;

    private final List<SemanticTable> tables;
    private final List<Relationship> relationships;

    @JsonCreator
    private SemanticModel(
            @JsonProperty(value = "format", required = true) int format,
            @JsonProperty(value = "tables", required = true) List<SemanticTable> tables,
            @JsonProperty("relationships") @Nullable List<Relationship> relationships) {
        this.tables = List.copyOf(tables);
        this.relationships = relationships == null
                ? List.of()
                : relationships.stream().distinct().toList();
        ModelChecks.check(format, this);
    }

    /**
     * A model of these tables. Columns that measure something become measures: added up, or averaged where a sum means
     * nothing (rates, percentages, prices per unit); every table is counted as {@code count}; keys and codes are never added
     * up. Dates and timestamps become time columns, every other column a dimension.
     *
     * <p>The roles in the annotations decide; where there is none, type and name do: {@code customer_id} is no quantity.
     */
    public static SemanticModel derivedFrom(Collection<SilverSpec> silver) {
        return new SemanticModel(
                FORMAT, silver.stream().map(ModelDerivation::table).toList(), null);
    }

    /** Reads what {@link #toJson()} writes; errors carry the path of what is wrong. */
    public static SemanticModel fromJson(String json) {
        return Json.read(json, SemanticModel.class);
    }

    /** The same with further relationships. */
    public SemanticModel with(Relationship... further) {
        List<Relationship> all = new ArrayList<>(relationships);
        all.addAll(Arrays.asList(further));
        return new SemanticModel(FORMAT, tables, all);
    }

    /**
     * The same with further measures, or put in place of those of the same name. A measure belongs to the table of its
     * columns, or where there are several to the one that refers to the others; one without columns needs
     * {@link #with(String, SemanticMeasure...)} when there are several tables.
     */
    public SemanticModel with(Measure... further) {
        SemanticModel model = this;
        for (Measure measure : further) {
            ModelNames names = new ModelNames(model);
            SemanticMeasure named = SemanticMeasure.of(
                    measure.name(), names.whole(() -> measure.aggregate().mapColumns(names::column)));
            model = model.with(new QueryBase(model).of(named.aggregate(), measure.name()), named);
        }
        return model;
    }

    /** The same with further measures of one table, or put in place of those of the same name. */
    public SemanticModel with(String table, SemanticMeasure... further) {
        return edit(table, t -> {
            List<SemanticMeasure> all = new ArrayList<>(t.measures());
            for (SemanticMeasure measure : further) {
                all.removeIf(m -> m.name().equals(measure.name()));
                all.add(measure);
            }
            return t.withMeasures(all);
        });
    }

    /** The same with further dimensions of one table, or put in place of those of the same name. */
    public SemanticModel with(String table, Dimension... further) {
        return edit(table, t -> {
            List<Dimension> all = new ArrayList<>(t.dimensions());
            for (Dimension dimension : further) {
                all.removeIf(d -> d.name().equals(dimension.name()));
                all.add(dimension);
            }
            return t.withDimensions(all);
        });
    }

    /** The same with further words for the measure, dimension or table called {@code name}. */
    public SemanticModel synonym(String name, String... words) {
        return ModelNames.withSynonyms(this, name, words);
    }

    /**
     * The same names over the Silver tables as they are now: columns and keys follow the specs, what is new is derived, names
     * whose columns are gone go with them. Tables that are not among the specs stay as they are.
     */
    public SemanticModel over(Collection<SilverSpec> silver) {
        return ModelDerivation.renewed(this, silver);
    }

    /** The tables in order. */
    @JsonProperty
    public List<SemanticTable> tables() {
        return tables;
    }

    /** Which rows refer to which. */
    @JsonProperty
    public List<Relationship> relationships() {
        return relationships;
    }

    @JsonProperty
    int format() {
        return FORMAT;
    }

    /** The table of this name. */
    public Optional<SemanticTable> table(String name) {
        return tables.stream().filter(t -> t.table().equals(name)).findFirst();
    }

    /** Every measure of every table. */
    public Stream<SemanticMeasure> measures() {
        return tables.stream().flatMap(t -> t.measures().stream());
    }

    /**
     * Looks up every name in a query. Throws {@link MedallionException} with everything that is wrong: unknown names with the
     * nearest, names that several tables have, measures of several tables, tables that no relationship reaches, keys added up,
     * types that do not go together.
     */
    public ResolvedQuery resolve(SemanticQuery query) {
        return new QueryResolution(this).resolve(query);
    }

    /** The Gold table that answers a query directly; its having, order and limit are left out. */
    public AggregateGoldSpec aggregate(String name, SemanticQuery query) {
        ResolvedQuery resolved = resolve(query);
        AggregateGoldSpec.Builder gold =
                GoldSpec.builder(name).from(resolved.inputs().get(0));
        for (int i = 0; i < resolved.joins().size(); i++) {
            gold.join(resolved.inputs().get(i + 1), resolved.joins().get(i));
        }
        gold.by(resolved.groupings().toArray(new Grouping[0]))
                .measure(resolved.measures().toArray(new Measure[0]));
        if (resolved.filter() != null) {
            gold.where(resolved.filter());
        }
        return gold.build();
    }

    /** This model as JSON on one line. */
    public String toJson() {
        return Json.write(this);
    }

    SemanticModel edit(String table, UnaryOperator<SemanticTable> edit) {
        if (table(table).isEmpty()) {
            throw new MedallionException(Problem.at("Semantic model: table '" + table + "'", "is not there.")
                    .advise(ModelNames.nearest(
                            table, tables.stream().map(SemanticTable::table).toList())));
        }
        List<SemanticTable> edited = tables.stream()
                .map(t -> t.table().equals(table) ? edit.apply(t) : t)
                .toList();
        return new SemanticModel(FORMAT, edited, relationships);
    }

    static SemanticModel of(List<SemanticTable> tables, List<Relationship> relationships) {
        return new SemanticModel(FORMAT, tables, relationships);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SemanticModel that
                && tables.equals(that.tables)
                && relationships.equals(that.relationships);
    }

    @Override
    public int hashCode() {
        return Arrays.asList(tables, relationships).hashCode();
    }

    @Override
    public String toString() {
        return toJson();
    }
}
