package io.medallion.sql;

import java.util.List;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Words that mean that there is no value. */
final class NullWordsSql {

    private NullWordsSql() {}

    /** The text, NULL where it is one of the words; the text is computed once. */
    static Field<?> withoutWords(Field<?> text, List<String> words, Dialect dialect) {
        Field<?> left = text;
        for (String word : words) {
            left = Templates.field("nullif({0}, {1})", left, LiteralSql.text(word, dialect));
        }
        return left;
    }

    static QueryPart list(List<String> words, Dialect dialect) {
        return DSL.list(
                words.stream().<Field<?>>map(w -> LiteralSql.text(w, dialect)).toList());
    }
}
