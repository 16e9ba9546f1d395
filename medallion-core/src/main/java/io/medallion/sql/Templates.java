package io.medallion.sql;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * SQL that jOOQ does not write, or writes in a way that some database refuses: fixed text with trees in its places. A template
 * is an operand as it stands: a call, or something in parentheses.
 */
final class Templates {

    private Templates() {}

    static Field<Object> field(String template, QueryPart... parts) {
        return DSL.field(template, Object.class, parts);
    }

    static Condition condition(String template, QueryPart... parts) {
        return DSL.condition(template, parts);
    }

    static Field<Object> number(long value) {
        return DSL.field(DSL.raw(Long.toString(value)), Object.class);
    }
}
