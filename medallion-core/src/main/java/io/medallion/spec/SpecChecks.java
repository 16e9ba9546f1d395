package io.medallion.spec;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with one spec, then reports it at once. */
final class SpecChecks {

    private static final int LONGEST_NAME = 1_000;

    private final String subject;
    private final List<Problem> problems = new ArrayList<>();

    SpecChecks(String subject) {
        this.subject = subject;
    }

    void format(int format) {
        if (format != LayerSpec.FORMAT) {
            problem("format " + format, "is not readable by this release.")
                    .accept("This release reads format " + LayerSpec.FORMAT + ".");
        }
    }

    String name(String what, @Nullable String name) {
        if (name == null || name.isBlank()) {
            problem(what, "has no name.").accept("Give it a name that is not blank.");
            return "";
        }
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(c -> c == 0)) {
            problem(what, "has a name that is too long or holds a NUL character.")
                    .accept("Shorten it.");
        }
        return name;
    }

    List<String> names(String what, @Nullable List<String> names) {
        if (names == null) {
            problem(what, "are missing.").accept("State them as a list.");
            return List.of();
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            String checked = name(what, name);
            if (!checked.isEmpty() && !seen.add(checked.toLowerCase(Locale.ROOT))) {
                problem(what, "name '" + checked + "' twice (case does not tell names apart).")
                        .accept("Rename one of them.");
            }
        }
        return List.copyOf(names.stream().filter(n -> n != null).toList());
    }

    /** Reports a name that is not among the known ones, with the nearest. */
    void known(String what, String name, Collection<String> known) {
        if (!known.contains(name)) {
            problem(what + " '" + name + "'", "is not a column.").accept(nearest(name, known));
        }
    }

    static String nearest(String name, Collection<String> known) {
        return NearestName.of(name, known)
                .map(near -> "Did you mean '" + near + "'?")
                .orElse(known.isEmpty() ? "" : "Columns: " + abbreviated(known) + ".");
    }

    void report(Problem problem) {
        problems.add(new Problem(subject + ": " + problem.path(), problem.message(), problem.advice()));
    }

    /** Runs a step that may find problems of its own and adds them. */
    void collect(Runnable step) {
        try {
            step.run();
        } catch (MedallionException found) {
            found.problems().forEach(this::report);
        }
    }

    /** Reports a problem; the consumer returned takes its advice. */
    Consumer<String> problem(String where, String message) {
        int index = problems.size();
        problems.add(Problem.at(subject + ": " + where, message));
        return advice -> problems.set(index, problems.get(index).advise(advice));
    }

    void done() {
        if (!problems.isEmpty()) {
            throw new MedallionException(problems, null);
        }
    }

    private static String abbreviated(Collection<String> names) {
        List<String> first = names.stream().limit(10).toList();
        return String.join(", ", first) + (names.size() > first.size() ? ", ..." : "");
    }
}
