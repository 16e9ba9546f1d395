package io.medallion.plan;

import io.medallion.profile.ColumnProfile;
import io.medallion.profile.Reading;
import io.medallion.profile.ValueCount;
import io.medallion.spec.BooleanParse;
import io.medallion.spec.IntegerParse;
import io.medallion.spec.Parse;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a reading of a column is good enough to be proposed: what it refuses must be rare, odd and said. */
final class TypeChoice {

    /** Below this share of values read, a column is what it is: text. */
    private static final double LEAST_RATE = 0.95;

    /** Above this share, what is refused may be of several kinds. */
    private static final double CLEAR_RATE = 0.98;

    /** So many values are read, and one row is not: a slip. */
    private static final long READ_BESIDE_A_SLIP = 15;

    /** A refused value in so many rows is no slip but a category of its own. */
    private static final long CATEGORY_ROWS = 3;

    private static final Pattern NUMBER_AND_MORE = Pattern.compile("[0-9]+([A-Z]| ?1/2| ?½)");

    private TypeChoice() {}

    static Optional<Reading> of(ColumnProfile column) {
        return column.code()
                ? Optional.empty()
                : column.readings().stream().filter(TypeChoice::acceptable).findFirst();
    }

    static boolean acceptable(Reading reading) {
        if (reading.refused() == 0) {
            return reading.matched() > 0;
        }
        boolean category =
                reading.examples().stream().anyMatch(refused -> category(refused) || goesOn(reading.parse(), refused));
        double needed = reading.refusedValues() == 1 ? LEAST_RATE : CLEAR_RATE;
        boolean slip = reading.refused() == 1 && reading.matched() >= READ_BESIDE_A_SLIP;
        return !category && (slip || reading.rate() >= needed);
    }

    /** A value that says more than those that are read, {@code 395B} or {@code Yes (runoff only)}, is no slip: it would be lost. */
    private static boolean goesOn(Parse parse, ValueCount refused) {
        String value = refused.value().strip();
        if (parse instanceof BooleanParse words) {
            return Stream.concat(words.yes().stream(), words.no().stream())
                    .anyMatch(word -> value.length() > word.length()
                            && value.regionMatches(true, 0, word, 0, word.length())
                            && !Character.isLetterOrDigit(value.charAt(word.length())));
        }
        return parse instanceof IntegerParse && NUMBER_AND_MORE.matcher(value).matches();
    }

    private static boolean category(ValueCount refused) {
        return refused.rows() >= CATEGORY_ROWS && refused.value().chars().noneMatch(Character::isDigit);
    }
}
