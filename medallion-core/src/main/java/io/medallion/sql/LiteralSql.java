package io.medallion.sql;

import io.medallion.expression.Literal;
import java.math.BigDecimal;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Constants, written into the text. */
final class LiteralSql {

    private LiteralSql() {}

    static Field<?> of(Literal literal, Dialect dialect) {
        return switch (literal.kind()) {
            case TEXT -> text((String) literal.value(), dialect);
            case NUMBER -> number((BigDecimal) literal.value());
            case BOOLEAN -> DSL.inline((Boolean) literal.value());
            case NULL -> DSL.field("null", Object.class);
            case DATE -> Templates.field("date {0}", quoted(literal));
            case TIME -> Templates.field("time {0}", quoted(literal));
            case TIMESTAMP -> Templates.field("timestamp {0}", quoted(literal));
            case TIMESTAMPTZ -> moment(literal, dialect);
        };
    }

    /** A text literal of MariaDB has the collation of the connection, in which 'A' may equal 'a'. */
    static Field<?> text(String value, Dialect dialect) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> DSL.inline(value);
            case MARIADB, MYSQL ->
                Templates.field("(_utf8mb4{0} collate " + ColumnTypes.collation(dialect) + ")", DSL.inline(value));
        };
    }

    /** Never with an exponent, which would make it a DOUBLE. */
    private static Field<?> number(BigDecimal value) {
        String digits = value.toPlainString();
        return DSL.field(DSL.raw(value.signum() < 0 ? "(" + digits + ")" : digits), BigDecimal.class);
    }

    private static Field<?> moment(Literal literal, Dialect dialect) {
        String utc = canonical(literal).replace("Z", "");
        return switch (dialect) {
            case DUCKDB, POSTGRES -> Templates.field("timestamptz {0}", DSL.inline(utc + "+00"));
            case MARIADB, MYSQL -> Templates.field("timestamp {0}", DSL.inline(utc));
        };
    }

    private static Field<?> quoted(Literal literal) {
        return DSL.inline(canonical(literal));
    }

    /** The canonical text of a date or time without its keyword and quotes: these are the same in every database. */
    private static String canonical(Literal literal) {
        String text = literal.text();
        return text.substring(text.indexOf('\'') + 1, text.length() - 1);
    }
}
