package io.medallion.sql;

import io.medallion.expression.Call;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.ScalarFunction;
import io.medallion.spec.BooleanParse;
import java.util.List;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Words for true and false, in any case. */
final class BooleanParseSql implements ParseSql {

    private final BooleanParse parse;
    private final Rendering rendering;

    BooleanParseSql(BooleanParse parse, Rendering rendering) {
        this.parse = parse;
        this.rendering = rendering;
    }

    @Override
    public @Nullable Field<?> fast(Field<?> text) {
        return switch (rendering.dialect()) {
            case DUCKDB -> null;
            case POSTGRES, MARIADB, MYSQL -> value(List.of(text));
        };
    }

    @Override
    public List<Field<?>> arranged(List<Field<?>> shaped) {
        ExpressionSql expressions = new ExpressionSql(rendering, column -> shaped.get(0));
        return List.of(expressions.field(Call.of(ScalarFunction.LOWER, ColumnRef.of("text"))));
    }

    @Override
    public Field<?> value(List<Field<?>> arranged) {
        return Templates.field(
                "case when {0} in ({1}) then true when {0} in ({2}) then false end",
                arranged.get(0), words(parse.yes()), words(parse.no()));
    }

    private QueryPart words(List<String> words) {
        return DSL.list(words.stream()
                .<Field<?>>map(word -> LiteralSql.text(word, rendering.dialect()))
                .toList());
    }
}
