package io.medallion.sql;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Regular expressions of our own making, held against a whole text. */
final class ShapeSql {

    private ShapeSql() {}

    /** Whether the whole text has this shape. */
    static Condition whole(Field<?> text, String regex, Dialect dialect) {
        return switch (dialect) {
            case DUCKDB -> Templates.condition("regexp_full_match({0}, {1})", text, written(regex, dialect));
            case POSTGRES -> Templates.condition("{0} ~ {1}", text, written("^(?:" + regex + ")$", dialect));
            case MARIADB, MYSQL ->
                Templates.condition("{0} regexp {1}", text, written("^(?:" + regex + ")\\z", dialect));
        };
    }

    /** The expression as a constant, with every character spelled out that a reader would not see or a file not keep. */
    static Field<String> written(String regex, Dialect dialect) {
        StringBuilder out = new StringBuilder();
        regex.codePoints().forEach(point -> {
            if (point >= ' ' && point < 127) {
                out.appendCodePoint(point);
            } else {
                out.append(
                        switch (dialect) {
                            case DUCKDB, MARIADB, MYSQL -> "\\x{%X}".formatted(point);
                            case POSTGRES -> (point > 0xFFFF ? "\\U%08X" : "\\u%04X").formatted(point);
                        });
            }
        });
        return DSL.inline(out.toString());
    }

    /** The text itself as an expression. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(point -> {
            if ("\\.[]{}()*+?|^$-/#&".indexOf(point) >= 0) {
                out.append('\\');
            }
            out.appendCodePoint(point);
        });
        return out.toString();
    }
}
