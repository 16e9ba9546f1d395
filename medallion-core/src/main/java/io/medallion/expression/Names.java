package io.medallion.expression;

import io.medallion.Problem;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How names and text are written in canonical text, and which strings cannot be written at all. */
final class Names {

    /** Words that only the grammar may use bare; those of whole queries are kept free for them. */
    private static final Set<String> RESERVED = Set.of(
            "ALL",
            "AND",
            "ANY",
            "AS",
            "BETWEEN",
            "BY",
            "CASE",
            "CAST",
            "CROSS",
            "DISTINCT",
            "ELSE",
            "END",
            "ESCAPE",
            "EXCEPT",
            "EXISTS",
            "FALSE",
            "FETCH",
            "FILTER",
            "FOR",
            "FROM",
            "FULL",
            "GROUP",
            "HAVING",
            "IN",
            "INNER",
            "INTERSECT",
            "INTO",
            "IS",
            "JOIN",
            "LATERAL",
            "LIKE",
            "LIMIT",
            "NATURAL",
            "NOT",
            "NULL",
            "OFFSET",
            "ON",
            "OR",
            "ORDER",
            "OUTER",
            "OVER",
            "QUALIFY",
            "SELECT",
            "SOME",
            "THEN",
            "TRUE",
            "TRY_CAST",
            "UNION",
            "USING",
            "WHEN",
            "WHERE",
            "WINDOW",
            "WITH");

    private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Names() {}

    static boolean isReserved(String word) {
        return RESERVED.contains(word.toUpperCase(Locale.ROOT));
    }

    static String quotedWhereNeeded(String name) {
        boolean bare = BARE.matcher(name).matches() && !isReserved(name);
        return bare ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    static String textLiteral(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static void check(String what, String name) {
        if (name.isEmpty()) {
            throw new ExpressionException(Problem.at(what, "is empty."));
        }
        if (!isWritable(name)) {
            throw new ExpressionException(
                    Problem.at(what, "holds a NUL character or half a surrogate pair, which no database keeps."));
        }
    }

    /** No supported database keeps NUL, and half a surrogate pair has no UTF-8 form. */
    static boolean isWritable(String value) {
        return value.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
    }
}
