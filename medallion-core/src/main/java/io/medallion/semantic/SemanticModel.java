package io.medallion.semantic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.GoldInput;
import io.medallion.spec.Json;
import io.medallion.spec.Measure;
import io.medallion.spec.Relationship;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Business names over Silver tables. Immutable, thread-safe. */
public final class SemanticModel {

    private final List<GoldInput> tables;
    private final List<Relationship> relationships;
    private final List<Measure> measures;

    @JsonCreator
    private SemanticModel(
            @JsonProperty(value = "tables", required = true) List<GoldInput> tables,
            @JsonProperty("relationships") @Nullable List<Relationship> relationships,
            @JsonProperty("measures") @Nullable List<Measure> measures) {
        this.tables = List.copyOf(tables);
        this.relationships = relationships == null ? List.of() : List.copyOf(relationships);
        this.measures = measures == null ? List.of() : List.copyOf(measures);
    }

    /** A model of these tables. */
    public static SemanticModel derivedFrom(Collection<SilverSpec> silver) {
        return new SemanticModel(silver.stream().map(GoldInput::of).toList(), null, null);
    }

    /** The same with further relationships. */
    public SemanticModel with(Relationship... further) {
        List<Relationship> all = new ArrayList<>(relationships);
        all.addAll(Arrays.asList(further));
        return new SemanticModel(tables, all, measures);
    }

    /** The same with further measures, or put in place of those of the same name. */
    public SemanticModel with(Measure... further) {
        List<Measure> all = new ArrayList<>(measures);
        for (Measure measure : further) {
            all.removeIf(m -> m.name().equals(measure.name()));
            all.add(measure);
        }
        return new SemanticModel(tables, relationships, all);
    }

    /** The tables. */
    @JsonProperty
    public List<GoldInput> tables() {
        return tables;
    }

    /** How tables refer to one another. */
    @JsonProperty
    public List<Relationship> relationships() {
        return relationships;
    }

    /** The measures. */
    @JsonProperty
    public List<Measure> measures() {
        return measures;
    }

    /** The Gold table that answers a query directly. */
    public AggregateGoldSpec aggregate(String name, SemanticQuery query) {
        throw new IllegalStateException("no table for " + name + " of " + query);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SemanticModel that
                && tables.equals(that.tables)
                && relationships.equals(that.relationships)
                && measures.equals(that.measures);
    }

    @Override
    public int hashCode() {
        return Arrays.asList(tables, relationships, measures).hashCode();
    }

    @Override
    public String toString() {
        return Json.write(this);
    }
}
