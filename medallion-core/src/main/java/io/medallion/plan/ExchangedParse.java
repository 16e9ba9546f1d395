package io.medallion.plan;

import io.medallion.ColumnType;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.Cast;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.TryCast;
import io.medallion.spec.BooleanParse;
import io.medallion.spec.DecimalParse;
import io.medallion.spec.DoubleParse;
import io.medallion.spec.ExpressionParse;
import io.medallion.spec.IntegerParse;
import io.medallion.spec.NumberFormat;
import io.medallion.spec.Parse;
import io.medallion.spec.SilverColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parse as the pair of type and cast expression that hosts and models exchange. */
final class ExchangedParse {

    private ExchangedParse() {}

    /** The expression that says the same as the column's parse, or null where only the exact spec says it. */
    static @Nullable String expression(SilverColumn column) {
        Parse parse = column.parse();
        if (parse instanceof ExpressionParse computed) {
            return computed.expression().text();
        }
        Expression source = ColumnRef.of(column.source());
        if (parse.equals(Parse.text())) {
            return source.text();
        }
        return parse.equals(plain(parse.type())) ? new Cast(source, parse.type()).text() : null;
    }

    /** What type and expression mean: a plain cast of the column itself is read strictly, like the library's own. */
    static Parse parse(String source, @Nullable ColumnType type, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return plain(type == null ? ColumnType.TEXT : type);
        }
        Expression expression = Expression.parse(text);
        if (isColumn(expression, source)) {
            return plain(type == null ? ColumnType.TEXT : type);
        }
        Expression inner = null;
        ColumnType cast = null;
        if (expression instanceof Cast plain) {
            inner = plain.operand();
            cast = plain.type();
        } else if (expression instanceof TryCast plain) {
            inner = plain.operand();
            cast = plain.type();
        }
        boolean ofColumn = inner != null && isColumn(inner, source);
        if (ofColumn && (type == null || type.equals(cast))) {
            return plain(cast);
        }
        if (type == null && cast == null) {
            throw new MedallionException(
                    Problem.at("target_type", "is missing.").advise("State the type of the expression."));
        }
        return new ExpressionParse(expression, type == null ? cast : type);
    }

    private static boolean isColumn(Expression expression, String source) {
        return expression instanceof ColumnRef column && column.column().equals(source);
    }

    private static Parse plain(ColumnType type) {
        return switch (type.kind()) {
            case TEXT -> Parse.text();
            case INTEGER -> Parse.integer();
            case BIGINT -> new IntegerParse(ColumnType.BIGINT, NumberFormat.PLAIN);
            case DECIMAL -> new DecimalParse(type.precision(), type.scale(), NumberFormat.PLAIN);
            case DOUBLE -> new DoubleParse(NumberFormat.PLAIN);
            case BOOLEAN -> new BooleanParse(List.of("true"), List.of("false"));
            case DATE -> Parse.date("yyyy-MM-dd");
            case TIME -> Parse.time("HH:mm:ss");
            case TIMESTAMP -> Parse.timestamp("yyyy-MM-dd HH:mm:ss");
            case TIMESTAMPTZ -> Parse.timestamp("yyyy-MM-dd'T'HH:mm:ssXXX");
            case JSON ->
                throw new MedallionException(Problem.at("target_type", "JSON cannot be read from text yet.")
                        .advise("Use TEXT."));
        };
    }
}
