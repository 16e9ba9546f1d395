package io.medallion.question;

import io.medallion.ColumnType;
import io.medallion.MedallionException;
import io.medallion.expression.Bucketed;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.TimeBucket;
import io.medallion.semantic.ResolvedQuery;
import io.medallion.semantic.SemanticModel;
import io.medallion.semantic.SemanticQuery;
import io.medallion.semantic.SemanticTable;
import io.medallion.spec.Grouping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Combines the meanings of the phrases of one question to whole queries, and keeps those that can be answered. */
final class Readings {

    private static final int MOST_COMBINATIONS = 64;
    private static final int MOST_READINGS = 5;

    private final Draft draft;
    private final Vocabulary vocabulary;
    private final SemanticModel model;

    Readings(Draft draft, Vocabulary vocabulary) {
        this.draft = draft;
        this.vocabulary = vocabulary;
        this.model = vocabulary.model();
    }

    Interpretation interpretation() {
        List<List<Vocabulary.MeasureMeaning>> asked = new ArrayList<>(draft.measures);
        if (asked.isEmpty() && draft.limit != null) {
            asked.add(vocabulary.sums());
        }
        if (asked.isEmpty() || asked.get(0).isEmpty()) {
            throw new UnknownWords("It does not say what to measure.", measureNames());
        }
        Map<ResolvedQuery, Interpretation.Reading> readings = new LinkedHashMap<>();
        String firstProblem = null;
        for (List<Vocabulary.MeasureMeaning> measures : combinations(asked)) {
            for (List<Draft.GroupMeaning> groupings : combinations(draft.groupings)) {
                for (List<Expression> conditions : combinations(draft.conditions)) {
                    try {
                        SemanticQuery query = query(measures, groupings, conditions);
                        ResolvedQuery resolved = model.resolve(query);
                        readings.putIfAbsent(resolved, new Interpretation.Reading(query, describe(resolved)));
                    } catch (MedallionException wrong) {
                        firstProblem =
                                firstProblem == null ? wrong.problems().get(0).toString() : firstProblem;
                    }
                }
            }
        }
        return verdict(meant(readings), firstProblem);
    }

    /** A count that does not say of what is of the rows that have what it is grouped and filtered by. */
    private List<Interpretation.Reading> meant(Map<ResolvedQuery, Interpretation.Reading> readings) {
        int fewest = readings.keySet().stream()
                .mapToInt(query -> query.inputs().size())
                .min()
                .orElse(0);
        return readings.entrySet().stream()
                .filter(r -> !draft.countsUnnamedRows || r.getKey().inputs().size() == fewest)
                .map(Map.Entry::getValue)
                .toList();
    }

    private Interpretation verdict(List<Interpretation.Reading> readings, @Nullable String firstProblem) {
        if (readings.isEmpty()) {
            throw new UnknownWords("It cannot be answered: " + firstProblem, List.of());
        }
        return readings.size() == 1
                ? new Interpretation.Understood(readings.get(0))
                : new Interpretation.Ambiguous(
                        readings.stream().limit(MOST_READINGS).toList());
    }

    private List<String> measureNames() {
        return model.measures()
                .map(m -> m.name())
                .distinct()
                .limit(MOST_READINGS)
                .toList();
    }

    private SemanticQuery query(
            List<Vocabulary.MeasureMeaning> measures, List<Draft.GroupMeaning> groupings, List<Expression> conditions) {
        SemanticQuery query = null;
        for (Vocabulary.MeasureMeaning measure : measures) {
            query = with(query, measure);
        }
        SemanticTable table = model.table(measures.get(0).table()).orElseThrow();
        for (Draft.GroupMeaning meaning : groupings) {
            query = query.by(grouping(meaning, table));
        }
        for (Expression condition : conditions) {
            query = query.where(condition);
        }
        for (Period period : draft.periods) {
            query = query.where(during(period, table));
        }
        return ordered(query, groupings);
    }

    private SemanticQuery with(@Nullable SemanticQuery query, Vocabulary.MeasureMeaning measure) {
        if (measure.own() != null) {
            return query == null ? SemanticQuery.measure(measure.own()) : query.and(measure.own());
        }
        String name = String.valueOf(measure.name());
        return query == null ? SemanticQuery.measure(name) : query.and(name);
    }

    /** A series over time is read from left to right; everything else from the greatest down, as every query is. */
    private SemanticQuery ordered(SemanticQuery query, List<Draft.GroupMeaning> groupings) {
        if (draft.limit != null) {
            SemanticQuery limited = query.limit(draft.limit);
            return draft.smallestFirst ? limited.orderBy(firstMeasure(query)) : limited;
        }
        boolean series = !groupings.isEmpty() && groupings.get(0).grain() != null;
        return series ? query.orderBy(query.groupings().get(0).name()) : query;
    }

    private static String firstMeasure(SemanticQuery query) {
        return query.measures().get(0).name();
    }

    private Grouping grouping(Draft.GroupMeaning meaning, SemanticTable table) {
        ColumnRef column = meaning.column() == null ? timeColumn(table) : meaning.column();
        if (meaning.grain() == null) {
            return new Grouping(column.column(), column);
        }
        String name = column.column() + "_" + meaning.grain().name().toLowerCase(Locale.ROOT);
        return new Grouping(name, new Bucketed(TimeBucket.of(meaning.grain()), column));
    }

    private ColumnRef timeColumn(SemanticTable table) {
        if (table.timeColumns().isEmpty()) {
            throw new UnknownWords("'" + table.table() + "' has no date or time to go by.", List.of());
        }
        return ColumnRef.of(table.table(), table.timeColumns().get(0));
    }

    private Expression during(Period period, SemanticTable table) {
        if (table.timeColumns().isEmpty() && table.input().types().containsKey("year")) {
            Expression years = period.holdsForYear(ColumnRef.of(table.table(), "year"));
            if (years != null) {
                return years;
            }
        }
        ColumnRef column = timeColumn(table);
        ColumnType type = table.input().types().get(column.column());
        return period.holds(column, type);
    }

    private static String describe(ResolvedQuery query) {
        String measures = query.measures().stream()
                .map(m -> m.name() + " = " + m.aggregate().text())
                .collect(Collectors.joining(", "));
        String groupings =
                query.groupings().stream().map(g -> g.expression().text()).collect(Collectors.joining(", "));
        String order = query.limit() == null || query.order().isEmpty()
                ? ""
                : ", the " + (query.order().get(0).descending() ? "greatest " : "smallest ") + query.limit();
        return measures + (groupings.isEmpty() ? "" : " by " + groupings)
                + (query.filter() == null ? "" : " where " + query.filter().text()) + " over the rows of "
                + query.base() + order;
    }

    private static <T> List<List<T>> combinations(List<List<T>> choices) {
        List<List<T>> all = List.of(List.of());
        for (List<T> choice : choices) {
            List<List<T>> longer = new ArrayList<>();
            for (List<T> before : all) {
                for (T one : choice) {
                    List<T> with = new ArrayList<>(before);
                    with.add(one);
                    longer.add(with);
                }
            }
            all = longer.subList(0, Math.min(longer.size(), MOST_COMBINATIONS));
        }
        return all;
    }
}
