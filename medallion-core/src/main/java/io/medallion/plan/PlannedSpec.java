package io.medallion.plan;

import io.medallion.Problem;
import io.medallion.expression.ColumnRef;
import io.medallion.spec.Check;
import io.medallion.spec.CheckRule;
import io.medallion.spec.Deduplication;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import io.medallion.spec.TableCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The spec that the decisions of a plan amount to. */
final class PlannedSpec {

    private final SilverPlan plan;
    private final Map<String, String> names = new HashMap<>();

    PlannedSpec(SilverPlan plan) {
        this.plan = plan;
    }

    SilverSpec spec() {
        Map<String, SilverColumn> columns = columns();
        List<SilverColumn> checked = new ArrayList<>();
        for (Suggestion<SilverColumn> suggestion : plan.columns()) {
            SilverColumn column = columns.get(suggestion.id());
            if (column != null) {
                checked.add(checked(suggestion, column));
            }
        }
        SilverSpec spec = SilverSpec.of(plan.table(), checked);
        Check[] rowChecks = plan.checks().stream()
                .filter(s -> s.decision().applies() && s.value().column() == null && typed(s.value()))
                .map(s -> renamed(s.value().check()))
                .toArray(Check[]::new);
        spec = spec.check(rowChecks).expect(tableChecks());
        if (plan.key().filter(k -> k.decision().applies()).isPresent()) {
            spec = spec.key(
                    plan.key().orElseThrow().value().stream().map(this::renamed).toArray(String[]::new));
        }
        if (plan.deduplication().filter(d -> d.decision().applies()).isPresent()) {
            Deduplication duplicates = plan.deduplication().orElseThrow().value();
            spec = spec.deduplicated(new Deduplication(
                    duplicates.strategy(),
                    duplicates.key().stream().map(this::renamed).toList(),
                    duplicates.order().stream().map(this::renamed).toList()));
        }
        return spec;
    }

    private Map<String, SilverColumn> columns() {
        Set<String> taken = new HashSet<>();
        plan.columns().stream()
                .filter(s -> s.decision().applies())
                .forEach(s -> taken.add(s.value().name().toLowerCase(Locale.ROOT)));
        Map<String, String> plain = ColumnNaming.of(plan.base().columns());
        Map<String, SilverColumn> columns = new HashMap<>();
        for (Suggestion<SilverColumn> suggestion : plan.columns()) {
            String source = suggestion.value().source();
            if (suggestion.decision().applies()) {
                columns.put(suggestion.id(), plan.parts().treated(suggestion));
            } else if (plan.base().columns().contains(source)) {
                String name = PlanChecks.free(plain.get(source), taken);
                columns.put(suggestion.id(), SilverColumn.column(source).named(name));
            }
        }
        plan.columns().stream()
                .filter(s -> columns.containsKey(s.id()))
                .forEach(s ->
                        names.put(PlanChecks.reference(s), columns.get(s.id()).name()));
        return columns;
    }

    private SilverColumn checked(Suggestion<SilverColumn> suggestion, SilverColumn column) {
        SilverColumn checked = ordered(column);
        for (Suggestion<ColumnCheck> check : plan.checks()) {
            boolean applies = check.decision().applies()
                    && PlanChecks.reference(suggestion).equals(check.value().column())
                    && (suggestion.decision().applies() || PlanChecks.fits(column, check.value()));
            if (applies) {
                checked = checked.check(renamed(check.value().check()));
            }
        }
        return checked;
    }

    /** A fill forward in the names that the columns of its order have now. */
    private SilverColumn ordered(SilverColumn column) {
        if (!(column.nulls() instanceof NullPolicy.Forward forward)) {
            return column;
        }
        List<Problem> problems = forward.columns().stream()
                .filter(name -> !planned(Set.of(name)))
                .map(name -> Problem.at(
                                "plan of '" + plan.table() + "': column '" + column.name() + "'",
                                "is filled forward along '" + name
                                        + "', which is not accepted and would be compared as text.")
                        .advise("Accept column:" + name + " too, or fill in another way."))
                .toList();
        PlanChecks.refuse(problems);
        return column.nulls(forward.rename(this::renamed));
    }

    /** The checks of the table whose column, if they have one, is read as planned. */
    private TableCheck[] tableChecks() {
        return plan.tableChecks().stream()
                .filter(s -> s.decision().applies())
                .map(Suggestion::value)
                .filter(c -> !(c instanceof TableCheck.Freshness fresh) || planned(Set.of(fresh.column())))
                .map(c -> c.rename(this::renamed))
                .toArray(TableCheck[]::new);
    }

    private Check renamed(Check check) {
        if (!(check.rule() instanceof CheckRule.Holds holds)) {
            return check;
        }
        CheckRule rule =
                new CheckRule.Holds(holds.predicate().mapColumns(c -> new ColumnRef(c.table(), renamed(c.column()))));
        boolean defaultName = check.name().equals(holds.describe());
        return new Check(rule, defaultName ? null : check.name(), check.reason(), check.action());
    }

    /** Whether all columns of a check of whole rows are read as planned; text would be compared as text. */
    private boolean typed(ColumnCheck check) {
        if (!(check.check().rule() instanceof CheckRule.Holds holds)) {
            return true;
        }
        Set<String> used = new HashSet<>();
        holds.predicate().columns().forEach(c -> used.add(c.column()));
        return planned(used);
    }

    /** Whether the columns of these references are read as planned. */
    private boolean planned(Set<String> references) {
        return plan.columns().stream()
                .filter(s -> references.contains(PlanChecks.reference(s)))
                .allMatch(s -> s.decision().applies());
    }

    private String renamed(String reference) {
        return names.getOrDefault(reference, reference);
    }
}
