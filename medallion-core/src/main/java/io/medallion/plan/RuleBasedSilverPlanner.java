package io.medallion.plan;

import io.medallion.profile.ColumnProfile;
import io.medallion.profile.TableProfile;
import io.medallion.spec.Annotations;
import io.medallion.spec.Role;
import io.medallion.spec.SilverColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans by rules over the profile, tests what it proposes on all rows, and measures it. */
final class RuleBasedSilverPlanner implements SilverPlanner {

    private static final int ROUNDS = 4;

    @Override
    public SilverPlan plan(PlanRequest original) {
        PlanRequest request = original.asking(new RememberingProbe(original.probe()));
        TableProfile profile = request.profile();
        for (int round = 1; round <= ROUNDS && new Refinement(request.probe(), profile).needed(); round++) {
            SilverPlan draft = draft(request, profile).measured(request);
            profile = new Refinement(request.probe(), profile).refined(draft, request, round == ROUNDS);
        }
        SilverPlan plan = draft(request, profile).measured(request);
        List<String> notes = new ArrayList<>(plan.notes());
        notes.addAll(new NearDuplicates(request, profile, plan.columns()).notes());
        return plan.withNotes(notes);
    }

    private static SilverPlan draft(PlanRequest request, TableProfile profile) {
        Map<String, String> names = ColumnNaming.of(request.bronze().columns());
        List<Suggestion<SilverColumn>> columns = new ArrayList<>();
        for (String column : request.bronze().columns()) {
            Optional<ColumnProfile> of = profile.find(column);
            of.ifPresent(p -> columns.add(new ColumnRules(p, request.context().today(), request.showsValues())
                    .suggestion(names.get(column))));
        }
        KeyRules keys = new KeyRules(request, profile, columns);
        List<String> key = keys.key().map(Suggestion::value).orElse(List.of());
        List<Suggestion<SilverColumn>> withRoles =
                columns.stream().map(c -> asKey(c, key)).toList();
        UnitRules units = new UnitRules(new HashSet<>(names.values()));
        List<Suggestion<SilverColumn>> united = withRoles.stream()
                .map(c -> key.contains(c.value().name())
                        ? c
                        : units.united(c, profile.find(c.value().source()).orElseThrow()))
                .toList();
        TreatmentRules values = new TreatmentRules(profile, united, key);
        List<Suggestion<ColumnTreatment>> treatments = values.treatments();
        return SilverPlan.of(
                        request,
                        united.stream().map(c -> remarked(c, values.remarks())).toList())
                .withKey(keys.key().orElse(null))
                .withDeduplication(keys.deduplication().orElse(null))
                .withTreatments(treatments)
                .withChecks(new CheckRules(profile, united, key).checks())
                .withTableChecks(
                        new TableCheckRules(profile, united, request.context().today()).checks())
                .withNotes(TableNotes.of(request, profile, united));
    }

    private static Suggestion<SilverColumn> remarked(Suggestion<SilverColumn> column, Map<String, String> remarks) {
        String remark = remarks.get(column.value().name());
        return remark == null
                ? column
                : Suggestion.of(column.value(), column.confidence(), column.reason() + " " + remark)
                        .from(column.origin());
    }

    /** The only column of a key identifies; one of several refers to something else. */
    private static Suggestion<SilverColumn> asKey(Suggestion<SilverColumn> column, List<String> key) {
        if (!key.contains(column.value().name())) {
            return column;
        }
        Annotations known = column.value().annotations();
        Role role = key.size() == 1 ? Role.KEY : Role.FOREIGN_KEY;
        SilverColumn keyed = column.value()
                .annotated(new Annotations(
                        known.semanticType(), role, known.personal(), known.unit(), known.description()));
        return Suggestion.of(keyed, column.confidence(), column.reason()).from(column.origin());
    }
}
