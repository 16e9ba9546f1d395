package io.medallion.jdbc;

import io.medallion.MedallionException;
import io.medallion.Problem;

/** Another thread or process writes to the pipeline, and still did when the time to wait was over. */
public final class PipelineBusyException extends MedallionException {

    private static final long serialVersionUID = 1L;

    private final String owner;

    PipelineBusyException(String pipeline, String owner) {
        super(new Problem(
                "pipeline '" + pipeline + "'",
                "is being written by " + owner + ".",
                "Try again later, or wait longer with Medallion.builder().waitWhenBusy(..)."));
        this.owner = owner;
    }

    /** Who writes: the process and thread where that is known. */
    public String owner() {
        return owner;
    }
}
