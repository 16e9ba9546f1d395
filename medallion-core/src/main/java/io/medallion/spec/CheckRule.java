package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.Expression;
import io.medallion.expression.PortableRegex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link Check} demands. Every rule but {@link NotNull} is passed by a missing value, as in SQL. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CheckRule.NotNull.class, name = "not-null"),
    @JsonSubTypes.Type(value = CheckRule.Unique.class, name = "unique"),
    @JsonSubTypes.Type(value = CheckRule.Range.class, name = "range"),
    @JsonSubTypes.Type(value = CheckRule.Length.class, name = "length"),
    @JsonSubTypes.Type(value = CheckRule.Like.class, name = "like"),
    @JsonSubTypes.Type(value = CheckRule.Matches.class, name = "matches"),
    @JsonSubTypes.Type(value = CheckRule.AllowedValues.class, name = "in"),
    @JsonSubTypes.Type(value = CheckRule.References.class, name = "references"),
    @JsonSubTypes.Type(value = CheckRule.Holds.class, name = "holds")
})
public sealed interface CheckRule {

    /** The kind in one word, as it stands in the ids of suggestions: {@code check:email:matches}. */
    String kind();

    /** What is demanded, in words: {@code at least 0}. */
    String describe();

    /** What a row that fails is called when nobody names it; by default what is demanded. */
    default String failure() {
        return describe();
    }

    /** Calls the visitor's method for this kind. */
    <R> R accept(CheckRuleVisitor<R> visitor);

    /** The value is there. */
    record NotNull() implements CheckRule {
        @Override
        public String kind() {
            return "not-null";
        }

        @Override
        public String describe() {
            return "not null";
        }

        @Override
        public <R> R accept(CheckRuleVisitor<R> visitor) {
            return visitor.notNull(this);
        }
    }

    /** No other accepted row has the same value. The first row by load order keeps it, the others fail. */
    record Unique() implements CheckRule {
        @Override
        public String kind() {
            return "unique";
        }

        @Override
        public String describe() {
            return "unique";
        }

        @Override
        public <R> R accept(CheckRuleVisitor<R> visitor) {
            return visitor.unique(this);
        }
    }

    /**
     * The value lies between two constants, both included.
     *
     * @param atLeast the lower bound or null
     * @param atMost the upper bound or null
     */
    record Range(@Nullable Expression atLeast, @Nullable Expression atMost) implements CheckRule {
        public Range {
            if (atLeast == null && atMost == null) {
                throw new MedallionException(
                        Problem.at("range", "has no bound.").advise("State one or both."));
            }
        }

        @Override
        public String kind() {
            return "range";
        }

        @Override
        public String describe() {
            if (atLeast == null) {
                return "at most " + atMost.text();
            }
            return atMost == null
                    ? "at least " + atLeast.text()
                    : "between " + atLeast.text() + " and " + atMost.text();
        }

        @Override
        public <R> R accept(CheckRuleVisitor<R> visitor) {
            return visitor.range(this);
        }
    }

    /**
     * The text has this many characters (Unicode code points).
     *
     * @param atLeast the shortest, 0 for none
     * @param atMost the longest or null
     */
    record Length(int atLeast, @Nullable Integer atMost) implements CheckRule {
        public Length {
            if (atLeast < 0 || (atMost != null && atMost < atLeast)) {
                throw new MedallionException(Problem.at("length " + atLeast + " to " + atMost, "is empty.")
                        .advise("State 0 <= shortest <= longest."));
            }
        }

        @Override
        public String kind() {
            return "length";
        }

        @Override
        public String describe() {
            return atMost == null
                    ? "at least " + atLeast + " characters"
                    : "between " + atLeast + " and " + atMost + " characters";
        }

        @Override
        public <R> R accept(CheckRuleVisitor<R> visitor) {
            return visitor.length(this);
        }
    }

    /**
     * The text is like a pattern, case sensitive.
     *
     * @param pattern {@code %} for any text, {@code _} for one character, a backslash before either for itself
     */
    record Like(String pattern) implements CheckRule {
        @Override
        public String kind() {
            return "like";
        }

        @Override
        public String describe() {
            return "like " + pattern;
        }

        @Override
        public <R> R accept(CheckRuleVisitor<R> visitor) {
            return visitor.like(this);
        }
    }

    /**
     * The whole text matches a regular expression.
     *
     * @param regex in the {@linkplain PortableRegex subset} that means the same on every database
     */
    record Matches(PortableRegex regex) implements CheckRule {
        @Override
        public String kind() {
            return "matches";
        }

        @Override
        public String describe() {
            return "matches " + regex.text();
        }

        @Override
        public <R> R accept(CheckRuleVisitor<R> visitor) {
            return visitor.matches(this);
        }
    }

    /**
     * The value is one of these constants.
     *
     * @param values at least one
     */
    record AllowedValues(List<Expression> values) implements CheckRule {
        public AllowedValues {
            if (values == null || values.isEmpty()) {
                throw new MedallionException(
                        Problem.at("allowed values", "are missing.").advise("Name at least one."));
            }
            values = values.stream().map(Constants::constant).toList();
        }

        @Override
        public String kind() {
            return "in";
        }

        @Override
        public String describe() {
            List<String> first = values.stream().limit(8).map(Expression::text).toList();
            return "one of " + String.join(", ", first) + (values.size() > first.size() ? ", ..." : "");
        }

        @Override
        public <R> R accept(CheckRuleVisitor<R> visitor) {
            return visitor.allowedValues(this);
        }
    }

    /**
     * The value stands in a column of another Silver table of the pipeline, as it was published when this one is built.
     *
     * @param table the other Silver table
     * @param column its column, of a type that compares with this one
     */
    record References(String table, String column) implements CheckRule {
        public References {
            if (table == null || table.isBlank() || column == null || column.isBlank()) {
                throw new MedallionException(
                        Problem.at("reference", "names no table and column.").advise("State it as customers.id."));
            }
        }

        @Override
        public String kind() {
            return "references";
        }

        @Override
        public String describe() {
            return "in " + table + "." + column;
        }

        @Override
        public String failure() {
            return "not " + describe();
        }

        @Override
        public <R> R accept(CheckRuleVisitor<R> visitor) {
            return visitor.references(this);
        }
    }

    /**
     * A predicate over the Silver columns of the row is not false.
     *
     * @param predicate a boolean expression
     */
    record Holds(Expression predicate) implements CheckRule {
        @Override
        public String kind() {
            return "holds";
        }

        @Override
        public String describe() {
            return predicate.text();
        }

        @Override
        public <R> R accept(CheckRuleVisitor<R> visitor) {
            return visitor.holds(this);
        }
    }
}
