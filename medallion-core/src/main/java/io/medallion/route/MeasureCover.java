package io.medallion.route;

import io.medallion.ColumnType;
import io.medallion.expression.Aggregate;
import io.medallion.expression.AggregateFunction;
import io.medallion.expression.Call;
import io.medallion.expression.Cast;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.IsNull;
import io.medallion.expression.Literal;
import io.medallion.expression.Reaggregation;
import io.medallion.expression.ScalarFunction;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows from the measures of a Gold table: aggregates over Silver become aggregates over its columns. */
final class MeasureCover {

    private final Map<Aggregate, ColumnRef> stored;
    private final KeyCover keys;
    private final CanonicalForm form;
    private final boolean oneRowPerGroup;

    /**
     * @param stored the measures in canonical form with the columns that hold them
     * @param oneRowPerGroup whether each group asked for has at most one row in the table
     */
    MeasureCover(Map<Aggregate, ColumnRef> stored, KeyCover keys, CanonicalForm form, boolean oneRowPerGroup) {
        this.stored = stored;
        this.keys = keys;
        this.form = form;
        this.oneRowPerGroup = oneRowPerGroup;
    }

    /** The column that holds exactly this aggregate, if there is one. */
    @Nullable
    ColumnRef exactly(Aggregate aggregate) {
        return stored.get(aggregate);
    }

    /** The aggregate over the table's rows that gives what {@code wanted} gives over Silver's. */
    Expression over(Aggregate wanted) {
        return fromStored(wanted)
                .or(() -> fromKeys(wanted))
                .or(() -> fromComponents(wanted))
                .orElseThrow(() -> missing(wanted));
    }

    private Optional<Expression> fromStored(Aggregate wanted) {
        ColumnRef same = stored.get(wanted);
        if (same != null) {
            return rolledUp(wanted, same, null);
        }
        ColumnRef unfiltered = wanted.filter() == null ? null : stored.get(wanted.withoutFilter());
        return unfiltered == null
                ? Optional.empty()
                : keys.tryCover(wanted.filter()).flatMap(filter -> rolledUp(wanted, unfiltered, filter));
    }

    private Optional<Expression> rolledUp(Aggregate wanted, ColumnRef column, @Nullable Expression filter) {
        boolean counts = wanted.function() == AggregateFunction.COUNT;
        if (rollsUp(wanted) && wanted.reaggregation() instanceof Reaggregation.ByFunction by) {
            Expression again = new Aggregate(by.function(), column, false, filter).call();
            return Optional.of(counts ? new Cast(zeroForNone(again), ColumnType.BIGINT) : again);
        }
        if (oneRowPerGroup) {
            // of at most one value the greatest is the value
            Expression only = new Aggregate(AggregateFunction.MAX, column, false, filter).call();
            return Optional.of(counts ? zeroForNone(only) : only);
        }
        return Optional.empty();
    }

    private static Expression zeroForNone(Expression count) {
        return Call.of(ScalarFunction.COALESCE, count, Literal.of(0));
    }

    private boolean rollsUp(Aggregate wanted) {
        return wanted.rollsUpExactly(argumentType(wanted));
    }

    private ColumnType argumentType(Aggregate wanted) {
        return wanted.argument() == null ? ColumnType.BIGINT : form.type(wanted.argument());
    }

    /** Least, greatest and distinct values of what the table is grouped by can be read off its groups. */
    private Optional<Expression> fromKeys(Aggregate wanted) {
        if (wanted.argument() == null) {
            return Optional.empty();
        }
        boolean repeatsDoNotCount = wanted.distinct() && wanted.function() == AggregateFunction.COUNT
                || wanted.function() == AggregateFunction.MIN
                || wanted.function() == AggregateFunction.MAX;
        if (repeatsDoNotCount) {
            Expression filter = wanted.filter();
            return keys.tryCover(wanted.argument())
                    .flatMap(argument -> filter == null
                            ? Optional.of(new Aggregate(wanted.function(), argument, wanted.distinct(), null).call())
                            : keys.tryCover(filter)
                                    .map(f -> new Aggregate(wanted.function(), argument, wanted.distinct(), f).call()));
        }
        if (wanted.function() == AggregateFunction.COUNT
                && keys.tryCover(wanted.argument()).isPresent()) {
            Aggregate rows = new Aggregate(AggregateFunction.COUNT, null, false, wanted.filter());
            return fromStored(rows.where(new IsNull(wanted.argument(), true)));
        }
        return Optional.empty();
    }

    private Optional<Expression> fromComponents(Aggregate wanted) {
        if (!rollsUp(wanted) || !(wanted.reaggregation() instanceof Reaggregation.Derived derived)) {
            return Optional.empty();
        }
        boolean complete = derived.components().stream()
                .allMatch(c -> fromStored(form.of(c)).isPresent());
        return complete
                ? Optional.of(derived.formula()
                        .mapAggregates(c -> fromStored(form.of(c)).orElseThrow()))
                : Optional.empty();
    }

    private Unanswerable missing(Aggregate wanted) {
        boolean held = stored.containsKey(wanted) || stored.containsKey(wanted.withoutFilter());
        boolean sumsDoubles = wanted.argument() != null
                && !wanted.distinct()
                && argumentType(wanted).kind() == ColumnType.Kind.DOUBLE
                && (wanted.function() == AggregateFunction.SUM || wanted.function() == AggregateFunction.AVG);
        if (sumsDoubles && (held || wanted.function() == AggregateFunction.AVG)) {
            return new Unanswerable(
                    RefusalReason.NUMERIC,
                    wanted.text() + " adds up DOUBLE values, and sums of sums differ from the sum in the last digits.");
        }
        if (!oneRowPerGroup && wanted.reaggregation() instanceof Reaggregation.None none) {
            return new Unanswerable(
                    RefusalReason.NON_ADDITIVE,
                    wanted.text() + " of larger groups does not follow from that of its groups: " + none.reason()
                            + ".");
        }
        if (wanted.reaggregation() instanceof Reaggregation.Derived derived) {
            boolean heldAlone = stored.containsKey(wanted) && !oneRowPerGroup;
            return new Unanswerable(
                    heldAlone ? RefusalReason.NON_ADDITIVE : RefusalReason.MISSING_MEASURE,
                    wanted.text() + " follows only from " + derived.components() + ", which it does not hold.");
        }
        return new Unanswerable(RefusalReason.MISSING_MEASURE, "It does not hold " + wanted.text() + ".");
    }
}
