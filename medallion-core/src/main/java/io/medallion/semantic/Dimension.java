package io.medallion.semantic;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.ColumnType;
import io.medallion.spec.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something rows are grouped and filtered by.
 *
 * @param name its business name, unique in its table
 * @param column the Silver column
 * @param type the type of the column
 * @param role KEY and FOREIGN_KEY are never added up; null when not known
 * @param description in words, or null
 * @param synonyms other words for it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Dimension(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String column,
        @JsonProperty(required = true) ColumnType type,
        @Nullable Role role,
        @Nullable String description,
        List<String> synonyms) {

    public Dimension {
        synonyms = synonyms == null ? List.of() : List.copyOf(synonyms);
    }

    /** A dimension without description and synonyms, named after its column. */
    public static Dimension of(String column, ColumnType type) {
        return new Dimension(column, column, type, null, null, List.of());
    }

    /** The same with further synonyms. */
    public Dimension called(String... words) {
        List<String> all = new ArrayList<>(synonyms);
        all.addAll(List.of(words));
        return new Dimension(
                name, column, type, role, description, all.stream().distinct().toList());
    }

    boolean identifies() {
        return role == Role.KEY || role == Role.FOREIGN_KEY;
    }
}
