package io.medallion.semantic;

import io.medallion.MedallionException;
import io.medallion.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong under one subject, then reports it at once. */
final class ModelProblems {

    private final String subject;
    private final List<Problem> problems = new ArrayList<>();

    ModelProblems(String subject) {
        this.subject = subject;
    }

    void add(String where, String message, String advice) {
        problems.add(new Problem(subject + ": " + where, message, advice));
    }

    /** Runs a step that may throw problems of its own and keeps them, under {@code where}. */
    void collect(String where, Runnable step) {
        try {
            step.run();
        } catch (MedallionException found) {
            found.problems()
                    .forEach(p -> add(where.isEmpty() ? p.path() : where + ": " + p.path(), p.message(), p.advice()));
        }
    }

    boolean none() {
        return problems.isEmpty();
    }

    void done() {
        if (!problems.isEmpty()) {
            throw new MedallionException(problems.stream().distinct().toList(), null);
        }
    }
}
