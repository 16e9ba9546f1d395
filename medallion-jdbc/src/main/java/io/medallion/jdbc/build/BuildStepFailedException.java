package io.medallion.jdbc.build;

import io.medallion.MedallionException;
import io.medallion.Problem;
import java.util.List;

/** A statement of a build failed, or what it staged does not add up. Nothing was published. */
public final class BuildStepFailedException extends MedallionException {

    private static final long serialVersionUID = 1L;

    private final transient BuildCounts counts;

    BuildStepFailedException(String step, BuildCounts counts, RuntimeException cause) {
        super(problems(step, cause), cause);
        this.counts = counts;
    }

    /** What was counted before it failed. */
    public BuildCounts counts() {
        return counts;
    }

    private static List<Problem> problems(String step, RuntimeException cause) {
        return cause instanceof MedallionException ours
                ? ours.problems()
                : List.of(Problem.at(step, "failed: " + cause + "."));
    }
}
