package io.medallion.jdbc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.medallion.spec.Json;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of refused rows when they were judged again. Every row counted in {@code before} is counted once in {@code
 * accepted}, {@code duplicates}, {@code superseded} or {@code stillRejected}. Immutable, thread-safe.
 *
 * @param before how many rows were refused before
 * @param accepted how many of them are in Silver now
 * @param duplicates how many of them are accepted now, but another row stands for them
 * @param superseded how many of them are no longer read, because a further batch took the place of theirs
 * @param stillRejected how many of them are refused again
 * @param newlyRejected how many rows are refused that were not before
 * @param reasons which rules refuse how many rows now, most first
 * @param build the build that judged them, or null when nothing had changed, so that nothing was built
 */
@JsonPropertyOrder(alphabetic = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Replay(
        @JsonProperty(required = true) long before,
        @JsonProperty(required = true) long accepted,
        @JsonProperty(required = true) long duplicates,
        @JsonProperty(required = true) long superseded,
        @JsonProperty(required = true) long stillRejected,
        @JsonProperty(required = true) long newlyRejected,
        @JsonProperty(required = true) List<RejectSummary.Rule> reasons,
        @Nullable Build build) {

    public Replay {
        reasons = List.copyOf(reasons);
    }

    /** Reads a replay. Throws {@link io.medallion.MedallionException} naming the path of what is wrong. */
    public static Replay fromJson(String json) {
        return Json.read(json, Replay.class);
    }

    /** The counts in words, then a line for each rule that still refuses rows. */
    public String explain() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d rejected %s judged again: %,d accepted, %,d duplicates, %,d superseded, %,d still rejected; %,d newly rejected%n",
                before,
                before == 1 ? "row" : "rows",
                accepted,
                duplicates,
                superseded,
                stillRejected,
                newlyRejected));
        reasons.forEach(rule -> text.append(String.format(Locale.ROOT, "%,10d  %s%n", rule.rows(), rule.rule())));
        return text.toString();
    }

    /** This replay as JSON on one line. */
    public String toJson() {
        return Json.write(this);
    }
}
