package io.medallion.jdbc.load;

import io.medallion.MedallionException;
import io.medallion.Problem;
import java.util.List;

/** A load that must not take place, or whose result was wrong; nothing of it is kept. */
public final class LoadException extends MedallionException {

    private static final long serialVersionUID = 1L;

    LoadException(Problem problem) {
        super(problem);
    }

    LoadException(List<Problem> problems) {
        super(problems, null);
    }
}
