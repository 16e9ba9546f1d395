package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.expression.ColumnRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row for each thing that one or several Silver tables know: {@code dim_customer} from the customers of two systems.
 * Immutable, thread-safe.
 *
 * <p>Its rows are the union of the keys of all inputs; each input has to state a key of its own, so it knows a thing at most once.
 * An attribute has the first value that is not missing, in the order of its columns, or, {@linkplain Builder#latestBy latest
 * first}, that of the input which changed last; of equal times, and where no time is known, the first again. The first column is
 * a {@linkplain SurrogateKey surrogate key} of the key.
 *
 * <p>It is never used to answer a query about Silver: it counts things, not rows.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class DimensionGoldSpec implements GoldSpec {

    private final String table;
    private final @Nullable String description;
    private final @Nullable String businessQuestion;
    private final List<GoldInput> inputs;
    private final String surrogateKey;
    private final List<DimensionColumn> key;
    private final List<DimensionColumn> attributes;
    private final List<ColumnRef> latestBy;

    @JsonCreator
    private DimensionGoldSpec(
            @JsonProperty(value = "format", required = true) int format,
            @JsonProperty(value = "table", required = true) String table,
            @JsonProperty("description") @Nullable String description,
            @JsonProperty("businessQuestion") @Nullable String businessQuestion,
            @JsonProperty(value = "inputs", required = true) List<GoldInput> inputs,
            @JsonProperty(value = "surrogateKey", required = true) String surrogateKey,
            @JsonProperty(value = "key", required = true) List<DimensionColumn> key,
            @JsonProperty("attributes") @Nullable List<DimensionColumn> attributes,
            @JsonProperty("latestBy") @Nullable List<ColumnRef> latestBy) {
        SpecChecks wrong = new SpecChecks("Gold spec '" + table + "'");
        wrong.format(format);
        this.table = wrong.name("table", table);
        this.description = description;
        this.businessQuestion = businessQuestion;
        this.inputs = inputs == null ? List.of() : List.copyOf(inputs);
        this.surrogateKey = wrong.name("surrogate key", surrogateKey);
        this.key = key == null ? List.of() : List.copyOf(key);
        this.attributes = attributes == null ? List.of() : List.copyOf(attributes);
        this.latestBy = latestBy == null ? List.of() : List.copyOf(latestBy);
        wrong.names("columns", columnNames());
        new DimensionChecks(this, wrong).check();
        wrong.done();
    }

    /** Collects the parts of a dimension; not thread-safe. */
    public static final class Builder {

        private final String name;
        private @Nullable String description;
        private @Nullable String businessQuestion;
        private @Nullable String surrogateKey;
        private final List<GoldInput> inputs = new ArrayList<>();
        private final List<List<String>> keys = new ArrayList<>();
        private final List<String> keyNames = new ArrayList<>();
        private final List<DimensionColumn> attributes = new ArrayList<>();
        private final List<ColumnRef> latestBy = new ArrayList<>();

        Builder(String name) {
            this.name = name;
        }

        /** A table that knows some of the things; it goes before those named later. Without columns its key is the key. */
        public Builder from(SilverSpec silver, String... key) {
            return from(GoldInput.of(silver), key);
        }

        /** A table that knows some of the things; it goes before those named later. Without columns its key is the key. */
        public Builder from(GoldInput input, String... key) {
            inputs.add(input);
            keys.add(key.length == 0 ? input.key() : List.of(key));
            return this;
        }

        /** What the columns of the key are called; as in the first table when not stated. */
        public Builder key(String... names) {
            keyNames.addAll(Arrays.asList(names));
            return this;
        }

        /**
         * A column with what is known of the things. {@code attribute("email", "crm.mail", "shop.email")} says where it comes
         * from, the first before the others; without columns it comes from the columns of its name, in the order of the tables.
         * Without any attribute every column that is no key is one.
         */
        public Builder attribute(String name, String... columns) {
            List<ColumnRef> from = columns.length == 0
                    ? named(name)
                    : Arrays.stream(columns).map(ColumnRef::parse).toList();
            attributes.add(new DimensionColumn(name, from));
            return this;
        }

        /** When each table last changed a row, one column of each: the latest value counts. */
        public Builder latestBy(String... columns) {
            Arrays.stream(columns).map(ColumnRef::parse).forEach(latestBy::add);
            return this;
        }

        /** What the surrogate key is called; {@code customer_sk} for {@code dim_customer} when not stated. */
        public Builder surrogateKey(String name) {
            this.surrogateKey = name;
            return this;
        }

        /** What the table holds, in words. */
        public Builder described(String description) {
            this.description = description;
            return this;
        }

        /** The question the table answers. */
        public Builder answers(String businessQuestion) {
            this.businessQuestion = businessQuestion;
            return this;
        }

        /** The spec; throws with everything that is wrong. */
        public DimensionGoldSpec build() {
            return new DimensionGoldSpec(
                    FORMAT,
                    name,
                    description,
                    businessQuestion,
                    inputs,
                    surrogateKey == null ? name.replaceFirst("^dim_", "") + "_sk" : surrogateKey,
                    keyColumns(),
                    attributes.isEmpty() ? everything() : attributes,
                    latestBy);
        }

        private List<DimensionColumn> keyColumns() {
            List<String> names = keyNames.isEmpty() && !keys.isEmpty() ? keys.get(0) : keyNames;
            List<DimensionColumn> columns = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                List<ColumnRef> from = new ArrayList<>();
                for (int input = 0; input < inputs.size(); input++) {
                    if (i < keys.get(input).size()) {
                        from.add(ColumnRef.of(
                                inputs.get(input).table(), keys.get(input).get(i)));
                    }
                }
                columns.add(new DimensionColumn(names.get(i), from));
            }
            return columns;
        }

        private List<DimensionColumn> everything() {
            Set<String> names = new LinkedHashSet<>();
            for (int i = 0; i < inputs.size(); i++) {
                names.addAll(inputs.get(i).types().keySet());
            }
            keys.forEach(names::removeAll);
            keyNames.forEach(names::remove);
            return names.stream()
                    .map(name -> new DimensionColumn(name, named(name)))
                    .toList();
        }

        private List<ColumnRef> named(String name) {
            return inputs.stream()
                    .filter(i -> i.types().containsKey(name))
                    .map(i -> ColumnRef.of(i.table(), name))
                    .toList();
        }
    }

    @JsonProperty
    int format() {
        return FORMAT;
    }

    @Override
    @JsonProperty
    public String table() {
        return table;
    }

    @Override
    @JsonProperty
    public @Nullable String description() {
        return description;
    }

    @Override
    @JsonProperty
    public @Nullable String businessQuestion() {
        return businessQuestion;
    }

    /** The Silver tables that know the things, the first before the others. */
    @Override
    @JsonProperty
    public List<GoldInput> inputs() {
        return inputs;
    }

    /** The name of the surrogate key, the first column. */
    @JsonProperty
    public String surrogateKey() {
        return surrogateKey;
    }

    /** What identifies a thing; each column comes from one of every input, in their order. */
    @JsonProperty
    public List<DimensionColumn> key() {
        return key;
    }

    /** What is known of the things. */
    @JsonProperty
    public List<DimensionColumn> attributes() {
        return attributes;
    }

    /** When each input changed its row, in their order; empty where the order of the columns decides. */
    @JsonProperty
    public List<ColumnRef> latestBy() {
        return latestBy;
    }

    @Override
    public List<String> columnNames() {
        return Stream.of(
                        Stream.of(surrogateKey),
                        key.stream().map(DimensionColumn::name),
                        attributes.stream().map(DimensionColumn::name))
                .flatMap(names -> names)
                .toList();
    }

    /** Reads a dimension spec. */
    public static DimensionGoldSpec fromJson(String json) {
        return Json.read(json, DimensionGoldSpec.class);
    }

    @Override
    public String fingerprint() {
        return Json.fingerprint(
                new DimensionGoldSpec(FORMAT, table, null, null, inputs, surrogateKey, key, attributes, latestBy));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DimensionGoldSpec that && parts().equals(that.parts());
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
        return Arrays.asList(table, description, businessQuestion, inputs, surrogateKey, key, attributes, latestBy);
    }
}
