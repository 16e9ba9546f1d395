package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.expression.Query;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a query over Silver tables. It is built like any Gold table but never used to answer other queries. */
public final class QueryGoldSpec implements GoldSpec {

    private final String table;
    private final @Nullable String description;
    private final @Nullable String businessQuestion;
    private final List<GoldInput> inputs;
    private final Query query;

    @JsonCreator
    private QueryGoldSpec(
            @JsonProperty(value = "format", required = true) int format,
            @JsonProperty(value = "table", required = true) String table,
            @JsonProperty("description") @Nullable String description,
            @JsonProperty("businessQuestion") @Nullable String businessQuestion,
            @JsonProperty(value = "inputs", required = true) List<GoldInput> inputs,
            @JsonProperty(value = "query", required = true) Query query) {
        SpecChecks wrong = new SpecChecks("Gold spec '" + table + "'");
        wrong.format(format);
        this.table = wrong.name("table", table);
        this.description = description;
        this.businessQuestion = businessQuestion;
        this.inputs = List.copyOf(inputs);
        this.query = query;
        wrong.names("inputs", this.inputs.stream().map(GoldInput::table).toList());
        wrong.done();
    }

    /** A table of what the query yields over these Silver tables. */
    public static QueryGoldSpec of(String table, Query query, List<GoldInput> inputs) {
        return new QueryGoldSpec(FORMAT, table, null, null, inputs, query);
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

    @Override
    @JsonProperty
    public List<GoldInput> inputs() {
        return inputs;
    }

    /** What it yields. */
    @JsonProperty
    public Query query() {
        return query;
    }

    @Override
    public List<String> columnNames() {
        return query.select().stream().map(s -> s.alias()).toList();
    }

    @Override
    public String fingerprint() {
        return Json.fingerprint(new QueryGoldSpec(FORMAT, table, null, null, inputs, query));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QueryGoldSpec that && parts().equals(that.parts());
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
        return Arrays.asList(table, description, businessQuestion, inputs, query);
    }
}
