package io.medallion.semantic;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.spec.Relationship;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How tables are found from one another along relationships, many rows to one. */
final class TablePaths {

    private static final int ENOUGH_TO_BE_AMBIGUOUS = 2;

    private final List<Relationship> relationships;

    TablePaths(Collection<Relationship> relationships) {
        this.relationships = List.copyOf(relationships);
    }

    boolean reaches(String from, String to) {
        return reachable(from).contains(to);
    }

    private Set<String> reachable(String from) {
        Set<String> seen = new LinkedHashSet<>(List.of(from));
        List<String> open = new ArrayList<>(seen);
        while (!open.isEmpty()) {
            String table = open.remove(open.size() - 1);
            relationships.stream()
                    .filter(r -> r.fromTable().equals(table) && seen.add(r.toTable()))
                    .forEach(r -> open.add(r.toTable()));
        }
        return seen;
    }

    /** The joins that find every target from {@code base}, in an order in which they can be made. */
    List<Relationship> joins(String base, Collection<String> targets, ModelProblems problems) {
        Set<Relationship> joins = new LinkedHashSet<>();
        for (String target : targets) {
            problems.collect("", () -> joins.addAll(path(base, target)));
        }
        return List.copyOf(joins);
    }

    private List<Relationship> path(String base, String target) {
        if (base.equals(target)) {
            return List.of();
        }
        List<List<Relationship>> found = new ArrayList<>();
        walk(base, target, new ArrayList<>(), new HashSet<>(Set.of(base)), found);
        if (found.isEmpty()) {
            throw new MedallionException(
                    Problem.at("table '" + target + "'", "cannot be reached from '" + base + "', many rows to one.")
                            .advise("Declare how they belong together: manyToOne(\"" + base + ".<column>\", \"" + target
                                    + ".<key>\")."));
        }
        if (found.size() > 1) {
            throw new MedallionException(
                    Problem.at("table '" + target + "'", "can be reached from '" + base + "' in several ways.")
                            .advise("Keep one of " + describe(found.get(0)) + " and " + describe(found.get(1)) + "."));
        }
        return found.get(0);
    }

    private void walk(
            String at, String target, List<Relationship> steps, Set<String> visited, List<List<Relationship>> found) {
        for (Relationship step : relationships) {
            boolean useful = step.fromTable().equals(at) && reaches(step.toTable(), target);
            if (useful && found.size() < ENOUGH_TO_BE_AMBIGUOUS && visited.add(step.toTable())) {
                steps.add(step);
                if (step.toTable().equals(target)) {
                    found.add(List.copyOf(steps));
                } else {
                    walk(step.toTable(), target, steps, visited, found);
                }
                steps.remove(steps.size() - 1);
                visited.remove(step.toTable());
            }
        }
    }

    private static String describe(List<Relationship> path) {
        return String.join(
                " then ", path.stream().map(r -> r.from() + " to " + r.to()).toList());
    }
}
