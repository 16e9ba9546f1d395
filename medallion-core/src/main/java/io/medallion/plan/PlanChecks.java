package io.medallion.plan;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.NearestName;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.TableCheck;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What makes the suggestions of one plan consistent: ids, names, and checks that have a column. */
final class PlanChecks {

    /** The origin of a column nobody suggested anything for. */
    static final String UNPLANNED = "default";

    private PlanChecks() {}

    /** The suggestions with an untouched text column for every Bronze column they leave out, in the order of Bronze. */
    static List<Suggestion<SilverColumn>> completed(PlanBase base, List<Suggestion<SilverColumn>> columns) {
        List<Problem> problems = new ArrayList<>();
        for (Suggestion<SilverColumn> column : columns) {
            for (String source : column.value().sources()) {
                if (!base.columns().contains(source)) {
                    problems.add(Problem.at("column '" + source + "'", "is not in Bronze.")
                            .advise(nearest(source, base.columns())));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new MedallionException(problems, null);
        }
        Set<String> planned = new HashSet<>();
        columns.forEach(c -> planned.add(c.value().source()));
        Set<String> names = columns.stream().map(c -> folded(c.value().name())).collect(Collectors.toSet());
        Map<String, String> plain = ColumnNaming.of(base.columns());
        List<Suggestion<SilverColumn>> all = new ArrayList<>();
        for (String source : base.columns()) {
            columns.stream().filter(c -> c.value().source().equals(source)).forEach(all::add);
            if (!planned.contains(source)) {
                SilverColumn untouched = SilverColumn.column(source).named(free(plain.get(source), names));
                all.add(Suggestion.of(untouched, 0, "Nothing was suggested; it stays text.")
                        .from(UNPLANNED));
            }
        }
        columns.stream()
                .filter(c -> !base.columns().contains(c.value().source()))
                .forEach(all::add);
        return all;
    }

    /** The name, or the first of {@code name_2}, {@code name_3}, ... that is free; it is taken then. */
    static String free(String name, Set<String> taken) {
        String candidate = name;
        for (int n = 2; !taken.add(folded(candidate)); n++) {
            candidate = name + "_" + n;
        }
        return candidate;
    }

    static List<Suggestion<SilverColumn>> columns(String table, List<Suggestion<SilverColumn>> columns) {
        Set<String> ids = new HashSet<>();
        List<Problem> problems = new ArrayList<>();
        List<Suggestion<SilverColumn>> checked = new ArrayList<>();
        for (Suggestion<SilverColumn> column : columns) {
            String id = column.id().isEmpty() ? "column:" + column.proposed().name() : column.id();
            if (!id.startsWith("column:") || !ids.add(folded(id))) {
                problems.add(
                        Problem.at("plan of '" + table + "': id '" + id + "'", "stands for two columns or for none.")
                                .advise("Give each column a name of its own."));
            }
            checked.add(column.withId(id));
        }
        refuse(problems);
        return List.copyOf(checked);
    }

    static List<Suggestion<ColumnCheck>> checks(
            String table, List<Suggestion<ColumnCheck>> checks, List<Suggestion<SilverColumn>> columns) {
        List<String> names = columns.stream().map(PlanChecks::reference).toList();
        Set<String> ids = new HashSet<>();
        List<Problem> problems = new ArrayList<>();
        List<Suggestion<ColumnCheck>> checked = new ArrayList<>();
        for (Suggestion<ColumnCheck> check : checks) {
            String column = check.value().column();
            if (column != null && !names.contains(column)) {
                problems.add(
                        Problem.at("plan of '" + table + "': check of '" + column + "'", "is of no planned column.")
                                .advise(nearest(column, names)));
            }
            String id = check.id().isEmpty() ? check.proposed().id() : check.id();
            checked.add(check.withId(free(id, ids)));
        }
        refuse(problems);
        return List.copyOf(checked);
    }

    /** The name by which checks, key and deduplication refer to a column whatever it is renamed to. */
    static String reference(Suggestion<SilverColumn> column) {
        return column.id().substring("column:".length());
    }

    static Set<String> known(String table, Collection<? extends Suggestion<?>> suggestions, String... ids) {
        List<String> known = suggestions.stream().map(Suggestion::id).toList();
        List<Problem> problems = new ArrayList<>();
        Set<String> chosen = new LinkedHashSet<>();
        for (String id : ids) {
            if (!known.contains(id)) {
                problems.add(Problem.at("plan of '" + table + "': '" + id + "'", "is no suggestion.")
                        .advise(nearest(id, known)));
            }
            chosen.add(id);
        }
        refuse(problems);
        return chosen;
    }

    static List<Suggestion<ColumnTreatment>> treatments(
            String table, List<Suggestion<ColumnTreatment>> treatments, List<Suggestion<SilverColumn>> columns) {
        List<String> names = columns.stream().map(PlanChecks::reference).toList();
        Set<String> ids = new HashSet<>();
        List<Problem> problems = new ArrayList<>();
        List<Suggestion<ColumnTreatment>> checked = new ArrayList<>();
        for (Suggestion<ColumnTreatment> treatment : treatments) {
            String column = treatment.value().column();
            if (!names.contains(column)) {
                problems.add(
                        Problem.at("plan of '" + table + "': treatment of '" + column + "'", "is of no planned column.")
                                .advise(nearest(column, names)));
            }
            String id = treatment.id().isEmpty() ? treatment.proposed().id() : treatment.id();
            checked.add(treatment.withId(free(id, ids)));
        }
        refuse(problems);
        return List.copyOf(checked);
    }

    /** With ids: {@code table:row-count}. */
    static List<Suggestion<TableCheck>> tableChecks(List<Suggestion<TableCheck>> checks) {
        Set<String> ids = new HashSet<>();
        return checks.stream()
                .map(c ->
                        c.withId(free(c.id().isEmpty() ? "table:" + c.proposed().kind() : c.id(), ids)))
                .toList();
    }

    /** The parts after an edit of one column: checks and treatments it no longer suits are rejected. */
    static PlanParts stillFitting(String id, PlanParts parts) {
        Suggestion<SilverColumn> edited = parts.columns().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
        String reference = reference(edited);
        return parts.withChecks(parts.checks().stream()
                        .map(c -> reference.equals(c.value().column()) && !fits(edited.value(), c.value())
                                ? c.rejected()
                                : c)
                        .toList())
                .withTreatments(parts.treatments().stream()
                        .map(t -> reference.equals(t.value().column()) && !fits(edited.value(), t.value())
                                ? t.rejected()
                                : t)
                        .toList());
    }

    /** Whether a column can be treated so: texts are replaced in text only. */
    static boolean fits(SilverColumn column, ColumnTreatment treatment) {
        try {
            treatment.applied(column);
            return true;
        } catch (MedallionException unsuited) {
            return false;
        }
    }

    /** Whether a column can have a check: a pattern needs text, a bound a value of its own type. */
    static boolean fits(SilverColumn column, ColumnCheck check) {
        try {
            column.check(check.check());
            return true;
        } catch (MedallionException unsuited) {
            return false;
        }
    }

    static String nearest(String name, Collection<String> known) {
        return NearestName.of(name, known)
                .map(near -> "Did you mean '" + near + "'?")
                .orElse("");
    }

    static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new MedallionException(problems, null);
        }
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
