package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.medallion.expression.Expression;

/** What happens to a missing value. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NullPolicy.Keep.class, name = "keep"),
    @JsonSubTypes.Type(value = NullPolicy.DropRow.class, name = "drop-row"),
    @JsonSubTypes.Type(value = NullPolicy.Fill.class, name = "fill")
})
public sealed interface NullPolicy {

    /** It stays NULL. The default. */
    static NullPolicy keep() {
        return new Keep();
    }

    /** The row is rejected with the reason {@code <column>: missing}. */
    static NullPolicy dropRow() {
        return new DropRow();
    }

    /** It becomes this constant: text, number, boolean, {@code LocalDate} or {@code LocalDateTime}. */
    static NullPolicy fill(Object value) {
        return new Fill(Constants.of(value), FillOrigin.DEFAULT);
    }

    /** It becomes 0. */
    static NullPolicy fillZero() {
        return new Fill(Constants.of(0), FillOrigin.ZERO);
    }

    /** It becomes the text {@code unknown}. */
    static NullPolicy fillUnknown() {
        return new Fill(Constants.of("unknown"), FillOrigin.UNKNOWN);
    }

    /** It becomes a constant that was fitted on data when the plan was made; fitting again is a change of spec. */
    static NullPolicy fillFitted(Object value, FillOrigin origin) {
        return new Fill(Constants.of(value), origin);
    }

    /** Where the constant of a {@link Fill} comes from. */
    enum FillOrigin {
        DEFAULT,
        ZERO,
        UNKNOWN,
        MEAN,
        MEDIAN,
        MODE
    }

    /** Missing stays NULL. */
    record Keep() implements NullPolicy {}

    /** The row is rejected. */
    record DropRow() implements NullPolicy {}

    /**
     * Missing becomes a constant.
     *
     * @param value a constant that fits the column's type
     * @param origin where the constant comes from; an annotation
     */
    record Fill(Expression value, FillOrigin origin) implements NullPolicy {
        public Fill {
            Constants.constant(value);
            origin = origin == null ? FillOrigin.DEFAULT : origin;
        }
    }
}
