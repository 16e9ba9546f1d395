package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.medallion.MedallionException;
import io.medallion.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A demand on a Silver table as a whole, tested on the next version before it is published. What fails it fails the build, by
 * default, or is counted with {@link #orWarn()}; no single row could be rejected for it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TableCheck.RowCount.class, name = "row-count"),
    @JsonSubTypes.Type(value = TableCheck.Freshness.class, name = "freshness"),
    @JsonSubTypes.Type(value = TableCheck.RejectShare.class, name = "reject-share")
})
public sealed interface TableCheck {

    /** It has at least this many rows. */
    static TableCheck rowsAtLeast(long atLeast) {
        return new RowCount(atLeast, null, null);
    }

    /** It has between this many rows, both included. */
    static TableCheck rowsBetween(long atLeast, long atMost) {
        return new RowCount(atLeast, atMost, null);
    }

    /**
     * The latest value of a date or timestamp column is at most this much older than the last load of the rows it was built
     * from. The time of loading and not of building counts, so that the same rows always get the same verdict.
     */
    static TableCheck freshWithin(String column, Duration age) {
        return new Freshness(column, age.toSeconds(), null);
    }

    /** At most this share of the rows read is rejected, from 0 to 1. */
    static TableCheck rejectsAtMost(double share) {
        return new RejectShare(share, null);
    }

    /** {@link CheckAction#FAIL} or {@link CheckAction#WARN}. */
    CheckAction action();

    /** What is demanded, in words: {@code at least 100 rows}. */
    String describe();

    /** The word for the kind: {@code row-count}, {@code freshness}, {@code reject-share}. */
    String kind();

    /** The same, what fails it only counted. */
    TableCheck orWarn();

    /** The same with the column it names renamed. */
    TableCheck rename(UnaryOperator<String> names);

    private static CheckAction checked(@Nullable CheckAction action) {
        if (action == CheckAction.REJECT) {
            throw new MedallionException(
                    Problem.at("table check", "cannot reject rows.").advise("Let it FAIL the build or WARN."));
        }
        return action == null ? CheckAction.FAIL : action;
    }

    /**
     * How many rows it has.
     *
     * @param atLeast the fewest
     * @param atMost the most, or null for any
     * @param action by default {@link CheckAction#FAIL}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowCount(long atLeast, @Nullable Long atMost, CheckAction action) implements TableCheck {

        @JsonCreator
        public RowCount(
                @JsonProperty(value = "atLeast", required = true) long atLeast,
                @JsonProperty("atMost") @Nullable Long atMost,
                @JsonProperty("action") @Nullable CheckAction action) {
            if (atLeast < 0 || atMost != null && atMost < atLeast) {
                throw new MedallionException(Problem.at("row count " + atLeast + " to " + atMost, "is empty.")
                        .advise("State 0 <= fewest <= most."));
            }
            this.atLeast = atLeast;
            this.atMost = atMost;
            this.action = checked(action);
        }

        @Override
        public String describe() {
            return atMost == null ? "at least " + atLeast + " rows" : "between " + atLeast + " and " + atMost + " rows";
        }

        @Override
        public String kind() {
            return "row-count";
        }

        @Override
        public TableCheck orWarn() {
            return new RowCount(atLeast, atMost, CheckAction.WARN);
        }

        @Override
        public TableCheck rename(UnaryOperator<String> names) {
            return this;
        }
    }

    /**
     * How old its newest row may be when it is loaded.
     *
     * @param column a date or timestamp column of Silver; a timestamp without zone is taken as UTC
     * @param seconds the greatest age
     * @param action by default {@link CheckAction#FAIL}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Freshness(String column, long seconds, CheckAction action) implements TableCheck {

        @JsonCreator
        public Freshness(
                @JsonProperty(value = "column", required = true) String column,
                @JsonProperty(value = "seconds", required = true) long seconds,
                @JsonProperty("action") @Nullable CheckAction action) {
            if (seconds < 0) {
                throw new MedallionException(Problem.at("freshness of '" + column + "'", "is negative.")
                        .advise("State an age from 0."));
            }
            this.column = column;
            this.seconds = seconds;
            this.action = checked(action);
        }

        @Override
        public String describe() {
            return column + " fresh within " + Duration.ofSeconds(seconds);
        }

        @Override
        public String kind() {
            return "freshness";
        }

        @Override
        public TableCheck orWarn() {
            return new Freshness(column, seconds, CheckAction.WARN);
        }

        @Override
        public TableCheck rename(UnaryOperator<String> names) {
            return new Freshness(names.apply(column), seconds, action);
        }
    }

    /**
     * How many of the rows read may be rejected.
     *
     * @param atMost the greatest share, from 0 to 1
     * @param action by default {@link CheckAction#FAIL}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RejectShare(double atMost, CheckAction action) implements TableCheck {

        @JsonCreator
        public RejectShare(
                @JsonProperty(value = "atMost", required = true) double atMost,
                @JsonProperty("action") @Nullable CheckAction action) {
            if (!(atMost >= 0 && atMost <= 1)) {
                throw new MedallionException(Problem.at("share of rejects " + atMost, "is no share.")
                        .advise("State a number from 0 to 1: 0.05 for 5 %."));
            }
            this.atMost = atMost;
            this.action = checked(action);
        }

        @Override
        public String describe() {
            return "at most "
                    + BigDecimal.valueOf(atMost)
                            .movePointRight(2)
                            .stripTrailingZeros()
                            .toPlainString()
                    + " % rejected";
        }

        @Override
        public String kind() {
            return "reject-share";
        }

        @Override
        public TableCheck orWarn() {
            return new RejectShare(atMost, CheckAction.WARN);
        }

        @Override
        public TableCheck rename(UnaryOperator<String> names) {
            return this;
        }
    }
}
