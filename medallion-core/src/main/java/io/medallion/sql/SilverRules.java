package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.expression.Between;
import io.medallion.expression.Binary;
import io.medallion.expression.BinaryOperator;
import io.medallion.expression.Call;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.InList;
import io.medallion.expression.Like;
import io.medallion.expression.Literal;
import io.medallion.expression.Not;
import io.medallion.expression.ScalarFunction;
import io.medallion.expression.Scope;
import io.medallion.spec.Check;
import io.medallion.spec.CheckAction;
import io.medallion.spec.CheckRule;
import io.medallion.spec.CheckRuleVisitor;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What a row must satisfy by itself, in the order in which its failures are listed. */
final class SilverRules {

    /**
     * One demand.
     *
     * @param id what a reject is called
     * @param column the Silver column it stands on, or null
     * @param source the Bronze column whose text shows what is wrong, or null
     * @param fails true for a row that fails; NULL counts as passed
     */
    record Rule(String id, @Nullable String column, @Nullable String source, CheckAction action, Condition fails) {}

    private final List<SilverColumn> columns;
    private final RowReading reading;
    private final Rendering rendering;

    SilverRules(List<SilverColumn> columns, RowReading reading, Rendering rendering) {
        this.columns = columns;
        this.reading = reading;
        this.rendering = rendering;
    }

    /** Every demand of a spec on single rows. */
    List<Rule> of(SilverSpec spec) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            SilverColumn column = columns.get(i);
            rules.addAll(refusal(i));
            boolean needed = column.nulls() instanceof NullPolicy.DropRow
                    || spec.key().contains(column.name()) && !column.nulls().fills();
            if (needed) {
                rules.add(absent(i));
            }
            rules.addAll(checks(i));
        }
        for (Check check : spec.checks()) {
            if (check.rule() instanceof CheckRule.Holds holds) {
                Condition fails = expressions(-1).condition(new Not(holds.predicate()));
                rules.add(new Rule(check.name(), null, null, check.action(), fails));
            }
        }
        return rules;
    }

    /** That the source's value can be read; nothing for a column that reads everything. */
    List<Rule> refusal(int i) {
        SilverColumn column = columns.get(i);
        List<Rule> rules = new ArrayList<>();
        Condition unreadable = reading.unreadable(i);
        if (!unreadable.equals(DSL.noCondition())) {
            rules.add(unreadable(column, "not " + noun(column.type()), unreadable));
        }
        Condition unknownUnit = reading.unknownUnit(i);
        if (!unknownUnit.equals(DSL.noCondition())) {
            rules.add(unreadable(column, "not a known unit", unknownUnit));
        }
        return rules;
    }

    private static Rule unreadable(SilverColumn column, String what, Condition fails) {
        return new Rule(column.name() + ": " + what, column.name(), source(column), column.unreadable(), fails);
    }

    /** That there is a value before any is filled in, whatever becomes of it when it does not. */
    Rule absent(int i) {
        SilverColumn column = columns.get(i);
        Condition absent = column.nulls() instanceof NullPolicy.Forward
                ? reading.missing(i).and(Templates.condition("{0} is null", reading.value(i)))
                : reading.missing(i);
        return new Rule(column.name() + ": missing", column.name(), source(column), CheckAction.REJECT, absent);
    }

    /** The checks of a column that look at one row. */
    List<Rule> checks(int i) {
        SilverColumn column = columns.get(i);
        List<Rule> rules = new ArrayList<>();
        for (Check check : column.checks()) {
            Condition fails = check.rule().accept(new Failure(i));
            if (fails != null) {
                rules.add(new Rule(
                        column.name() + ": " + check.name(), column.name(), source(column), check.action(), fails));
            }
        }
        return rules;
    }

    /** The Bronze column a Silver column is read from, if it is one. */
    static @Nullable String source(SilverColumn column) {
        return column.sources().size() == 1 ? column.sources().iterator().next() : null;
    }

    private static String noun(ColumnType type) {
        return switch (type.kind()) {
            case INTEGER, BIGINT -> "an integer";
            case DECIMAL, DOUBLE -> "a number";
            case BOOLEAN -> "a boolean";
            case DATE -> "a date";
            case TIME -> "a time";
            case TIMESTAMP, TIMESTAMPTZ -> "a timestamp";
            case TEXT -> "a text";
            case JSON -> "a JSON document";
        };
    }

    /** Expressions over the Silver columns of the row; where two share a name, the one that asks is meant. */
    private ExpressionSql expressions(int asking) {
        Map<String, Field<?>> fields = new LinkedHashMap<>();
        Map<String, ColumnType> types = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            SilverColumn column = columns.get(i);
            if (i == asking || asking < 0 || !columns.get(asking).name().equals(column.name())) {
                fields.put(column.name(), reading.value(i));
                types.put(column.name(), column.type());
                fields.putAll(reading.besides(i));
                types.putAll(column.besides());
            }
        }
        return new ExpressionSql(rendering, c -> fields.get(c.column()), Scope.of(types));
    }

    /** When a value does not pass; null for rules that look at more than one row. */
    private final class Failure implements CheckRuleVisitor<@Nullable Condition> {

        private final int column;
        private final ColumnRef value;

        Failure(int column) {
            this.column = column;
            this.value = ColumnRef.of(columns.get(column).name());
        }

        private Condition when(Expression failure) {
            return expressions(column).condition(failure);
        }

        @Override
        public Condition notNull(CheckRule.NotNull rule) {
            Condition absent = Templates.condition("{0} is null", reading.value(column));
            boolean refuses = columns.get(column).unreadable() == CheckAction.REJECT
                    && !refusal(column).isEmpty();
            return refuses ? absent.andNot(reading.refused(column)) : absent;
        }

        @Override
        public @Nullable Condition unique(CheckRule.Unique rule) {
            return null;
        }

        @Override
        public Condition range(CheckRule.Range rule) {
            Expression least = rule.atLeast();
            Expression most = rule.atMost();
            if (least != null && most != null) {
                return when(new Between(value, least, most, true));
            }
            return least != null
                    ? when(new Binary(BinaryOperator.LESS, value, least))
                    : when(new Binary(BinaryOperator.GREATER, value, Objects.requireNonNull(most)));
        }

        @Override
        public Condition length(CheckRule.Length rule) {
            Expression length = Call.of(ScalarFunction.LENGTH, value);
            Integer most = rule.atMost();
            return most == null
                    ? when(new Binary(BinaryOperator.LESS, length, Literal.of(rule.atLeast())))
                    : when(new Between(length, Literal.of(rule.atLeast()), Literal.of(most), true));
        }

        @Override
        public Condition like(CheckRule.Like rule) {
            return when(new Like(value, Literal.of(rule.pattern()), "\\", true));
        }

        @Override
        public Condition matches(CheckRule.Matches rule) {
            return DSL.not(RegexSql.whole(reading.value(column), rule.regex(), rendering.dialect()));
        }

        @Override
        public Condition allowedValues(CheckRule.AllowedValues rule) {
            return when(new InList(value, rule.values(), true));
        }

        @Override
        public Condition references(CheckRule.References rule) {
            return new SilverReferences(rendering, reading, columns).fails(column, rule);
        }

        @Override
        public Condition holds(CheckRule.Holds rule) {
            return when(new Not(rule.predicate()));
        }
    }
}
