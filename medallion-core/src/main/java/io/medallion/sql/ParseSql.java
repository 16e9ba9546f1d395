package io.medallion.sql;

import io.medallion.spec.Parse;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * How text becomes a typed value, as up to three steps that can be nested queries: what an outer step reads is computed once.
 * The same steps, written into one another, are the safe cast of expressions.
 *
 * <p>A value is NULL exactly where the text is NULL or does not have the form demanded. The form is tested first and the cast
 * only sees what passes; it never decides, because each database casts more than it should, and different things.
 */
interface ParseSql {

    /** The steps for a kind of parse other than an expression, which does not begin with one text. */
    static ParseSql of(Parse parse, Rendering rendering) {
        return parse.accept(new ParseSteps(rendering));
    }

    /**
     * The value of a text that is written in the usual way, told by a test that costs little, and NULL of any other; null where no
     * such way is known or where the steps cost no more.
     */
    default @Nullable Field<?> fast(Field<?> text) {
        return null;
    }

    /** First: the text where it has the shape, or its parts; one field for each way of writing that is accepted. */
    default List<Field<?>> shaped(Field<?> text) {
        return List.of(text);
    }

    /** Second: each of them in the one way the cast reads. */
    default List<Field<?>> arranged(List<Field<?>> shaped) {
        return shaped;
    }

    /** Last: the value. */
    Field<?> value(List<Field<?>> arranged);

    /** All steps in one expression. */
    default Field<?> inOneGo(Field<?> text) {
        return value(arranged(shaped(text)));
    }
}
