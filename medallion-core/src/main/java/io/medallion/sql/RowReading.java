package io.medallion.sql;

import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** The columns of Silver as they are read from somewhere, for those who judge rows. */
interface RowReading {

    /** What the values stand in. */
    Table<?> from();

    /** The final value of a column: NULL where it is missing and stays so, and where it is refused. */
    Field<?> value(int column);

    /** What is built beside a column, by name and in order. */
    Map<String, Field<?>> besides(int column);

    /** Whether there is no value, before any is filled in: the source gave none, or one that counts as none. */
    Condition missing(int column);

    /** Whether the source gave a value that is not taken; no condition for columns that read everything. */
    Condition refused(int column);

    /** Whether the source gave a value whose number cannot be read; no condition for columns that read everything. */
    Condition unreadable(int column);

    /** Whether the source gave a value without a known unit; no condition for columns that name none in the text. */
    Condition unknownUnit(int column);
}
