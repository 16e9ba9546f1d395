package io.medallion.plan;

import io.medallion.MedallionException;
import io.medallion.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plan was made on columns or versions that have changed since. The problems say what moved. */
public final class StalePlanException extends MedallionException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable SilverPlan plan;

    /** What moved, and the plan where it is at hand. */
    public StalePlanException(List<Problem> problems, @Nullable SilverPlan plan) {
        super(problems, null);
        this.plan = plan;
    }

    /** The plan that was refused, where it is at hand. */
    public Optional<SilverPlan> plan() {
        return Optional.ofNullable(plan);
    }
}
