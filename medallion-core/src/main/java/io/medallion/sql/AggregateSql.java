package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.Aggregate;
import io.medallion.expression.Expression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Aggregates in the type {@link Aggregate#resultType} promises, as far as the type of the argument is known. */
final class AggregateSql {

    private final ExpressionSql expressions;
    private final Dialect dialect;

    AggregateSql(ExpressionSql expressions) {
        this.expressions = expressions;
        this.dialect = expressions.dialect();
    }

    Field<?> of(Aggregate aggregate) {
        Expression argument = aggregate.argument();
        if (argument == null) {
            return aggregate.filter() == null ? Templates.field("count(*)") : filtered("count({0})", aggregate, null);
        }
        Field<?> value = expressions.field(argument);
        String distinct = aggregate.distinct() ? "distinct " : "";
        return switch (aggregate.function()) {
            case COUNT -> filtered("count(" + distinct + "{0})", aggregate, value);
            case SUM -> sum("sum(" + distinct + "{0})", aggregate, argument, value);
            case MIN -> extreme("min", aggregate, argument, value);
            case MAX -> extreme("max", aggregate, argument, value);
            case AVG -> average(distinct, aggregate, value);
            case MEDIAN -> median(aggregate, real(value));
            case STDDEV -> real(filtered("stddev_samp({0})", aggregate, value));
        };
    }

    /** Grouped dates of MySQL are 0000-00-00 for a moment where there is none, which its strict mode refuses. */
    private Field<?> extreme(String function, Aggregate aggregate, Expression argument, Field<?> value) {
        ColumnType type = expressions.type(argument);
        boolean moved = dialect == Dialect.MYSQL && ColumnType.DATE.equals(type);
        return moved
                ? ColumnTypes.cast(
                        filtered(function + "({0})", aggregate, ColumnTypes.cast(value, ColumnType.TIMESTAMP, dialect)),
                        ColumnType.DATE,
                        dialect)
                : filtered(function + "({0})", aggregate, value);
    }

    private Field<?> sum(String template, Aggregate aggregate, Expression argument, Field<?> value) {
        Field<?> sum = filtered(template, aggregate, value);
        ColumnType type = expressions.type(argument);
        return type == null ? sum : ColumnTypes.cast(sum, aggregate.resultType(type), dialect);
    }

    /** MariaDB keeps only four more digits of the mean of exact numbers. */
    private Field<?> average(String distinct, Aggregate aggregate, Field<?> value) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> real(filtered("avg(" + distinct + "{0})", aggregate, value));
            case MARIADB, MYSQL ->
                Templates.field(
                        "({0} / nullif({1}, 0))",
                        real(filtered("sum(" + distinct + "{0})", aggregate, value)),
                        filtered("count(" + distinct + "{0})", aggregate, value));
        };
    }

    private Field<?> median(Aggregate aggregate, Field<?> value) {
        return switch (dialect) {
            case DUCKDB -> filtered("median({0})", aggregate, value);
            case POSTGRES -> betweenMiddles(aggregate, value);
            case MARIADB, MYSQL -> prepared(aggregate);
        };
    }

    /**
     * PostgreSQL goes from the lower value in the middle towards the upper one, and is at infinity where their difference is no
     * double: their sum is one then. All three read the same sorted values; the second fraction is past one half by less than
     * one row.
     */
    private Field<?> betweenMiddles(Aggregate aggregate, Field<?> value) {
        return Templates.field(
                "coalesce(nullif({0}, 'Infinity'), ({1} + {2}) * 0.5)",
                filtered("percentile_cont(0.5) within group (order by {0})", aggregate, value),
                filtered("percentile_disc(0.5) within group (order by {0})", aggregate, value),
                filtered("percentile_disc(0.5000000000001) within group (order by {0})", aggregate, value));
    }

    private Field<?> prepared(Aggregate median) {
        Field<?> prepared = expressions.prepared(median);
        if (prepared == null) {
            throw new MedallionException(Problem.at(
                            median.text(), "cannot be computed by " + dialect.product() + " but in a query of its own.")
                    .advise("Use MIN, MAX or AVG there, or another database."));
        }
        return prepared;
    }

    private Field<?> filtered(String template, Aggregate aggregate, @Nullable Field<?> value) {
        Field<?> counted = value == null ? Templates.number(1) : value;
        if (aggregate.filter() == null) {
            return Templates.field(template, counted);
        }
        Condition filter = expressions.condition(aggregate.filter());
        QueryPart kept = DSL.when(filter, counted.coerce(Object.class));
        return switch (dialect) {
            case DUCKDB, POSTGRES ->
                Templates.field("{0} filter (where {1})", Templates.field(template, counted), filter);
            case MARIADB, MYSQL -> Templates.field(template, kept);
        };
    }

    private Field<?> real(Field<?> value) {
        return ColumnTypes.cast(value, ColumnType.DOUBLE, dialect);
    }
}
