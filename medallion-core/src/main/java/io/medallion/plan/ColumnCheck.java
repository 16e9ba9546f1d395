package io.medallion.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.spec.Check;
import org.jspecify.annotations.Nullable;

/**
 * A check and where it stands.
 *
 * @param column the Silver name that the plan proposes for the checked column, which stays the reference after a rename;
 *     null for a check of whole rows
 * @param check what is demanded; columns in a predicate carry proposed names too
 */
public record ColumnCheck(@Nullable String column, @JsonProperty(required = true) Check check) {

    /** A check of one column. */
    public static ColumnCheck on(String column, Check check) {
        return new ColumnCheck(column, check);
    }

    /** A check of whole rows. */
    public static ColumnCheck onRows(Check check) {
        return new ColumnCheck(null, check);
    }

    /** The id of a suggestion of this check: {@code check:email:matches}, {@code check:row:shipped_after_ordered}. */
    String id() {
        return column == null
                ? "check:row:" + io.medallion.spec.SnakeCase.of(check.name())
                : "check:" + column + ":" + check.rule().kind();
    }
}
