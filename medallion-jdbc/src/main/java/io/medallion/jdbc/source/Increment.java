package io.medallion.jdbc.source;

import java.time.Duration;

/**
 * How only new rows of a table are asked for.
 *
 * @param column whose values only grow
 * @param time how far to look back, for dates and times
 * @param number how far to look back, for numbers
 */
record Increment(String column, Duration time, long number) {

    static Increment by(String column) {
        return new Increment(column, Duration.ZERO, 0);
    }
}
