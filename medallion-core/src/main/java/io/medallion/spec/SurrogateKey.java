package io.medallion.spec;

import io.medallion.ColumnType;
import io.medallion.expression.Call;
import io.medallion.expression.Expression;
import io.medallion.expression.Literal;
import io.medallion.expression.ScalarFunction;
import io.medallion.expression.TryCast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A key computed from others: 32 lower-case hexadecimal digits, the same on every database, whatever was loaded before.
 *
 * <p>It is the MD5 of the parts in canonical form, that of {@code _row_hash}: for each part in the order given the number of code
 * points of its text, or -1 where it is missing, then {@code :} and the text. Typed parts have the text of {@code CAST(.. AS
 * TEXT)}: {@code 7}, {@code 7.50}, {@code true}, {@code 2024-12-31}. A missing part is a part like any other, so the key is never
 * NULL, and {@code ('a', NULL)} differs from {@code ('a', '')} and from {@code (NULL, 'a')}.
 *
 * <pre>{@code
 * ('crm', 7)      ->   md5('3:crm1:7')
 * ('crm', NULL)   ->   md5('3:crm-1:')
 * }</pre>
 */
public final class SurrogateKey {

    private SurrogateKey() {}

    /** The key of these parts, at least one. */
    public static Expression of(Expression first, Expression... further) {
        List<Expression> parts = new ArrayList<>(List.of(first));
        parts.addAll(Arrays.asList(further));
        return of(parts);
    }

    /** The key of these parts, at least one. */
    static Expression of(List<Expression> parts) {
        List<Expression> canonical = new ArrayList<>();
        for (Expression part : parts) {
            Expression text = new TryCast(part, ColumnType.TEXT);
            Expression length = new TryCast(Call.of(ScalarFunction.LENGTH, text), ColumnType.TEXT);
            canonical.add(Call.of(ScalarFunction.COALESCE, length, Literal.of("-1")));
            canonical.add(Literal.of(":"));
            canonical.add(text);
        }
        return Call.of(ScalarFunction.MD5, Call.of(ScalarFunction.CONCAT, canonical.toArray(Expression[]::new)));
    }
}
