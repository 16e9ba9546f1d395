package io.medallion.sql;

import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** One Silver column while Bronze is read step by step: each kind names in every step what its later steps need. */
sealed interface SilverCell permits TextCell, TypedCell, FastCell, UnitCell, ComputedCell, LenientCell {

    /** How many steps reading takes; a step in which no column has anything to do costs nothing. */
    int STEPS = 7;

    /**
     * A value as one expression over Bronze, cheaper than the steps where it is computed once.
     *
     * @param value the final value, or NULL
     * @param expected a condition: whether NULL says that the steps have to tell what it is; null where NULL is always final
     */
    record AtOnce(Field<?> value, @Nullable Condition expected) {}

    /** The value without steps, where most rows need none. */
    default Optional<AtOnce> atOnce() {
        return Optional.empty();
    }

    /** Names what is needed after a step, 0 to {@link #STEPS} - 1. */
    void step(int step);

    /** After the last step: the final value, NULL where it is missing and stays so, and where it is refused. */
    Field<?> value();

    /** After the last step: whether there is no value, before any is filled in. */
    Condition missing();

    /** After the last step: whether the source gave a value that cannot be read; no condition where everything can. */
    Condition refused();
}
