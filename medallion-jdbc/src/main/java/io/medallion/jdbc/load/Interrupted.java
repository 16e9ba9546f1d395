package io.medallion.jdbc.load;

import io.medallion.Problem;

/** A load whose thread was interrupted. */
final class Interrupted {

    private Interrupted() {}

    static LoadException during(Target target) {
        return new LoadException(
                new Problem("load of '" + target.spec().table() + "'", "was interrupted.", "Nothing of it is kept."));
    }
}
