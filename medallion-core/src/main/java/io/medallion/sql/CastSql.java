package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.ColumnType.Kind;
import io.medallion.expression.Expression;
import java.math.BigDecimal;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Conversions that mean the same everywhere: text read strictly, halves rounded away from zero, instants in UTC. */
final class CastSql {

    private final ExpressionSql expressions;
    private final Dialect dialect;

    CastSql(ExpressionSql expressions) {
        this.expressions = expressions;
        this.dialect = expressions.dialect();
    }

    /** CAST: an error where the value has no form in the type. */
    Field<?> require(Expression operand, ColumnType type) {
        ColumnType from = expressions.type(operand);
        Field<?> value = expressions.field(operand);
        if (from == null) {
            return ColumnTypes.cast(value, type, dialect);
        }
        if (from.kind() == Kind.TEXT && type.kind() != Kind.TEXT && type.kind() != Kind.JSON) {
            Field<?> safe = SafeCast.of(value, type, expressions.rendering());
            Condition refused = Templates.condition("{0} is not null and {1} is null", value, safe);
            return DSL.when(refused, RaiseSql.unreadable(value, type, dialect).coerce(Object.class))
                    .otherwise(safe.coerce(Object.class));
        }
        return convert(value, from, type);
    }

    /** TRY_CAST: NULL where the value has no form in the type. */
    Field<?> attempt(Expression operand, ColumnType type) {
        ColumnType from = expressions.type(operand);
        Field<?> value = expressions.field(operand);
        if (from == null) {
            Field<?> text = ColumnTypes.cast(value, ColumnType.TEXT, dialect);
            return type.kind() == Kind.TEXT ? text : SafeCast.of(text, type, expressions.rendering());
        }
        if (from.kind() == Kind.TEXT) {
            return type.kind() == Kind.TEXT || type.kind() == Kind.JSON
                    ? value
                    : SafeCast.of(value, type, expressions.rendering());
        }
        Field<?> converted = convert(value, from, type);
        Condition fits = fits(value, from, type);
        return fits == null ? converted : DSL.when(fits, converted.coerce(Object.class));
    }

    private Field<?> convert(Field<?> value, ColumnType from, ColumnType to) {
        if (from.equals(to)) {
            return value;
        }
        return switch (to.kind()) {
            case TEXT, JSON -> text(value, from);
            case INTEGER, BIGINT -> ColumnTypes.cast(whole(value, from), to, dialect);
            case DATE, TIMESTAMP -> ColumnTypes.cast(local(value, from), to, dialect);
            case TIMESTAMPTZ -> instant(value, from);
            case DECIMAL, DOUBLE, BOOLEAN, TIME -> ColumnTypes.cast(value, to, dialect);
        };
    }

    private Field<?> whole(Field<?> value, ColumnType from) {
        return from.kind() == Kind.DOUBLE ? NumberSql.roundedToWhole(value, dialect) : value;
    }

    private Field<?> local(Field<?> value, ColumnType from) {
        return from.kind() == Kind.TIMESTAMPTZ ? ZoneSql.local(value, "UTC", dialect) : value;
    }

    private Field<?> instant(Field<?> value, ColumnType from) {
        Field<?> local = ColumnTypes.cast(value, ColumnType.TIMESTAMP, dialect);
        return switch (dialect) {
            case DUCKDB, POSTGRES -> Templates.field("({0} at time zone 'UTC')", local);
            case MARIADB, MYSQL -> local;
        };
    }

    private Field<?> text(Field<?> value, ColumnType from) {
        return switch (from.kind()) {
            case TIMESTAMPTZ ->
                new TextSql(expressions)
                        .joined(text(local(value, from), ColumnType.TIMESTAMP), LiteralSql.text("Z", dialect));
            case DOUBLE -> doubleText(value);
            case BOOLEAN -> Templates.field("case when {0} then 'true' when not {0} then 'false' end", value);
            case TIME, TIMESTAMP -> timeText(value);
            case TEXT, JSON, INTEGER, BIGINT, DECIMAL, DATE -> plainText(value);
        };
    }

    private Field<?> plainText(Field<?> value) {
        return ColumnTypes.cast(value, ColumnType.TEXT, dialect);
    }

    /** DuckDB writes 1.0 where the others write 1. */
    private Field<?> doubleText(Field<?> value) {
        return switch (dialect) {
            case DUCKDB -> Templates.field("regexp_replace({0}, '\\.0$', '')", plainText(value));
            case POSTGRES, MARIADB, MYSQL -> plainText(value);
        };
    }

    /** MariaDB always writes six digits after the second. */
    private Field<?> timeText(Field<?> value) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> plainText(value);
            case MARIADB, MYSQL ->
                Templates.field("trim(trailing '.' from trim(trailing '0' from {0}))", plainText(value));
        };
    }

    private @Nullable Condition fits(Field<?> value, ColumnType from, ColumnType to) {
        if (!from.isNumeric() || !to.isNumeric() || to.kind() == Kind.DOUBLE) {
            return null;
        }
        Field<?> rounded = to.kind() == Kind.DECIMAL
                ? value
                : from.kind() == Kind.DOUBLE ? whole(value, from) : Templates.field("round({0}, 0)", value);
        return switch (to.kind()) {
            case INTEGER -> between(rounded, "-2147483648", "2147483647");
            case BIGINT ->
                from.kind() == Kind.DOUBLE
                        ? Templates.condition("{0} >= -9223372036854775808 and {0} < 9223372036854775808", rounded)
                        : between(rounded, "-9223372036854775808", "9223372036854775807");
            default -> {
                BigDecimal limit = BigDecimal.ONE
                        .movePointRight(to.precision() - to.scale())
                        .subtract(new BigDecimal("0.5").movePointLeft(to.scale()));
                Field<?> bound = DSL.field(DSL.raw(limit.toPlainString()));
                yield Templates.condition("abs({0}) < {1}", rounded, bound);
            }
        };
    }

    private static Condition between(Field<?> value, String low, String high) {
        return Templates.condition("{0} between {1} and {2}", value, DSL.field(DSL.raw(low)), DSL.field(DSL.raw(high)));
    }
}
