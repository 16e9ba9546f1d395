package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.MedallionException;
import io.medallion.Problem;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which of several accepted rows with the same key stays.
 *
 * <p>Rows are compared by the order columns one after the other, a missing value before every other; ties go to the order
 * in which the rows were loaded: the last loaded is the latest, the first loaded the first. A row whose key holds a missing
 * value is a duplicate of nothing.
 *
 * @param strategy which row stays
 * @param key Silver columns that make rows the same; empty only for {@link Strategy#NONE}
 * @param order Silver columns to compare by, most significant first; may be empty
 */
public record Deduplication(Strategy strategy, List<String> key, List<String> order) {

    /** Which of several rows stays. */
    public enum Strategy {
        /** The last one in order. */
        KEEP_LATEST,
        /** The first one in order. */
        KEEP_FIRST,
        /** All of them. */
        NONE
    }

    @JsonCreator
    public Deduplication(
            @JsonProperty(value = "strategy", required = true) Strategy strategy,
            @JsonProperty("key") @Nullable List<String> key,
            @JsonProperty("order") @Nullable List<String> order) {
        this.strategy = strategy;
        this.key = key == null ? List.of() : List.copyOf(key);
        this.order = order == null ? List.of() : List.copyOf(order);
        if ((strategy == Strategy.NONE) != this.key.isEmpty()) {
            throw new MedallionException(
                    Problem.at("deduplication " + strategy, "does not go with key " + this.key + ".")
                            .advise("Name the key columns, or use NONE without a key."));
        }
    }

    /** Of rows with the same key the last one stays: {@code latestPer("id").by("updated_at")}. */
    public static Deduplication latestPer(String... key) {
        return new Deduplication(Strategy.KEEP_LATEST, List.of(key), List.of());
    }

    /** Of rows with the same key the first one stays. */
    public static Deduplication firstPer(String... key) {
        return new Deduplication(Strategy.KEEP_FIRST, List.of(key), List.of());
    }

    /** Every row stays. The default. */
    public static Deduplication none() {
        return new Deduplication(Strategy.NONE, List.of(), List.of());
    }

    /** The same, compared by these columns. */
    public Deduplication by(String... order) {
        return new Deduplication(strategy, key, List.of(order));
    }

    Deduplication rename(UnaryOperator<String> names) {
        return new Deduplication(
                strategy,
                key.stream().map(names).toList(),
                order.stream().map(names).toList());
    }
}
