package io.medallion.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverColumn;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is done with the values of a column beyond reading them, so that it can be decided apart from how they are read. Applied to
 * the column when both are accepted.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ColumnTreatment.NullWords.class, name = "null-words"),
    @JsonSubTypes.Type(value = ColumnTreatment.Mapping.class, name = "mapping"),
    @JsonSubTypes.Type(value = ColumnTreatment.Missing.class, name = "missing")
})
public sealed interface ColumnTreatment {

    /** The Silver name that the plan proposes for the column, which stays the reference after a rename. */
    String column();

    /** The column as it becomes. */
    SilverColumn applied(SilverColumn column);

    /** What is done, in words. */
    String describe();

    /** The id of a suggestion of it: {@code missing:revenue}, {@code mapping:country}, {@code null-words:status}. */
    String id();

    /**
     * Words of a text that stand for a missing value.
     *
     * @param words compared to the stripped cell exactly; added to those the column has
     */
    record NullWords(@JsonProperty(required = true) String column, @JsonProperty(required = true) List<String> words)
            implements ColumnTreatment {

        public NullWords {
            words = List.copyOf(words);
        }

        @Override
        public SilverColumn applied(SilverColumn column) {
            TreeSet<String> all = new TreeSet<>(column.nullWords());
            all.addAll(words);
            return column.nullWords(all.toArray(String[]::new));
        }

        @Override
        public String describe() {
            return "read as missing: " + String.join(", ", words);
        }

        @Override
        public String id() {
            return "null-words:" + column;
        }
    }

    /**
     * Spellings of one value that become one.
     *
     * @param texts each text with what replaces it
     */
    record Mapping(
            @JsonProperty(required = true) String column, @JsonProperty(required = true) Map<String, String> texts)
            implements ColumnTreatment {

        public Mapping {
            texts = Collections.unmodifiableMap(new TreeMap<>(texts));
        }

        @Override
        public SilverColumn applied(SilverColumn column) {
            return column.mapped(texts);
        }

        @Override
        public String describe() {
            return texts.size() == 1 ? "1 spelling replaced" : texts.size() + " spellings replaced";
        }

        @Override
        public String id() {
            return "mapping:" + column;
        }
    }

    /**
     * What becomes of missing values.
     *
     * @param nulls the policy
     * @param flag whether {@code is_<column>_missing} tells filled values apart
     */
    record Missing(
            @JsonProperty(required = true) String column,
            @JsonProperty(required = true) NullPolicy nulls,
            @JsonProperty(required = true) boolean flag)
            implements ColumnTreatment {

        @Override
        public SilverColumn applied(SilverColumn column) {
            SilverColumn filled = column.nulls(nulls);
            return flag ? filled.flagMissing() : filled;
        }

        @Override
        public String describe() {
            return "missing values " + nulls.describe();
        }

        @Override
        public String id() {
            return "missing:" + column;
        }
    }
}
