package io.medallion.plan;

import io.medallion.CallContext;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a planner is told besides the data.
 *
 * @param call on whose behalf, until when
 * @param throughBatch the sequence number of the last Bronze batch in force, 0 for none
 * @param silverVersion the version of the Silver spec in force, 0 when none was built
 * @param today the current date, by which two-digit years are read; null when it is not known
 */
public record PlanContext(CallContext call, long throughBatch, int silverVersion, @Nullable LocalDate today) {

    /** The default call context, no batch, nothing built, no date. */
    public static final PlanContext DEFAULT = new PlanContext(CallContext.DEFAULT, 0, 0, null);

    public PlanContext {
        Objects.requireNonNull(call, "call");
    }
}
