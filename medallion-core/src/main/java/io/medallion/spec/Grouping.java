package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.Bucketed;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.TimeBucket;
import io.medallion.expression.TimeGrain;
import java.time.DayOfWeek;
import java.util.Locale;

/**
 * What rows are grouped by: a column, an expression, or the bucket of a date or timestamp.
 *
 * @param name the name of its column: {@code segment}, {@code ordered_on_month}
 * @param expression the value that makes a group
 */
public record Grouping(
        @JsonProperty(required = true) String name, @JsonProperty(required = true) Expression expression) {

    public Grouping {
        if (name == null || name.isBlank()) {
            throw new MedallionException(Problem.at("grouping", "has no name.").advise("Name it."));
        }
    }

    /** By a column, {@code dimension("customers.segment")}, or an expression; named after the column. */
    public static Grouping dimension(String expression) {
        Expression parsed = Expression.parse(expression);
        return new Grouping(parsed instanceof ColumnRef column ? column.column() : SnakeCase.of(expression), parsed);
    }

    /** By calendar day; named {@code <column>_day}. */
    public static Grouping day(String column) {
        return bucket(TimeGrain.DAY, column);
    }

    /** By week, starting on Monday; named {@code <column>_week}. */
    public static Grouping week(String column) {
        return bucket(TimeGrain.WEEK, column);
    }

    /** By calendar month; named {@code <column>_month}. */
    public static Grouping month(String column) {
        return bucket(TimeGrain.MONTH, column);
    }

    /** By calendar quarter; named {@code <column>_quarter}. */
    public static Grouping quarter(String column) {
        return bucket(TimeGrain.QUARTER, column);
    }

    /** By calendar year; named {@code <column>_year}. */
    public static Grouping year(String column) {
        return bucket(TimeGrain.YEAR, column);
    }

    /** By hour; named {@code <column>_hour}. */
    public static Grouping hour(String column) {
        return bucket(TimeGrain.HOUR, column);
    }

    /** By the bucket of this grain, weeks starting on Monday, without a zone. */
    public static Grouping bucket(TimeGrain grain, String column) {
        Expression operand = Expression.parse(column);
        String base = operand instanceof ColumnRef ref ? ref.column() : SnakeCase.of(column);
        TimeBucket bucket = new TimeBucket(grain, null, DayOfWeek.MONDAY);
        return new Grouping(base + "_" + grain.name().toLowerCase(Locale.ROOT), new Bucketed(bucket, operand));
    }

    /** The same under another name. */
    public Grouping named(String name) {
        return new Grouping(name, expression);
    }
}
