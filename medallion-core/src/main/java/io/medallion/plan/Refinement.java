package io.medallion.plan;

import io.medallion.plan.ProbeQuestion.ColumnAnswer;
import io.medallion.plan.ProbeQuestion.RefusedAnswer;
import io.medallion.profile.ColumnProfile;
import io.medallion.profile.Reading;
import io.medallion.profile.TableProfile;
import io.medallion.profile.ValueCount;
import io.medallion.spec.SilverColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tests readings that were worked out on some of a column's values against what was counted on all of them. Where values
 * turned up that are not read, the column is judged again with them.
 */
final class Refinement {

    private static final int MOST_REFUSED = 500;

    private final Probe probe;
    private final TableProfile profile;

    Refinement(Probe probe, TableProfile profile) {
        this.probe = probe;
        this.profile = profile;
    }

    /** The columns whose readings were worked out on some of their values only. */
    boolean needed() {
        return profile.columns().stream().anyMatch(Refinement::open);
    }

    private static boolean open(ColumnProfile column) {
        return !column.complete() && TypeChoice.of(column).isPresent();
    }

    /**
     * The profile after one round of counting.
     *
     * @param plan drafted on the profile; its columns are what was counted
     * @param last whether what is not read now is left to be refused
     */
    TableProfile refined(SilverPlan plan, PlanRequest request, boolean last) {
        Map<String, ColumnAnswer> counted = new Measuring(plan, request).answers();
        Map<String, ProbeQuestion.Refused> questions = new HashMap<>();
        for (Suggestion<SilverColumn> column : plan.columns()) {
            ColumnAnswer answer = counted.get(column.value().source());
            if (answer != null
                    && answer.refused() > 0
                    && open(profile.column(column.value().source()))) {
                SilverColumn bare = column.value().withChecks(List.of());
                questions.put(column.value().source(), new ProbeQuestion.Refused(bare, MOST_REFUSED));
            }
        }
        ProbeAnswers found = questions.isEmpty() ? ProbeAnswers.none() : probe.ask(questions.values());
        List<ColumnProfile> columns = new ArrayList<>();
        for (ColumnProfile column : profile.columns()) {
            ColumnAnswer answer = counted.get(column.name());
            if (!open(column) || answer == null) {
                columns.add(column);
                continue;
            }
            List<ValueCount> unread = Optional.ofNullable(questions.get(column.name()))
                    .flatMap(found::to)
                    .map(RefusedAnswer::values)
                    .orElse(List.of());
            ColumnProfile judged = judged(column, unread);
            columns.add(
                    last || unread.isEmpty() || sameParse(column, judged) ? measured(column, answer, unread) : judged);
        }
        return new TableProfile(profile.table(), profile.rows(), profile.sampledRows(), columns);
    }

    private static ColumnProfile judged(ColumnProfile column, List<ValueCount> unread) {
        List<ValueCount> all = new ArrayList<>(column.values());
        unread.stream().filter(v -> !all.contains(v)).forEach(all::add);
        return unread.isEmpty() ? column : ColumnProfile.of(column.name(), column.counts(), all, all.size());
    }

    private static boolean sameParse(ColumnProfile before, ColumnProfile after) {
        Optional<Reading> now = after.readings().stream().findFirst();
        return now.isPresent()
                && TypeChoice.of(before)
                        .filter(r -> r.parse().equals(now.get().parse())
                                && r.nullWords().containsAll(now.get().nullWords()))
                        .isPresent();
    }

    /** The column with its chosen reading counted over all rows, and no other reading left. */
    private ColumnProfile measured(ColumnProfile column, ColumnAnswer counted, List<ValueCount> unread) {
        Reading reading = TypeChoice.of(column).orElseThrow();
        Reading exactly = new Reading(
                reading.parse(),
                reading.nullWords(),
                counted.rows() - counted.missing() - counted.refused(),
                counted.missing() - column.nulls() - column.blanks(),
                counted.refused(),
                unread.size(),
                unread.stream().limit(20).toList(),
                reading.proven(),
                reading.remark());
        return new ColumnProfile(
                column.name(),
                column.counts(),
                column.distinct(),
                column.values(),
                column.shapes(),
                column.numbers(),
                List.of(exactly),
                column.nullWords(),
                column.semanticType(),
                column.personal());
    }
}
