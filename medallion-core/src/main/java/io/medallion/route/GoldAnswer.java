package io.medallion.route;

import io.medallion.Layer;
import io.medallion.expression.Aggregate;
import io.medallion.expression.AggregateFunction;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.Query;
import io.medallion.expression.Relation;
import io.medallion.semantic.ResolvedQuery;
import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.Grouping;
import io.medallion.spec.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One Gold table's answer to a query, if it has one that is certain to be Silver's.
 *
 * @param how how the answer follows from the table
 * @param query the query over the table
 */
record GoldAnswer(Route.How how, Query query) {

    /** Throws {@link Unanswerable} with the reason when there is none. */
    static GoldAnswer of(AggregateGoldSpec gold, SeenQuery seen) {
        return new Match(gold, seen).answer();
    }

    /** One attempt. */
    private static final class Match {

        private final AggregateGoldSpec gold;
        private final SeenQuery seen;
        private final ResolvedQuery query;
        private final CanonicalForm form;
        private final KeyCover keys;
        private final Lineage lineage;

        Match(AggregateGoldSpec gold, SeenQuery seen) {
            this.gold = gold;
            this.seen = seen;
            this.query = seen.query();
            this.lineage = Lineage.of(gold, query);
            this.form = new CanonicalForm(query.base(), lineage.inputs());
            this.keys = new KeyCover(gold.table(), groupings(), form);
        }

        private Map<Expression, ColumnRef> groupings() {
            Map<Expression, ColumnRef> columns = new LinkedHashMap<>();
            for (Grouping grouping : gold.groupings()) {
                if (lineage.sameOrigin(grouping.expression().columns())) {
                    columns.putIfAbsent(form.of(grouping.expression()), ColumnRef.of(gold.table(), grouping.name()));
                }
            }
            return columns;
        }

        private Map<Aggregate, ColumnRef> measures() {
            Map<Aggregate, ColumnRef> columns = new LinkedHashMap<>();
            for (Measure measure : gold.measures()) {
                if (lineage.sameOrigin(measure.aggregate().columns())) {
                    columns.putIfAbsent(form.of(measure.aggregate()), ColumnRef.of(gold.table(), measure.name()));
                }
            }
            return columns;
        }

        GoldAnswer answer() {
            if (gold.groupings().isEmpty() && !query.groupings().isEmpty()) {
                throw new Unanswerable(RefusalReason.MISSING_DIM, "It holds one row for everything.");
            }
            Map<String, Expression> groups = new LinkedHashMap<>();
            query.groupings().forEach(g -> groups.put(g.name(), keys.grouping(g.name(), form.of(g.expression()))));
            Set<ColumnRef> pinned = new LinkedHashSet<>();
            List<Expression> conditions = conditions(pinned);
            boolean oneRowPerGroup = gold.groupings().stream()
                    .map(g -> ColumnRef.of(gold.table(), g.name()))
                    .allMatch(c -> pinned.contains(c) || groups.containsValue(c));
            MeasureCover stored = new MeasureCover(measures(), keys, form, oneRowPerGroup);
            Relation from = Relation.table(Layer.GOLD, gold.table());
            boolean globalOfGroups =
                    query.groupings().isEmpty() && !gold.groupings().isEmpty();
            boolean asStored = query.measures().stream().allMatch(m -> stored.exactly(form.of(m.aggregate())) != null);
            if (oneRowPerGroup && asStored && !globalOfGroups) {
                Map<String, Expression> measures = new LinkedHashMap<>();
                query.measures().forEach(m -> measures.put(m.name(), stored.exactly(form.of(m.aggregate()))));
                return new GoldAnswer(
                        Route.How.DIRECT, new AnswerShape(query, groups, measures).projected(from, conditions));
            }
            Map<String, Expression> measures = new LinkedHashMap<>();
            query.measures().forEach(m -> measures.put(m.name(), stored.over(form.of(m.aggregate()))));
            return new GoldAnswer(
                    how(stored), new AnswerShape(query, groups, measures).aggregated(from, List.of(), conditions));
        }

        private Route.How how(MeasureCover stored) {
            boolean derives = query.measures().stream()
                    .map(m -> form.of(m.aggregate()))
                    .anyMatch(a -> a.function() == AggregateFunction.AVG && stored.exactly(a) == null);
            return derives ? Route.How.DERIVE : Route.How.ROLLUP;
        }

        /** The conditions that are left for the rows of the table; notes the groupings they pin to one value. */
        private List<Expression> conditions(Set<ColumnRef> pinned) {
            List<Expression> asked =
                    Conjuncts.of(query.filter()).stream().map(form::of).toList();
            List<Expression> built =
                    Conjuncts.of(gold.filter()).stream().map(form::of).toList();
            for (Expression condition : built) {
                if (!lineage.sameOrigin(condition.columns()) || !Implication.any(asked, condition)) {
                    throw new Unanswerable(
                            RefusalReason.AGG_POPULATION, "It holds only rows for which " + condition.text() + ".");
                }
            }
            List<Expression> left = new ArrayList<>();
            for (Expression condition : asked) {
                if (!built.contains(condition)) {
                    left.add(keys.filter(condition));
                }
                ColumnRef key = keys.pinned(condition);
                if (key != null) {
                    pinned.add(key);
                }
            }
            left.addAll(rights());
            return left;
        }

        private List<Expression> rights() {
            List<Expression> conditions = new ArrayList<>();
            seen.rows().forEach((table, rows) -> {
                Expression covered = table.equals(query.base())
                        ? keys.tryCover(form.of(rows)).orElse(null)
                        : null;
                if (covered == null) {
                    throw new Unanswerable(
                            RefusalReason.SECURITY,
                            "The caller may see only some rows of silver." + table
                                    + ", and it cannot tell them apart.");
                }
                conditions.add(covered);
            });
            return conditions;
        }
    }
}
