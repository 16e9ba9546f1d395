package io.medallion.plan;

import io.medallion.profile.ColumnProfile;
import io.medallion.profile.Reading;
import io.medallion.profile.ValueCount;
import java.util.Optional;

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
        boolean category = reading.examples().stream().anyMatch(TypeChoice::category);
        double needed = reading.refusedValues() == 1 ? LEAST_RATE : CLEAR_RATE;
        boolean slip = reading.refused() == 1 && reading.matched() >= READ_BESIDE_A_SLIP;
        return !category && (slip || reading.rate() >= needed);
    }

    private static boolean category(ValueCount refused) {
        return refused.rows() >= CATEGORY_ROWS && refused.value().chars().noneMatch(Character::isDigit);
    }
}
