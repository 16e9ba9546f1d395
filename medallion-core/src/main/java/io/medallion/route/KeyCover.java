package io.medallion.route;

import io.medallion.ColumnType;
import io.medallion.expression.Between;
import io.medallion.expression.Binary;
import io.medallion.expression.BinaryOperator;
import io.medallion.expression.Bucketed;
import io.medallion.expression.Call;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.IsNull;
import io.medallion.expression.Literal;
import io.medallion.expression.ScalarFunction;
import io.medallion.expression.TimeGrain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows from the groupings of a Gold table: expressions over Silver columns become expressions over its columns. */
final class KeyCover {

    private final String table;
    private final Map<Expression, ColumnRef> keys;
    private final Map<ColumnRef, Expression> origins = new HashMap<>();
    private final CanonicalForm form;

    /** @param keys the groupings in canonical form with the columns that hold them */
    KeyCover(String table, Map<Expression, ColumnRef> keys, CanonicalForm form) {
        this.table = table;
        this.keys = keys;
        this.form = form;
        keys.forEach((expression, column) -> origins.put(column, expression));
    }

    /** The column that holds exactly this grouping, if there is one. */
    @Nullable
    ColumnRef exactly(Expression expression) {
        return keys.get(expression);
    }

    /** The expression over the table's columns; empty when it does not follow from them. */
    Optional<Expression> tryCover(Expression expression) {
        Expression covered = expression.rewrite(this::replaced);
        boolean whole = covered.columns().stream().allMatch(this::isOurs);
        return whole ? Optional.of(covered) : Optional.empty();
    }

    Expression grouping(String name, Expression expression) {
        return tryCover(expression).orElseThrow(() -> missingGrouping(name, expression));
    }

    Expression filter(Expression condition) {
        return tryCover(condition).orElseThrow(() -> missingFilter(condition));
    }

    /** The grouping that the condition pins to one value, if it does. */
    @Nullable
    ColumnRef pinned(Expression condition) {
        if (condition instanceof IsNull isNull && !isNull.negated()) {
            return keys.get(isNull.operand());
        }
        if (condition instanceof Binary equal && equal.operator() == BinaryOperator.EQUAL) {
            Expression other = equal.left() instanceof Literal ? equal.right() : equal.left();
            boolean constant = equal.left() instanceof Literal || equal.right() instanceof Literal;
            // equal doubles may differ in their sign of zero
            boolean oneValue = keys.containsKey(other) && form.type(other).kind() != ColumnType.Kind.DOUBLE;
            return constant && oneValue ? keys.get(other) : null;
        }
        return null;
    }

    private boolean isOurs(ColumnRef column) {
        return origins.containsKey(column);
    }

    /** Called for every part, the innermost first; what it cannot replace stays and is found out at the end. */
    private Expression replaced(Expression node) {
        Expression original = original(node);
        ColumnRef key = keys.get(original);
        if (key != null) {
            return key;
        }
        if (node.columns().stream().allMatch(this::isOurs)) {
            return node;
        }
        return fromBucket(original).orElse(node);
    }

    private Expression original(Expression node) {
        return node.mapColumns(column -> origins.getOrDefault(column, column));
    }

