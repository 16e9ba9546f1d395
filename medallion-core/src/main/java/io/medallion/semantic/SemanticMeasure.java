package io.medallion.semantic;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.expression.Aggregate;
import io.medallion.expression.AggregateFunction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is counted, added up or averaged.
 *
 * @param name its business name, unique in its table
 * @param aggregate what is computed when it is asked for by name; columns are qualified with their table
 * @param allowed which functions make sense over its argument; empty for any
 * @param additivity over what it may be added up. Default ADDITIVE
 * @param format how a value is shown, such as {@code 0.00 EUR}; null for plain
 * @param description in words, or null
 * @param synonyms other words for it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SemanticMeasure(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) Aggregate aggregate,
        @JsonProperty("allowed_aggregations") List<AggregateFunction> allowed,
        Additivity additivity,
        @Nullable String format,
        @Nullable String description,
        List<String> synonyms) {

    public SemanticMeasure {
        allowed = allowed == null ? List.of() : List.copyOf(allowed);
        additivity = additivity == null ? Additivity.ADDITIVE : additivity;
        synonyms = synonyms == null ? List.of() : List.copyOf(synonyms);
    }

    /** An additive measure without format, description and synonyms. */
    public static SemanticMeasure of(String name, Aggregate aggregate) {
        return new SemanticMeasure(name, aggregate, List.of(), Additivity.ADDITIVE, null, null, List.of());
    }

    /** The same with further synonyms. */
    public SemanticMeasure called(String... words) {
        List<String> all = new ArrayList<>(synonyms);
        all.addAll(List.of(words));
        return new SemanticMeasure(
                name,
                aggregate,
                allowed,
                additivity,
                format,
                description,
                all.stream().distinct().toList());
    }
}
