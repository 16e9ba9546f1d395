package io.medallion.expression;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column by name, with the alias of its table where a query has several. Names are kept exactly as written and compared
 * character by character; {@link Scope} says what they mean.
 *
 * @param table the alias of the table; null when the column is named alone
 * @param column the name of the column, never empty
 */
public record ColumnRef(@Nullable String table, String column) implements Expression {

    public ColumnRef {
        if (table != null) {
            Names.check("table name", table);
        }
        Names.check("column name", column);
    }

    /** The column {@code column}, named alone. */
    public static ColumnRef of(String column) {
        return new ColumnRef(null, column);
    }

    /** The column {@code column} of the table with the alias {@code table}. */
    public static ColumnRef of(String table, String column) {
        return new ColumnRef(table, column);
    }

    /**
     * Reads {@code column}, {@code table.column} or their quoted forms.
     *
     * @throws ExpressionException when the text is anything else
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ColumnRef parse(String text) {
        return new ExpressionParser(text).wholeColumn();
    }

    /** The same column named alone. */
    public ColumnRef unqualified() {
        return of(column);
    }

    /** The same column of the table with the alias {@code alias}. */
    public ColumnRef in(String alias) {
        return of(alias, column);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitColumn(this);
    }

    @Override
    public List<Expression> children() {
        return List.of();
    }

    @Override
    public String toString() {
        return text();
    }
}
