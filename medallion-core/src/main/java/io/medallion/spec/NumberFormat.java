package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.MedallionException;
import io.medallion.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How numbers are written in a column: ASCII digits, at most one sign and one affix; {@code .5} is a number, {@code 5.} is not.
 * A text of more than 1,000 bytes in UTF-8 is no number.
 *
 * @param decimal the decimal separator, {@code "."} or {@code ","}
 * @param grouping the grouping separator: empty for none, else {@code ","}, {@code "."}, {@code "'"} (also U+2019) or
 *     {@code " "} (also U+00A0, U+2009, U+202F). Groups have exactly three digits; a number may also have no groups.
 * @param affixes texts that may stand once before or after the number and are removed, blanks around them too: {@code $},
 *     {@code EUR}, {@code %}, {@code kg}. The number keeps its magnitude: {@code 63%} is 63.
 * @param negatives further ways to write a minus beside a leading {@code -}
 */
public record NumberFormat(String decimal, String grouping, List<String> affixes, Set<Negative> negatives) {

    /** Ways to write a negative number. */
    public enum Negative {
        /** {@code (5)} is -5. */
        PARENTHESES,
        /** {@code 5-} is -5. */
        TRAILING_MINUS,
        /** U+2212 or U+2013 before the digits is a minus. */
        UNICODE_MINUS
    }

    /** Digits, a leading sign, a decimal point. */
    public static final NumberFormat PLAIN = new NumberFormat(".", "", List.of(), Set.of());

    public NumberFormat(
            @JsonProperty("decimal") String decimal,
            @JsonProperty("grouping") String grouping,
            @JsonProperty("affixes") List<String> affixes,
            @JsonProperty("negatives") Set<Negative> negatives) {
        this.decimal = decimal == null ? "." : decimal;
        this.grouping = grouping == null ? "" : grouping;
        this.affixes = affixes == null
                ? List.of()
                : affixes.stream().map(String::strip).distinct().sorted().toList();
        this.negatives = negatives == null || negatives.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(negatives));
        if (!List.of(".", ",").contains(this.decimal)
                || !List.of("", ",", ".", "'", " ").contains(this.grouping)
                || this.decimal.equals(this.grouping)) {
            throw new MedallionException(Problem.at(
                            "number format", "'" + this.decimal + "' and '" + this.grouping + "' do not go together.")
                    .advise("The decimal separator is . or , and the grouping separator another of , . ' or a blank."));
        }
        if (this.affixes.stream().anyMatch(a -> a.matches("[+\\-\u2212\u2013(]?[.,'\u2019]?|\\)|[eE][+-]?"))) {
            throw new MedallionException(Problem.at("number format", "an affix could be part of a number itself.")
                    .advise("Name a unit or currency."));
        }
        if (this.affixes.stream().anyMatch(a -> a.isBlank() || a.chars().anyMatch(c -> c >= '0' && c <= '9'))) {
            throw new MedallionException(Problem.at("number format", "an affix is blank or holds a digit.")
                    .advise("Name a unit or currency."));
        }
    }

    /** The same with a decimal comma; a grouping comma becomes a grouping point. */
    public NumberFormat decimalComma() {
        return new NumberFormat(",", grouping.equals(",") ? "." : grouping, affixes, negatives);
    }

    /** The same with groups of three digits. */
    public NumberFormat grouped(String separator) {
        return new NumberFormat(decimal, separator, affixes, negatives);
    }

    /** The same with texts that may stand before or after the number. */
    public NumberFormat with(String... affixes) {
        return new NumberFormat(decimal, grouping, List.of(affixes), negatives);
    }

    /** The same with further ways to write a minus. */
    public NumberFormat with(Negative... negatives) {
        return new NumberFormat(decimal, grouping, affixes, Set.of(negatives));
    }

    /** The minus styles in declaration order. */
    @Override
    public Set<Negative> negatives() {
        return negatives.isEmpty() ? Set.of() : EnumSet.copyOf(negatives);
    }
}
