package io.medallion.expression;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.medallion.ColumnType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A value computed from the columns of a row (or, with an {@link AggregateCall}, of many rows): an immutable tree.
 *
 * <p>The grammar, loosest first: {@code OR}; {@code AND}; {@code NOT}; one predicate ({@code = <> < <= > >=},
 * {@code [NOT] BETWEEN}, {@code [NOT] IN}, {@code [NOT] LIKE}, {@code IS [NOT] NULL}, {@code IS [NOT] DISTINCT FROM}),
 * which does not chain; {@code ||}; {@code + -}; {@code * / %}; unary {@code -}; {@code ::}. Operators of one level group
 * to the left. These are PostgreSQL's levels, except that two predicates in a row need parentheses.
 *
 * <p>Names are bare ({@code [A-Za-z_][A-Za-z0-9_]*}, kept as written) or in double quotes; text is in single quotes; a
 * quote inside is doubled and a backslash is only a backslash. Keywords and functions are read in any case. There are no
 * comments, statements, subqueries or parameters. Text is bounded: 10,000 characters, 64 nested levels, 2,000 nodes, 400
 * operators.
 *
 * <p>In JSON an expression is its {@link #text()}.
 */
public sealed interface Expression
        permits ColumnRef,
                Literal,
                Negate,
                Not,
                Binary,
                Between,
                InList,
                Like,
                IsNull,
                IsDistinctFrom,
                CaseWhen,
                Cast,
                TryCast,
                Call,
                Bucketed,
                AggregateCall {

    /**
     * Reads the text of an expression. Aggregates are read too; where only rows are at hand, {@link #typeIn(Scope)}
     * refuses them.
     *
     * @throws ExpressionException when the text is not of the grammar: the position, what was expected, and the nearest
     *     name of an unknown function
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Expression parse(String text) {
        return new ExpressionParser(text).wholeExpression();
    }

    /** {@code first AND second AND ...}; {@code TRUE} when there are none. */
    static Expression allOf(Collection<? extends Expression> conditions) {
        return Binary.chain(BinaryOperator.AND, conditions, Literal.of(true));
    }

    /** {@code first OR second OR ...}; {@code FALSE} when there are none. */
    static Expression anyOf(Collection<? extends Expression> conditions) {
        return Binary.chain(BinaryOperator.OR, conditions, Literal.of(false));
    }

    /** Calls the method of {@code visitor} that belongs to this kind of expression. */
    <R> R accept(ExpressionVisitor<R> visitor);

    /** The direct parts in the order they are written; empty for columns and literals. */
    List<Expression> children();

    /** The canonical text: upper-case keywords, lower-case functions, single spaces, only the parentheses needed. */
    @JsonValue
    default String text() {
        return CanonicalText.of(this);
    }

    /** Every column named in this expression, in the order first met. */
    default Set<ColumnRef> columns() {
        return ExpressionWalk.columns(this);
    }

    /** Every aggregate in this expression, in the order first met. */
    default Set<Aggregate> aggregates() {
        return ExpressionWalk.aggregates(this);
    }

    /** This expression with every column renamed by {@code names}. */
    default Expression rename(UnaryOperator<ColumnRef> names) {
        return mapColumns(names::apply);
    }

    /** This expression with every column replaced by what {@code columns} gives for it. */
    default Expression mapColumns(Function<ColumnRef, ? extends Expression> columns) {
        return rewrite(node -> node instanceof ColumnRef column ? columns.apply(column) : node);
    }

    /** This expression with every aggregate replaced by what {@code aggregates} gives for it. */
    default Expression mapAggregates(Function<Aggregate, ? extends Expression> aggregates) {
        return rewrite(node -> node instanceof AggregateCall call ? aggregates.apply(call.aggregate()) : node);
    }

    /** This expression with {@code change} applied to every part, the parts of a part before the part itself. */
    default Expression rewrite(UnaryOperator<Expression> change) {
        return accept(new ExpressionRewriter(change));
    }

    /**
     * The type of this expression over the rows that {@code scope} describes. {@code NULL} alone has the type TEXT.
     *
     * @throws ExpressionException with every problem: unknown columns with the nearest name, operands whose types do not
     *     go together, aggregates, which need a group of rows
     */
    default ColumnType typeIn(Scope scope) {
        return ExpressionTypes.overRows(this, scope);
    }
}
