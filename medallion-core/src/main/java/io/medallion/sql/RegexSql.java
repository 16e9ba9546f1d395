package io.medallion.sql;

import io.medallion.expression.PortableRegex;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Regular expressions of the portable subset. */
final class RegexSql {

    private RegexSql() {}

    /** Whether the expression matches somewhere in the text. */
    static Condition found(Field<?> text, PortableRegex regex, Dialect dialect) {
        return matching(text, "(?:" + regex.written(end(dialect)) + ")", dialect);
    }

    /** Whether the expression matches the whole text. */
    static Condition whole(Field<?> text, PortableRegex regex, Dialect dialect) {
        return matching(text, "^(?:" + regex.written(end(dialect)) + ")" + end(dialect), dialect);
    }

    private static String end(Dialect dialect) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> "$";
            case MARIADB, MYSQL -> "\\z";
        };
    }

    private static Condition matching(Field<?> text, String pattern, Dialect dialect) {
        return switch (dialect) {
            case DUCKDB -> Templates.condition("regexp_matches({0}, {1})", text, DSL.inline(pattern));
            case POSTGRES -> Templates.condition("{0} ~ {1}", text, DSL.inline(pattern));
            case MARIADB, MYSQL -> Templates.condition("{0} regexp {1}", text, DSL.inline(pattern));
        };
    }
}
