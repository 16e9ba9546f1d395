package io.medallion.spec;

import io.medallion.Layer;
import io.medallion.semantic.SemanticModel;
import io.medallion.semantic.SemanticQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Gold table. It carries what it needs to know of its inputs, so it is checked when made, without a database. */
public sealed interface GoldSpec extends LayerSpec permits AggregateGoldSpec, DimensionGoldSpec, QueryGoldSpec {

    /** Starts an aggregate over Silver tables. */
    static AggregateGoldSpec.Builder builder(String name) {
        return new AggregateGoldSpec.Builder(name);
    }

    /** Starts a dimension: one row for each thing that one or several Silver tables know. */
    static DimensionGoldSpec.Builder dimensionOf(String name) {
        return new DimensionGoldSpec.Builder(name);
    }

    /** The aggregate that answers a semantic query directly; the query's limit and order are left out. */
    static AggregateGoldSpec of(String name, SemanticQuery query, SemanticModel model) {
        return model.aggregate(name, query);
    }

    /** Reads a Gold spec; errors carry the path of what is wrong. */
    static GoldSpec fromJson(String json) {
        return Json.read(json, GoldSpec.class);
    }

    /** The Silver tables it reads, the first one being the one whose rows are aggregated. */
    List<GoldInput> inputs();

    /** What it holds, in words; an annotation. */
    @Nullable
    String description();

    /** The question it answers; an annotation. */
    @Nullable
    String businessQuestion();

    /** The names of its columns in order. */
    List<String> columnNames();

    @Override
    default Layer layer() {
        return Layer.GOLD;
    }
}
