package io.medallion.sql;

import io.medallion.expression.Like;
import io.medallion.expression.Literal;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** LIKE, where nothing escapes unless ESCAPE says so. */
final class LikeSql {

    private static final char ESCAPE = '!';

    private final ExpressionSql expressions;

    LikeSql(ExpressionSql expressions) {
        this.expressions = expressions;
    }

    Condition of(Like like) {
        Field<?> operand = expressions.field(like.operand());
        if (like.pattern() instanceof Literal.Text pattern) {
            return known(like, operand, pattern.value());
        }
        String escape = like.escape();
        Field<?> pattern = expressions.field(like.pattern());
        return escape == null
                ? unescaped(like, operand, pattern)
                : Templates.condition(verb(like) + " escape {2}", operand, pattern, DSL.inline(escape));
    }

    /** DuckDB takes only one byte as escape, the others always have the backslash: a known pattern is written anew. */
    private Condition known(Like like, Field<?> operand, String pattern) {
        int escape = like.escape() == null ? -1 : like.escape().codePointAt(0);
        StringBuilder plain = new StringBuilder();
        boolean escapes = false;
        int[] points = pattern.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            boolean escaped = points[i] == escape && i + 1 < points.length;
            int point = escaped ? points[++i] : points[i];
            boolean wildcard = !escaped && (point == '%' || point == '_');
            if (!wildcard && (point == '%' || point == '_' || point == '\\' || point == ESCAPE)) {
                plain.append(ESCAPE);
                escapes = true;
            }
            plain.appendCodePoint(point);
        }
        Field<?> text = LiteralSql.text(plain.toString(), expressions.dialect());
        return escapes
                ? Templates.condition(verb(like) + " escape '!'", operand, text)
                : Templates.condition(verb(like), operand, text);
    }

    private Condition unescaped(Like like, Field<?> operand, Field<?> pattern) {
        return switch (expressions.dialect()) {
            case DUCKDB -> Templates.condition(verb(like), operand, pattern);
            case POSTGRES -> Templates.condition(verb(like) + " escape ''", operand, pattern);
            case MARIADB, MYSQL ->
                Templates.condition(
                        verb(like) + " escape '!'", operand, Templates.field("replace({0}, '!', '!!')", pattern));
        };
    }

    private static String verb(Like like) {
        return like.negated() ? "{0} not like {1}" : "{0} like {1}";
    }
}
