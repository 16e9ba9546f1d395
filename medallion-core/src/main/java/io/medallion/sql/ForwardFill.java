package io.medallion.sql;

import io.medallion.expression.Binary;
import io.medallion.expression.BinaryOperator;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.IsNull;
import io.medallion.spec.Check;
import io.medallion.spec.CheckAction;
import io.medallion.spec.CheckRule;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * The last value before, for columns under {@link NullPolicy.Forward}. Every row that gives a value begins a run of rows; a run is
 * numbered by counting, and its first row holds what the others take. That is windows only, which all databases have: two of three
 * cannot skip NULL in one.
 */
final class ForwardFill {

    private final Rendering rendering;
    private final SilverSpec spec;
    private final SilverReading reading;
    private final NestedSteps steps;
    private final List<Field<?>> loadOrder = new ArrayList<>();
    private final int[] carriedOrder;

    /**
     * @param carriedOrder numbers of the carried columns that give the order of loading
     */
    ForwardFill(Rendering rendering, SilverSpec spec, SilverReading reading, NestedSteps steps, int... carriedOrder) {
        this.rendering = rendering;
        this.spec = spec;
        this.reading = reading;
        this.steps = steps;
        this.carriedOrder = carriedOrder;
    }

    static boolean needed(SilverSpec spec) {
        return spec.columns().stream().anyMatch(ForwardFill::forward);
    }

    private static boolean forward(SilverColumn column) {
        return column.nulls() instanceof NullPolicy.Forward;
    }

    private interface Step {
        void of(int column, NullPolicy.Forward policy);
    }

    void take() {
        steps.keepAll();
        judge();
        steps.take();
        each((i, policy) -> steps.let("run" + i, run(i, policy)));
        each((i, policy) -> steps.let("filled" + i, filled(i, policy)));
    }

    private void each(Step step) {
        steps.keepAll();
        loadOrder.clear();
        IntStream.of(carriedOrder).mapToObj(reading::carried).forEach(loadOrder::add);
        for (int i = 0; i < spec.columns().size(); i++) {
            if (spec.columns().get(i).nulls() instanceof NullPolicy.Forward policy) {
                step.of(i, policy);
            }
        }
        steps.take();
    }

    /** Whether a row is refused whatever is filled forward. */
    private void judge() {
        SilverSpec before = before();
        SilverReferences references = new SilverReferences(rendering, reading, before.columns());
        references.join(steps);
        List<Condition> failures = new SilverRules(before.columns(), reading, rendering)
                .of(before).stream()
                        .filter(rule -> rule.action() == CheckAction.REJECT)
                        .map(SilverRules.Rule::fails)
                        .toList();
        steps.let(
                "sound",
                failures.isEmpty()
                        ? Templates.number(1)
                        : Templates.field("case when {0} then 0 else 1 end", DSL.or(failures)));
    }

    /** The spec as far as it does not depend on what is filled forward. */
    private SilverSpec before() {
        List<String> filled = spec.columns().stream()
                .filter(ForwardFill::forward)
                .map(SilverColumn::name)
                .toList();
        List<SilverColumn> columns = spec.columns().stream()
                .map(c -> c.withChecks(before(c.checks(), forward(c), filled)))
                .map(c -> forward(c) ? c.nulls(NullPolicy.keep()) : c)
                .toList();
        return SilverSpec.of(spec.table(), columns)
                .check(before(spec.checks(), false, filled).toArray(Check[]::new))
                .key(spec.key().stream().filter(k -> !filled.contains(k)).toArray(String[]::new));
    }

    private static List<Check> before(List<Check> checks, boolean ofFilled, List<String> filled) {
        return checks.stream()
                .filter(c -> !(ofFilled && c.rule() instanceof CheckRule.NotNull))
                .map(c -> c.rule() instanceof CheckRule.Holds holds ? before(c, holds, filled) : c)
                .toList();
    }

    /** The predicate where all it names is the row's own. */
    private static Check before(Check check, CheckRule.Holds holds, List<String> filled) {
        Expression own = holds.predicate();
        for (String name : filled) {
            if (holds.predicate().columns().stream().anyMatch(c -> c.column().equals(name))) {
                own = new Binary(BinaryOperator.OR, new IsNull(ColumnRef.of(name), false), own);
            }
        }
        return new Check(new CheckRule.Holds(own), check.name(), check.reason(), check.action());
    }

    private Field<?> run(int column, NullPolicy.Forward policy) {
        return Templates.field(
                "count(case when {0} then 1 end) over ({1} rows between unbounded preceding and current row)",
                gives(column, policy), window(policy, values(policy.per())));
    }

    private Field<?> filled(int column, NullPolicy.Forward policy) {
        List<Field<?>> within = new ArrayList<>(values(policy.per()));
        within.add(steps.value("run" + column));
        return Templates.field(
                "case when {0} then first_value(case when {1} then {2} end) over ({3}) else {2} end",
                reading.missing(column).and(placed(policy)),
                gives(column, policy),
                reading.value(column),
                window(policy, within));
    }

    private QueryPart window(NullPolicy.Forward policy, List<Field<?>> within) {
        QueryPart order = DSL.list(
                Stream.concat(values(policy.by()).stream(), loadOrder.stream()).toList());
        return within.isEmpty()
                ? DSL.sql("order by {0}", order)
                : DSL.sql("partition by {0} order by {1}", DSL.list(within), order);
    }

    private Condition gives(int column, NullPolicy.Forward policy) {
        return Templates.condition("{0} = 1 and {1} is not null", steps.value("sound"), reading.value(column))
                .and(placed(policy));
    }

    /** A row without a value in an order or group column has no place among the others. */
    private Condition placed(NullPolicy.Forward policy) {
        return DSL.and(values(policy.columns()).stream()
                .map(value -> Templates.condition("{0} is not null", value))
                .toList());
    }

    private List<Field<?>> values(List<String> names) {
        List<String> all = spec.columns().stream().map(SilverColumn::name).toList();
        return names.stream()
                .<Field<?>>map(name -> reading.value(all.indexOf(name)))
                .toList();
    }
}
