package io.medallion.plan;

import io.medallion.expression.Between;
import io.medallion.expression.Binary;
import io.medallion.expression.BinaryOperator;
import io.medallion.expression.CheckFragment;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.InList;
import io.medallion.expression.IsNull;
import io.medallion.expression.Literal;
import io.medallion.spec.Check;
import io.medallion.spec.CheckRule;
import io.medallion.spec.SilverColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks as the one condition that hosts and models exchange. */
final class ExchangedCheck {

    private ExchangedCheck() {}

    /** The condition that the checks demand together; null without one, or where no condition says the same. */
    static @Nullable String fragment(SilverColumn column, List<ColumnCheck> checks) {
        ColumnRef subject = ColumnRef.of(column.name());
        List<Expression> conditions = checks.stream()
                .map(c -> condition(subject, c.check().rule()))
                .filter(Objects::nonNull)
                .toList();
        return conditions.isEmpty()
                ? null
                : conditions.stream().map(Expression::text).collect(Collectors.joining(" AND "));
    }

    /** The checks that a condition amounts to, one for each part joined by AND. */
    static List<Check> parse(String text, SilverColumn column) {
        ColumnRef subject = ColumnRef.of(column.name());
        List<Check> checks = new ArrayList<>();
        split(CheckFragment.parse(text, subject), part -> checks.add(check(part, subject)));
        return checks;
    }

    private static void split(Expression condition, java.util.function.Consumer<Expression> parts) {
        if (condition instanceof Binary both && both.operator() == BinaryOperator.AND) {
            split(both.left(), parts);
            split(both.right(), parts);
        } else {
            parts.accept(condition);
        }
    }

    private static Check check(Expression part, ColumnRef subject) {
        if (part instanceof IsNull is && is.negated() && is.operand().equals(subject)) {
            return Check.notNull();
        }
        if (part instanceof Between between
                && !between.negated()
                && between.operand().equals(subject)
                && between.low() instanceof Literal low
                && between.high() instanceof Literal high) {
            return Check.between(low, high);
        }
        if (part instanceof InList in
                && !in.negated()
                && in.operand().equals(subject)
                && in.values().stream().allMatch(v -> v instanceof Literal)) {
            return Check.in(in.values().toArray());
        }
        if (part instanceof Binary compared
                && compared.left().equals(subject)
                && compared.right() instanceof Literal bound) {
            if (compared.operator() == BinaryOperator.GREATER_OR_EQUAL) {
                return Check.atLeast(bound);
            }
            if (compared.operator() == BinaryOperator.LESS_OR_EQUAL) {
                return Check.atMost(bound);
            }
        }
        return Check.of(new CheckRule.Holds(part));
    }

    private static @Nullable Expression condition(ColumnRef subject, CheckRule rule) {
        if (rule instanceof CheckRule.NotNull) {
            return new IsNull(subject, true);
        }
        if (rule instanceof CheckRule.Range range) {
            List<Expression> bounds = new ArrayList<>();
            if (range.atLeast() != null) {
                bounds.add(new Binary(BinaryOperator.GREATER_OR_EQUAL, subject, range.atLeast()));
            }
            if (range.atMost() != null) {
                bounds.add(new Binary(BinaryOperator.LESS_OR_EQUAL, subject, range.atMost()));
            }
            return Expression.allOf(bounds);
        }
        if (rule instanceof CheckRule.AllowedValues allowed) {
            return new InList(subject, allowed.values(), false);
        }
        return rule instanceof CheckRule.Holds holds ? holds.predicate() : null;
    }
}
