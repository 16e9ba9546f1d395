package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.ColumnType.Kind;
import io.medallion.expression.Bucketed;
import io.medallion.expression.TimeBucket;
import io.medallion.expression.TimeGrain;
import java.time.DayOfWeek;
import java.util.Locale;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The start of the second, hour, week, month ... that a date or timestamp falls into. */
final class BucketSql {

    private final ExpressionSql expressions;
    private final Dialect dialect;

    BucketSql(ExpressionSql expressions) {
        this.expressions = expressions;
        this.dialect = expressions.dialect();
    }

    Field<?> of(Bucketed bucketed) {
        TimeBucket bucket = bucketed.bucket();
        Field<?> local =
                local(expressions.field(bucketed.operand()), expressions.type(bucketed.operand()), bucket.zone());
        return switch (dialect) {
            case DUCKDB, POSTGRES -> ColumnTypes.cast(truncated(bucket, local), bucket.resultType(), dialect);
            case MARIADB, MYSQL -> mariadb(bucket, local);
        };
    }

    /** Without a type the value may be an instant or UTC without saying so: read as an instant it is the same. */
    private Field<?> local(Field<?> value, @Nullable ColumnType type, @Nullable String zone) {
        boolean instant = type != null && type.kind() == Kind.TIMESTAMPTZ;
        if (zone == null) {
            return instant ? ZoneSql.local(value, "UTC", dialect) : value;
        }
        return switch (dialect) {
            case MARIADB, MYSQL -> ZoneSql.local(value, zone, dialect);
            case DUCKDB, POSTGRES -> {
                Field<?> moment = value;
                if (type == null) {
                    moment = ColumnTypes.cast(value, ColumnType.TIMESTAMPTZ, dialect);
                } else if (!instant) {
                    moment = Templates.field("({0} at time zone 'UTC')", value);
                }
                yield ZoneSql.local(moment, zone, dialect);
            }
        };
    }

    private Field<?> truncated(TimeBucket bucket, Field<?> local) {
        if (bucket.grain() == TimeGrain.WEEK && bucket.weekStart() != DayOfWeek.MONDAY) {
            return Templates.field(
                    "(cast({0} as date) - cast((extract(isodow from {0}) + {1}) % 7 as integer))",
                    local, Templates.number(7 - bucket.weekStart().getValue()));
        }
        String grain = bucket.grain().name().toLowerCase(Locale.ROOT);
        Field<?> timestamp =
                switch (dialect) {
                    case DUCKDB, MARIADB, MYSQL -> local;
                    case POSTGRES -> ColumnTypes.cast(local, ColumnType.TIMESTAMP, dialect);
                };
        return Templates.field("date_trunc({0}, {1})", DSL.inline(grain), timestamp);
    }

    private static Field<?> mariadb(TimeBucket bucket, Field<?> local) {
        return switch (bucket.grain()) {
            case SECOND -> formatted("%Y-%m-%d %H:%i:%s", local);
            case MINUTE -> formatted("%Y-%m-%d %H:%i:00", local);
            case HOUR -> formatted("%Y-%m-%d %H:00:00", local);
            case DAY -> Templates.field("cast({0} as date)", local);
            case WEEK ->
                Templates.field(
                        "date_sub(cast({0} as date), interval (weekday({0}) + {1}) % 7 day)",
                        local, Templates.number(8 - bucket.weekStart().getValue()));
            case MONTH -> Templates.field("date_sub(cast({0} as date), interval dayofmonth({0}) - 1 day)", local);
            case QUARTER ->
                Templates.field(
                        "date_sub(date_sub(cast({0} as date), interval dayofmonth({0}) - 1 day),"
                                + " interval (month({0}) - 1) % 3 month)",
                        local);
            case YEAR -> Templates.field("date_sub(cast({0} as date), interval dayofyear({0}) - 1 day)", local);
        };
    }

    private static Field<?> formatted(String format, Field<?> local) {
        return Templates.field("cast(date_format({0}, {1}) as datetime(6))", local, DSL.inline(format));
    }
}
