package io.medallion.jdbc.build;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.sql.SqlScript;
import java.util.List;

/** A statement of a build failed, or what it staged does not add up. Nothing was published. */
public final class BuildStepFailedException extends MedallionException {

    private static final long serialVersionUID = 1L;

    private final transient BuildCounts counts;
    private final transient SqlScript script;

    BuildStepFailedException(String step, BuildCounts counts, SqlScript script, RuntimeException cause) {
        super(problems(step, cause), cause);
        this.counts = counts;
        this.script = script;
    }

    /** What was counted before it failed. */
    public BuildCounts counts() {
        return counts;
    }

    /** The script of which a statement failed. */
    public SqlScript script() {
        return script;
    }

    private static List<Problem> problems(String step, RuntimeException cause) {
        return cause instanceof MedallionException ours
                ? ours.problems()
                : List.of(Problem.at(step, "failed: " + cause + "."));
    }
}
