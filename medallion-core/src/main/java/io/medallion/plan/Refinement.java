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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tests readings that were worked out on some of a column's values against all of them. Where values turn up that are not
 * read, the column is judged again with them, until nothing new turns up.
 */
final class Refinement {

    private static final int ROUNDS = 4;
    private static final int MOST_REFUSED = 500;

    private final Probe probe;
    private final boolean exact;

    Refinement(Probe probe, boolean exact) {
        this.probe = probe;
        this.exact = exact;
    }

    TableProfile refined(TableProfile profile) {
        Map<String, ColumnProfile> columns = new LinkedHashMap<>();
        profile.columns().forEach(c -> columns.put(c.name(), c));
        List<ColumnProfile> open =
                profile.columns().stream().filter(c -> !c.complete()).toList();
        for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
            open = round(open, columns, round == ROUNDS - 1);
        }
        return new TableProfile(profile.table(), profile.rows(), profile.sampledRows(), List.copyOf(columns.values()));
    }

    /** Tests the best reading of each column and gives the columns that have to be tested again. */
    private List<ColumnProfile> round(List<ColumnProfile> open, Map<String, ColumnProfile> columns, boolean last) {
        Map<String, ProbeQuestion.Column> counts = new HashMap<>();
        Map<String, ProbeQuestion.Refused> values = new HashMap<>();
        for (ColumnProfile column : open) {
            TypeChoice.of(column).ifPresent(reading -> {
                SilverColumn read = read(column, reading);
                counts.put(column.name(), new ProbeQuestion.Column(read));
                values.put(column.name(), new ProbeQuestion.Refused(read, MOST_REFUSED));
            });
        }
        List<ProbeQuestion<?>> questions = new ArrayList<>(counts.values());
        ProbeAnswers answers = questions.isEmpty() ? ProbeAnswers.none() : probe.ask(questions);
        List<ProbeQuestion<?>> refused = values.entrySet().stream()
                .filter(e -> answers.to(counts.get(e.getKey()))
                        .filter(a -> a.refused() > 0)
                        .isPresent())
                .<ProbeQuestion<?>>map(Map.Entry::getValue)
                .toList();
        ProbeAnswers found = refused.isEmpty() ? ProbeAnswers.none() : probe.ask(refused);
        List<ColumnProfile> again = new ArrayList<>();
        for (ColumnProfile column : open) {
            if (!counts.containsKey(column.name())) {
                continue;
            }
            Optional<ColumnAnswer> counted = answers.to(counts.get(column.name()));
            List<ValueCount> unread = found.to(values.get(column.name()))
                    .map(RefusedAnswer::values)
                    .orElse(List.of());
            ColumnProfile judged = judged(column, unread);
            if (counted.isPresent() && (last || unread.isEmpty() || sameParse(column, judged))) {
                columns.put(column.name(), measured(column, counted.get(), unread));
            } else if (counted.isPresent()) {
                columns.put(column.name(), judged);
                again.add(judged);
            }
        }
        return again;
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
                exact ? column.distinct() : column.examined(),
                column.values(),
                column.shapes(),
                column.numbers(),
                List.of(exactly),
                column.nullWords(),
                column.semanticType(),
                column.personal());
    }

    private static SilverColumn read(ColumnProfile column, Reading reading) {
        return SilverColumn.column(column.name())
                .as(reading.parse())
                .nullWords(reading.nullWords().toArray(String[]::new));
    }
}
