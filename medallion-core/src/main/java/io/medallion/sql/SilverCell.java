package io.medallion.sql;

import org.jooq.Condition;
import org.jooq.Field;

/** One Silver column while Bronze is read step by step: each kind names in every step what its later steps need. */
sealed interface SilverCell permits TextCell, TypedCell, FastCell, UnitCell, ComputedCell, LenientCell {

    /** How many steps reading takes; a step in which no column has anything to do costs nothing. */
    int STEPS = 7;

    /** Names what is needed after a step, 0 to {@link #STEPS} - 1. */
    void step(int step);

    /** After the last step: the final value, NULL where it is missing and stays so, and where it is refused. */
    Field<?> value();

    /** After the last step: whether there is no value, before any is filled in. */
    Condition missing();

    /** After the last step: whether the source gave a value that cannot be read; no condition where everything can. */
    Condition refused();
}
