package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.expression.Expression;
import io.medallion.expression.PortableRegex;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A demand on the values of a Silver column, or with {@link #that(String)} on whole rows. It is tested on the value as it
 * would stand in Silver, after parsing and filling.
 *
 * @param rule what is demanded
 * @param name what a reject is called, {@code <column>: <name>}; by default the rule in words
 * @param reason why it is demanded; an annotation
 * @param action what happens to a row that fails, by default {@link CheckAction#REJECT}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Check(CheckRule rule, String name, @Nullable String reason, CheckAction action) {

    @JsonCreator
    public Check(
            @JsonProperty(value = "rule", required = true) CheckRule rule,
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("reason") @Nullable String reason,
            @JsonProperty("action") @Nullable CheckAction action) {
        this.rule = Objects.requireNonNull(rule, "rule");
        this.name = name == null || name.isBlank() ? rule.failure() : name;
        this.reason = reason;
        this.action = action == null ? CheckAction.REJECT : action;
    }

    /** The value is there. */
    public static Check notNull() {
        return of(new CheckRule.NotNull());
    }

    /** No two rows have the same value. */
    public static Check unique() {
        return of(new CheckRule.Unique());
    }

    /** The value is at least this number, text, date or timestamp. */
    public static Check atLeast(Object value) {
        return of(new CheckRule.Range(Constants.of(value), null));
    }

    /** The value is at most this number, text, date or timestamp. */
    public static Check atMost(Object value) {
        return of(new CheckRule.Range(null, Constants.of(value)));
    }

    /** The value lies between two constants, both included. */
    public static Check between(Object atLeast, Object atMost) {
        return of(new CheckRule.Range(Constants.of(atLeast), Constants.of(atMost)));
    }

    /** The text has between this many characters (code points), both included. */
    public static Check lengthBetween(int atLeast, int atMost) {
        return of(new CheckRule.Length(atLeast, atMost));
    }

    /** The text is like this pattern of {@code %} and {@code _}, case sensitive. */
    public static Check like(String pattern) {
        return of(new CheckRule.Like(pattern));
    }

    /** The whole text matches this regular expression, in the subset of {@link PortableRegex}. */
    public static Check matches(String regex) {
        return of(new CheckRule.Matches(new PortableRegex(regex)));
    }

    /** The value is one of these constants. */
    public static Check in(Object... values) {
        return of(new CheckRule.AllowedValues(
                Arrays.stream(values).map(Constants::of).toList()));
    }

    /**
     * The value stands in a column of another Silver table of the pipeline: {@code references("customers.id")}. That table is
     * built first; a row whose value is not there is rejected as {@code <column>: not in customers.id}.
     */
    public static Check references(String tableAndColumn) {
        int dot = tableAndColumn.lastIndexOf('.');
        return of(new CheckRule.References(
                dot < 0 ? "" : tableAndColumn.substring(0, dot), tableAndColumn.substring(dot + 1)));
    }

    /** A predicate over Silver columns is not false: {@code that("shipped_on >= ordered_on")}. */
    public static Check that(String predicate) {
        return of(new CheckRule.Holds(Expression.parse(predicate)));
    }

    /** A check of this rule under its default name that rejects. */
    public static Check of(CheckRule rule) {
        return new Check(rule, null, null, null);
    }

    /** The same under another name. */
    public Check named(String name) {
        return new Check(rule, name, reason, action);
    }

    /** The same with the reason why it is demanded, or without one. */
    public Check because(@Nullable String reason) {
        return new Check(rule, name, reason, action);
    }

    /** The same, a failing row only counted. */
    public Check orWarn() {
        return new Check(rule, name, reason, CheckAction.WARN);
    }

    /** The same, a failing row failing the build. */
    public Check orFail() {
        return new Check(rule, name, reason, CheckAction.FAIL);
    }

    /** The same without annotations, as it enters fingerprints. */
    Check bare() {
        return new Check(rule, name, null, action);
    }
}
