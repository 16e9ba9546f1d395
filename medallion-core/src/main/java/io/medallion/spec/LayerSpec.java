package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.medallion.Layer;

/**
 * What will be built for one table of one layer. Immutable, thread-safe, equal by content.
 *
 * <p>The JSON is a versioned format of its own ({@code "format": 1}); reading refuses unknown fields and wrong types and
 * names their path.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "layer")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BronzeSpec.class, name = "bronze"),
    @JsonSubTypes.Type(value = SilverSpec.class, name = "silver"),
    @JsonSubTypes.Type(value = AggregateGoldSpec.class, name = "gold"),
    @JsonSubTypes.Type(value = DimensionGoldSpec.class, name = "gold-dimension"),
    @JsonSubTypes.Type(value = QueryGoldSpec.class, name = "gold-query")
})
public sealed interface LayerSpec permits BronzeSpec, SilverSpec, GoldSpec {

    /** The version of the JSON format written by this release. */
    int FORMAT = 1;

    /** The layer the table belongs to. */
    Layer layer();

    /** The logical name of the table. */
    String table();

    /**
     * A hash of everything that decides which rows the build yields: the same on every machine, unchanged by
     * descriptions and other annotations. 32 hexadecimal digits.
     */
    String fingerprint();

    /** This spec as JSON on one line. */
    default String toJson() {
        return Json.write(this);
    }

    /** Reads any spec. Throws {@link io.medallion.MedallionException} naming the path of everything that is wrong. */
    static LayerSpec fromJson(String json) {
        return Json.read(json, LayerSpec.class);
    }
}
