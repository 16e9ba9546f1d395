package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.Layer;
import io.medallion.semantic.SemanticModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All specs of a pipeline and its semantic model. Immutable, thread-safe; tables are in alphabetical order. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class PipelineSpec {

    private final String name;
    private final List<BronzeSpec> bronze;
    private final List<SilverSpec> silver;
    private final List<GoldSpec> gold;
    private final @Nullable SemanticModel model;

    @JsonCreator
    PipelineSpec(
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty("bronze") @Nullable List<BronzeSpec> bronze,
            @JsonProperty("silver") @Nullable List<SilverSpec> silver,
            @JsonProperty("gold") @Nullable List<GoldSpec> gold,
            @JsonProperty("model") @Nullable SemanticModel model) {
        SpecChecks wrong = new SpecChecks("Pipeline spec '" + name + "'");
        this.name = wrong.name("name", name);
        this.bronze = sorted("bronze", bronze, wrong);
        this.silver = sorted("silver", silver, wrong);
        this.gold = sorted("gold", gold, wrong);
        this.model = model;
        wrong.done();
    }

    /** A pipeline without tables. */
    public static PipelineSpec empty(String name) {
        return new PipelineSpec(name, null, null, null, null);
    }

    /** Reads what {@link #write} wrote. Throws naming the file and path of everything that is wrong. */
    public static PipelineSpec read(Path directory) {
        return PipelineFiles.read(directory);
    }

    /** Reads a pipeline spec from one JSON document. */
    public static PipelineSpec fromJson(String json) {
        return Json.read(json, PipelineSpec.class);
    }

    /**
     * Writes one pretty, sorted JSON file per table, {@code bronze/orders.json}, {@code silver/orders.json}, and {@code
     * pipeline.json} with the name and the model. Files of tables that are gone are removed; other files stay.
     */
    public void write(Path directory) {
        PipelineFiles.write(this, directory);
    }

    /** The same with these specs added, or put in place of those of the same layer and table. */
    public PipelineSpec with(LayerSpec... specs) {
        List<BronzeSpec> newBronze = new ArrayList<>(bronze);
        List<SilverSpec> newSilver = new ArrayList<>(silver);
        List<GoldSpec> newGold = new ArrayList<>(gold);
        for (LayerSpec spec : specs) {
            if (spec instanceof BronzeSpec one) {
                replace(newBronze, one);
            } else if (spec instanceof SilverSpec one) {
                replace(newSilver, one);
            } else if (spec instanceof GoldSpec one) {
                replace(newGold, one);
            }
        }
        return new PipelineSpec(name, newBronze, newSilver, newGold, model);
    }

    /** The same with another semantic model. */
    public PipelineSpec with(SemanticModel model) {
        return new PipelineSpec(name, bronze, silver, gold, model);
    }

    /** The same without one table; nothing happens when it is not there. */
    public PipelineSpec without(Layer layer, String table) {
        return new PipelineSpec(
                name,
                layer == Layer.BRONZE
                        ? bronze.stream().filter(s -> !s.table().equals(table)).toList()
                        : bronze,
                layer == Layer.SILVER
                        ? silver.stream().filter(s -> !s.table().equals(table)).toList()
                        : silver,
                layer == Layer.GOLD
                        ? gold.stream().filter(s -> !s.table().equals(table)).toList()
                        : gold,
                model);
    }

    /** What leads from another spec to this one. */
    public Changes changesFrom(PipelineSpec other) {
        return Changes.between(other, this);
    }

    /** The name of the pipeline. */
    @JsonProperty
    public String name() {
        return name;
    }

    /** The Bronze tables. */
    @JsonProperty
    public List<BronzeSpec> bronze() {
        return bronze;
    }

    /** The Silver tables. */
    @JsonProperty
    public List<SilverSpec> silver() {
        return silver;
    }

    /**
     * The same Silver tables in the order in which they can be built: a table comes after those its checks refer to.
     *
     * @throws io.medallion.MedallionException when tables refer to one another in a circle
     */
    public static List<SilverSpec> parentsFirst(List<SilverSpec> silver) {
        return ParentsFirst.of(silver);
    }

    /** The Gold tables. */
    @JsonProperty
    public List<GoldSpec> gold() {
        return gold;
    }

    /** The Silver table of this name. */
    public Optional<SilverSpec> silver(String table) {
        return silver.stream().filter(s -> s.table().equals(table)).findFirst();
    }

    /**
     * The semantic model over the Silver tables as they are: the one set with {@link #with(SemanticModel)}, brought up to date
     * by {@link SemanticModel#over}, else one derived from them.
     */
    public SemanticModel model() {
        return model == null ? SemanticModel.derivedFrom(silver) : model.over(silver);
    }

    @JsonProperty("model")
    @Nullable
    SemanticModel statedModel() {
        return model;
    }

    /** Every spec: Bronze, then Silver, then Gold. */
    public List<LayerSpec> all() {
        List<LayerSpec> all = new ArrayList<>(bronze);
        all.addAll(silver);
        all.addAll(gold);
        return List.copyOf(all);
    }

    /** This spec as JSON on one line. */
    public String toJson() {
        return Json.write(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PipelineSpec that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return toJson();
    }

    private List<Object> parts() {
        return Arrays.asList(name, bronze, silver, gold, model);
    }

    private static <S extends LayerSpec> void replace(List<S> specs, S spec) {
        specs.removeIf(s -> s.table().equals(spec.table()));
        specs.add(spec);
    }

    private static <S extends LayerSpec> List<S> sorted(String what, @Nullable List<S> specs, SpecChecks wrong) {
        if (specs == null) {
            return List.of();
        }
        wrong.names(what, specs.stream().map(LayerSpec::table).toList());
        return specs.stream().sorted(Comparator.comparing(LayerSpec::table)).toList();
    }
}
