package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.Expression;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a missing value. Checks see the value that is filled in.
 *
 * <p>A mean, median or mode is worked out once, when the column is planned, and stands in the spec as a constant from then on:
 * the same spec gives the same rows, however the data changes. To work it out anew is a change of the spec.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NullPolicy.Keep.class, name = "keep"),
    @JsonSubTypes.Type(value = NullPolicy.DropRow.class, name = "drop-row"),
    @JsonSubTypes.Type(value = NullPolicy.Fill.class, name = "fill"),
    @JsonSubTypes.Type(value = NullPolicy.Fit.class, name = "fit"),
    @JsonSubTypes.Type(value = NullPolicy.Forward.class, name = "forward")
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
        return new Fill(Constants.of(value), FillOrigin.DEFAULT, null);
    }

    /** It becomes 0. */
    static NullPolicy fillZero() {
        return new Fill(Constants.of(0), FillOrigin.ZERO, null);
    }

    /** It becomes the text {@code unknown}. */
    static NullPolicy fillUnknown() {
        return new Fill(Constants.of("unknown"), FillOrigin.UNKNOWN, null);
    }

    /** It becomes a constant that was fitted on data when the plan was made; fitting again is a change of spec. */
    static NullPolicy fillFitted(Object value, FillOrigin origin) {
        return new Fill(Constants.of(value), origin, null);
    }

    /** It becomes the {@linkplain Statistic#MEAN mean} of the values there are, once that is worked out. */
    static NullPolicy mean() {
        return new Fit(Statistic.MEAN);
    }

    /** It becomes the {@linkplain Statistic#MEDIAN median} of the values there are, once that is worked out. */
    static NullPolicy median() {
        return new Fit(Statistic.MEDIAN);
    }

    /** It becomes the {@linkplain Statistic#MODE most frequent} of the values there are, once that is worked out. */
    static NullPolicy mode() {
        return new Fit(Statistic.MODE);
    }

    /** It becomes the last value before it in the order of loading: {@code forward().by("ts").per("device")}. */
    static Forward forward() {
        return new Forward(List.of(), List.of());
    }

    /** What happens, in words: {@code filled with 12.50, the mean of 118 values}. */
    String describe();

    /** Whether a column under this policy is without NULL. */
    default boolean fills() {
        return this instanceof Fill || this instanceof Fit;
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

    /**
     * A figure of the values of a column, of all rows in force whose value is read and passes the checks of the column that
     * look at nothing else and reject. Rows that are refused for another column count, and duplicates too.
     */
    enum Statistic {
        /**
         * The sum of the values by their number: of whole numbers and decimals exact, rounded half up (away from zero) to the scale
         * of the column; of doubles rounded to 12 significant digits, which hides the order of adding; of dates the mean of the day
         * numbers, rounded half up to a day. Other types have none.
         */
        MEAN(FillOrigin.MEAN),

        /**
         * The value in the middle of the values in order. Of an even number of numbers the mean of the two in the middle, rounded
         * half up to the scale of the column; of dates and times the earlier of the two. Other types have none.
         */
        MEDIAN(FillOrigin.MEDIAN),

        /** The most frequent value; of several the smallest: by number, time, or for text by code point. JSON has none. */
        MODE(FillOrigin.MODE);

        private final FillOrigin origin;

        Statistic(FillOrigin origin) {
            this.origin = origin;
        }

        /** What a constant worked out so is called. */
        public FillOrigin origin() {
            return origin;
        }
    }

    /** Missing stays NULL. */
    record Keep() implements NullPolicy {
        @Override
        public String describe() {
            return "kept";
        }
    }

    /** The row is rejected. */
    record DropRow() implements NullPolicy {
        @Override
        public String describe() {
            return "rejected with their row";
        }
    }

    /**
     * Missing becomes a constant.
     *
     * @param value a constant that fits the column's type
     * @param origin where the constant comes from; an annotation
     * @param fitted what a constant that was worked out was worked out on; null for others, an annotation
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fill(Expression value, FillOrigin origin, @Nullable FittedOn fitted) implements NullPolicy {
        public Fill {
            Constants.constant(value);
            origin = origin == null ? FillOrigin.DEFAULT : origin;
        }

        @Override
        public String describe() {
            String what = "filled with " + value.text();
            if (origin.compareTo(FillOrigin.MEAN) < 0) {
                return what;
            }
            String name = origin.name().toLowerCase(Locale.ROOT);
            return what + ", the " + name + (fitted == null ? "" : " of " + fitted.describe());
        }
    }

    /**
     * What a constant was worked out on.
     *
     * @param values how many values there were, at least 1
     * @param throughBatch the sequence number of the last batch, 0 when it is not known
     */
    record FittedOn(@JsonProperty(required = true) long values, @JsonProperty(required = true) long throughBatch) {

        /** In words: {@code 118 values up to batch 3}. */
        String describe() {
            return values
                    + (values == 1 ? " value" : " values")
                    + (throughBatch == 0 ? "" : " up to batch " + throughBatch);
        }
    }

    /**
     * Missing becomes a figure of the data that is still to be worked out: a spec that holds it cannot be built before. Plans work
     * it out when they are measured or built.
     *
     * @param statistic which figure
     */
    record Fit(@JsonProperty(required = true) Statistic statistic) implements NullPolicy {
        @Override
        public String describe() {
            return "filled with a " + statistic.name().toLowerCase(Locale.ROOT) + " still to be worked out";
        }
    }

    /**
     * Missing becomes the value of the last row before that has one.
     *
     * <pre>{@code
     * column("value").as(integer()).nulls(forward().by("ts").per("device"))
     *
     * a 10:00 1            a 10:00 1
     * b 10:05 (missing) -> b 10:05 NULL
     * a 10:10 (missing)    a 10:10 1
     * }</pre>
     *
     * <p>Rows stand in the order of these columns, ascending, and then in the order of loading (batch, row number), which leaves
     * no two rows equal. What gives a value is the source's own value in a row that is not refused by itself: by a value that
     * cannot be read, a missing one that drops the row, or a rejecting check, as far as these depend on no value that is filled
     * forward. A value that was filled in gives nothing on. Duplicates and rows refused for repeating another still give, for
     * those are found on filled rows. A row without a value in one of the columns of order or group has no place: it neither gives
     * nor takes. Where nothing stands before, the value stays NULL.
     *
     * @param by Silver columns that order the rows; empty for the order of loading
     * @param per Silver columns whose values must be equal; empty for one group of all rows
     */
    record Forward(List<String> by, List<String> per) implements NullPolicy {
        public Forward {
            by = by == null ? List.of() : List.copyOf(by);
            per = per == null ? List.of() : List.copyOf(per);
        }

        /** The same in the order of these Silver columns, ascending; rows equal in them in the order of loading. */
        public Forward by(String... columns) {
            return new Forward(distinct(columns), per);
        }

        /** The same within rows that are equal in these Silver columns. */
        public Forward per(String... columns) {
            return new Forward(by, distinct(columns));
        }

        /** The columns it looks at. */
        public List<String> columns() {
            return Stream.concat(by.stream(), per.stream()).distinct().toList();
        }

        /** The same with the columns it looks at renamed. */
        public Forward rename(UnaryOperator<String> names) {
            return new Forward(
                    by.stream().map(names).toList(), per.stream().map(names).toList());
        }

        private static List<String> distinct(String... columns) {
            List<String> names = Arrays.asList(columns);
            if (names.stream().distinct().count() < names.size()) {
                throw new MedallionException(Problem.at("forward fill", "names a column twice: " + names + ".")
                        .advise("Name each column once."));
            }
            return names;
        }

        @Override
        public String describe() {
            return "filled with the last value before in the order of "
                    + (by.isEmpty() ? "loading" : String.join(", ", by))
                    + (per.isEmpty() ? "" : " per " + String.join(", ", per));
        }
    }
}
