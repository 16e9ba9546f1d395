package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.medallion.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a Gold spec knows of a Silver table it reads.
 *
 * @param table the Silver table
 * @param columns its columns in order
 * @param key what identifies its rows; empty when nothing is known to
 */
@JsonPropertyOrder(alphabetic = true)
public record GoldInput(
        @JsonProperty(required = true) String table,
        @JsonProperty(required = true) List<Column> columns,
        List<String> key) {

    /**
     * One column.
     *
     * @param name the Silver name
     * @param type the type of its values
     * @param nullable whether it can hold NULL
     */
    public record Column(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) ColumnType type,
            @JsonProperty(required = true) boolean nullable) {}

    public GoldInput {
        columns = List.copyOf(columns);
        key = key == null ? List.of() : List.copyOf(key);
    }

    /** What a Gold spec needs to know of a Silver spec. A deduplication without an explicit key is one. */
    public static GoldInput of(SilverSpec silver) {
        List<Column> columns = new ArrayList<>();
        for (SilverColumn column : silver.columns()) {
            boolean inKey = silver.key().contains(column.name());
            columns.add(new Column(column.name(), column.type(), column.nullable() && !inKey));
            if (column.missingFlag()) {
                columns.add(new Column(column.missingFlagName(), ColumnType.BOOLEAN, false));
            }
            if (column.unit() != null) {
                column.besides().forEach((name, type) -> {
                    if (!name.equals(column.missingFlagName())) {
                        columns.add(new Column(name, type, column.nullable() && !inKey));
                    }
                });
            }
        }
        List<String> key = silver.key().isEmpty() ? silver.deduplication().key() : silver.key();
        return new GoldInput(silver.table(), columns, key);
    }

    /** Names and types in order. */
    public Map<String, ColumnType> types() {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        columns.forEach(c -> types.put(c.name(), c.type()));
        return types;
    }
}
