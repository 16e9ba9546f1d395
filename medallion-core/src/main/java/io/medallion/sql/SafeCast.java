package io.medallion.sql;

import io.medallion.ColumnType;
import org.jooq.Field;

/** Text to a type: NULL where the text has no strict form of it. */
final class SafeCast {

    private SafeCast() {}

    static Field<?> of(Field<?> text, ColumnType type, Rendering rendering) {
        return ColumnTypes.cast(text, type, rendering.dialect());
    }
}
