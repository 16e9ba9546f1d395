package io.medallion.jdbc.load;

import io.medallion.MedallionException;
import io.medallion.Problem;

/** A load that must not take place, or whose result was wrong; nothing of it is kept. */
public final class LoadException extends MedallionException {

    private static final long serialVersionUID = 1L;

    LoadException(Problem problem) {
        super(problem);
    }
}
