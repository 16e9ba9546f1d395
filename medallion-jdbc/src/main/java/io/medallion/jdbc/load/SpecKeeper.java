package io.medallion.jdbc.load;

import io.medallion.jdbc.store.Session;
import io.medallion.spec.BronzeSpec;

/** Records what a table has become, in the transaction of the load: rows and spec hold together or not at all. */
@FunctionalInterface
public interface SpecKeeper {

    /** Records nothing. */
    SpecKeeper NONE = (session, spec) -> {};

    /** The load is about to commit; {@code spec} is that of the table from then on. */
    void keep(Session session, BronzeSpec spec);
}
