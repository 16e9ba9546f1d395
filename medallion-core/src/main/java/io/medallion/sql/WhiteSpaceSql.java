package io.medallion.sql;

import org.jooq.Field;

/**
 * Surrounding white space: every character with the Unicode property White_Space, and U+FEFF, which files begin with. Written
 * out, because what a database takes for white space is its own.
 */
final class WhiteSpaceSql {

    private static final String CLASS = "[\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]";

    private WhiteSpaceSql() {}

    /** The text without white space at its ends. Text that begins and ends with visible ASCII is known to have none. */
    static Field<Object> stripped(Field<?> text, Dialect dialect) {
        String template =
                switch (dialect) {
                    case DUCKDB ->
                        "case when {0} >= '!' and {0} < chr(127) and right({0}, 1) between '!' and '~' then {0}"
                                + " else regexp_replace({0}, {1}, '', 'g') end";
                    case POSTGRES ->
                        "case when left({0}, 1) collate \"C\" between '!' and '~'"
                                + " and right({0}, 1) collate \"C\" between '!' and '~' then {0}"
                                + " else regexp_replace({0}, {1}, '', 'g') end";
                    case MARIADB ->
                        "case when left({0}, 1) between '!' and '~' and right({0}, 1) between '!' and '~' then {0}"
                                + " else regexp_replace({0}, {1}, '') end";
                    case MYSQL ->
                        "case when left({0}, 1) between '!' and '~' and right({0}, 1) between '!' and '~' then {0}"
                                + " else reverse(regexp_replace(reverse(regexp_replace({0}, {1}, '')), {1}, '')) end";
                };
        String regex =
                switch (dialect) {
                    case DUCKDB, POSTGRES -> "^" + CLASS + "+|" + CLASS + "+$";
                    case MARIADB -> "^" + CLASS + "+|" + CLASS + "+\\z";
                    // a search in long text meets the limit of steps, a look at its beginning does not
                    case MYSQL -> "^" + CLASS + "+";
                };
        return Templates.field(template, text, ShapeSql.written(regex, dialect));
    }
}
