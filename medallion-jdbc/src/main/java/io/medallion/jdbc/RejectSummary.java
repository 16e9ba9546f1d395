package io.medallion.jdbc;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.medallion.spec.Json;
import java.util.List;
import java.util.Locale;

/**
 * How many rows a table refused, and why. Immutable, thread-safe.
 *
 * @param rows how many rows were refused
 * @param rules how many rows each rule refused, most first; a row may break several rules
 */
@JsonPropertyOrder(alphabetic = true)
public record RejectSummary(@JsonProperty(required = true) long rows, @JsonProperty(required = true) List<Rule> rules) {

    /**
     * The rows one rule refused.
     *
     * @param rule the rule: {@code "ordered_on: not a date"}
     * @param rows how many rows broke it
     */
    @JsonPropertyOrder(alphabetic = true)
    public record Rule(@JsonProperty(required = true) String rule, @JsonProperty(required = true) long rows) {}

    public RejectSummary {
        rules = List.copyOf(rules);
    }

    /** Reads a summary. Throws {@link io.medallion.MedallionException} naming the path of what is wrong. */
    public static RejectSummary fromJson(String json) {
        return Json.read(json, RejectSummary.class);
    }

    /** The counts in words, a line per rule. */
    public String explain() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%,d %s", rows, rows == 1 ? "row" : "rows"))
                .append(" rejected\n");
        rules.forEach(rule -> text.append(String.format(Locale.ROOT, "%,10d  %s", rule.rows(), rule.rule()))
                .append('\n'));
        return text.toString();
    }

    /** This summary as JSON on one line. */
    public String toJson() {
        return Json.write(this);
    }
}