    private Optional<Expression> fromBucket(Expression original) {
        for (Map.Entry<Expression, ColumnRef> entry : keys.entrySet()) {
            if (entry.getKey() instanceof Bucketed stored) {
                Optional<Expression> found = fromBucket(original, stored, entry.getValue());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Expression> fromBucket(Expression original, Bucketed stored, ColumnRef column) {
        if (original instanceof Bucketed wanted && stored.rollsUpTo(wanted)) {
            return Optional.of(wanted.bucket().overLocalTime().over(column));
        }
        if (original instanceof IsNull isNull && isNull.operand().equals(stored.operand())) {
            return Optional.of(new IsNull(column, isNull.negated()));
        }
        if (original instanceof Call call && call.arguments().equals(List.of(stored.operand()))) {
            return partOf(call.scalarFunction(), stored)
                    ? Optional.of(new Call(call.function(), List.of(column)))
                    : Optional.empty();
        }
        boolean comparison = original instanceof Between
                || original instanceof Binary binary && binary.operator().isComparison();
        return comparison
                ? new BucketBounds(stored, form.type(stored.operand()), column).aligned(original)
                : Optional.empty();
    }

    /** Whether a part of the calendar is the same for all points in time of one bucket. */
    private boolean partOf(ScalarFunction function, Bucketed stored) {
        TimeGrain grain = stored.bucket().grain();
        boolean local =
                stored.bucket().zone() == null && form.type(stored.operand()).kind() != ColumnType.Kind.TIMESTAMPTZ;
        if (!local || grain == TimeGrain.WEEK) {
            return false;
        }
        return switch (function) {
            case YEAR -> true;
            case QUARTER -> grain.compareTo(TimeGrain.QUARTER) <= 0;
            case MONTH -> grain.compareTo(TimeGrain.MONTH) <= 0;
            case WEEK, DAY, DAY_OF_WEEK -> grain.compareTo(TimeGrain.DAY) <= 0;
            case HOUR -> grain.compareTo(TimeGrain.HOUR) <= 0;
            case MINUTE -> grain.compareTo(TimeGrain.MINUTE) <= 0;
            case SECOND -> grain == TimeGrain.SECOND;
            default -> false;
        };
    }

    private Unanswerable missingGrouping(String name, Expression expression) {
        String wanted = "'" + name + "' (" + expression.text() + ")";
        for (Bucketed stored : buckets(expression)) {
            boolean sameZone = !(expression instanceof Bucketed wantedBucket)
                    || java.util.Objects.equals(
                            wantedBucket.bucket().zone(), stored.bucket().zone());
            if (!sameZone) {
                return new Unanswerable(
                        RefusalReason.TZ, "Its " + stored.text() + " is of another time zone than " + wanted + ".");
            }
            boolean finer = !(expression instanceof Bucketed wantedBucket)
                    || wantedBucket.bucket().grain().compareTo(stored.bucket().grain()) < 0;
            return finer
                    ? new Unanswerable(
                            RefusalReason.GRAIN_FINER,
                            "It keeps " + stored.text() + ", which is coarser than " + wanted + ".")
                    : new Unanswerable(
                            RefusalReason.GRAIN_NOT_NESTED,
                            "Its " + stored.text() + " does not nest in " + wanted
                                    + ": one of its buckets may lie in two.");
        }
        List<Expression> related = keys.keySet().stream()
                .filter(k -> k.columns().stream().anyMatch(expression.columns()::contains))
                .toList();
        return related.isEmpty()
                ? new Unanswerable(RefusalReason.MISSING_DIM, "It is not grouped by " + wanted + ".")
                : new Unanswerable(
                        RefusalReason.EXPR,
                        wanted + " does not follow from " + related.get(0).text() + ".");
    }

    private Unanswerable missingFilter(Expression condition) {
        List<Bucketed> cut = buckets(condition);
        if (!cut.isEmpty()) {
            Bucketed stored = cut.get(0);
            return stored.bucket().zone() != null
                    ? new Unanswerable(
                            RefusalReason.TZ,
                            condition.text() + " is not about local time, and it keeps " + stored.text() + ".")
                    : new Unanswerable(
                            RefusalReason.PARTIAL_BUCKET,
                            condition.text() + " cuts through one of its buckets, " + stored.text() + ".");
        }
        return new Unanswerable(
                RefusalReason.FILTER_NOT_ON_KEY, "It cannot tell for which of its rows " + condition.text() + ".");
    }

    /** The stored buckets of columns that the expression uses and the table does not keep as they are. */
    private List<Bucketed> buckets(Expression expression) {
        List<Bucketed> buckets = new ArrayList<>();
        for (Expression key : keys.keySet()) {
            if (key instanceof Bucketed stored
                    && !keys.containsKey(stored.operand())
                    && stored.operand().columns().stream().anyMatch(expression.columns()::contains)) {
                buckets.add(stored);
            }
        }
        return buckets;
    }

    @Override
    public String toString() {
        return table + " by " + keys.keySet();
    }
}
