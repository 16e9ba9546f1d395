package io.medallion.plan;

import io.medallion.MedallionException;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.TableCheck;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one planner, and another for what the first did not answer. */
record FallbackSilverPlanner(SilverPlanner first, SilverPlanner second) implements SilverPlanner {

    private static final Logger LOG = LoggerFactory.getLogger(SilverPlanner.class);

    @Override
    public SilverPlan plan(PlanRequest request) {
        SilverPlan plan;
        try {
            plan = first.plan(request);
        } catch (MedallionException failed) {
            LOG.warn(
                    "The planner for '{}' failed, the next one answers",
                    request.bronze().table(),
                    failed);
            return second.plan(request);
        }
        boolean complete = plan.key().isPresent()
                && plan.deduplication().isPresent()
                && plan.columns().stream().noneMatch(c -> c.origin().equals(PlanChecks.UNPLANNED));
        return complete ? plan : filled(plan, second.plan(request));
    }

    private static SilverPlan filled(SilverPlan plan, SilverPlan other) {
        List<Suggestion<SilverColumn>> columns = new ArrayList<>();
        List<Suggestion<ColumnCheck>> checks = new ArrayList<>(plan.checks());
        for (Suggestion<SilverColumn> column : plan.columns()) {
            Suggestion<SilverColumn> chosen = column;
            if (column.origin().equals(PlanChecks.UNPLANNED)) {
                chosen = other.columns().stream()
                        .filter(c -> c.value().source().equals(column.value().source()))
                        .findFirst()
                        .orElse(column);
                String reference = PlanChecks.reference(chosen);
                other.checks().stream()
                        .filter(c -> reference.equals(c.value().column()))
                        .forEach(checks::add);
            }
            columns.add(chosen);
        }
        List<String> names = columns.stream().map(PlanChecks::reference).toList();
        List<Suggestion<ColumnTreatment>> treatments = new ArrayList<>(plan.treatments());
        other.treatments().stream()
                .filter(t -> names.contains(t.value().column())
                        && plan.treatments().stream().noneMatch(own -> own.id().equals(t.id())))
                .forEach(treatments::add);
        List<Suggestion<TableCheck>> ofTable = plan.tableChecks().isEmpty() ? other.tableChecks() : plan.tableChecks();
        SilverPlan all = plan.with(new PlanParts(columns, treatments, checks, ofTable, null, null));
        return all.withKey(plan.key()
                        .or(() -> other.key().filter(k -> names.containsAll(k.value())))
                        .orElse(null))
                .withDeduplication(plan.deduplication()
                        .or(() -> other.deduplication()
                                .filter(d -> names.containsAll(d.value().key())
                                        && names.containsAll(d.value().order())))
                        .orElse(null));
    }
}
