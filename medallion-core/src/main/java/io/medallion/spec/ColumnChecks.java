package io.medallion.spec;

import io.medallion.ColumnType;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.Literal;
import io.medallion.expression.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What makes one Silver column inconsistent in itself. */
final class ColumnChecks {

    /** Each is compared with every value. */
    private static final int MOST_MAPPED = 1_000;

    private ColumnChecks() {}

    static void check(SilverColumn column, SpecChecks wrong) {
        ColumnType type = column.type();
        for (Check check : column.checks()) {
            boolean text = type.kind() == ColumnType.Kind.TEXT;
            boolean needsText = check.rule() instanceof CheckRule.Length
                    || check.rule() instanceof CheckRule.Like
                    || check.rule() instanceof CheckRule.Matches;
            if (needsText && !text) {
                wrong.problem("check '" + check.name() + "'", "needs text, but the column is " + type + ".")
                        .accept("Use a range or a predicate instead.");
            }
            if (check.rule() instanceof CheckRule.Range range) {
                constants(
                        type,
                        Stream.of(range.atLeast(), range.atMost())
                                .filter(Objects::nonNull)
                                .toList(),
                        "check '" + check.name() + "'",
                        wrong);
            }
            if (check.rule() instanceof CheckRule.AllowedValues allowed) {
                constants(type, allowed.values(), "check '" + check.name() + "'", wrong);
            }
        }
        Units units = column.unit();
        if (units != null) {
            units(column, units, wrong);
        }
        filling(column, wrong);
        mapping(column, wrong);
        Expression filling = column.filling();
        if (filling != null) {
            constants(type, List.of(filling), "null policy", wrong);
        }
    }

    private static void filling(SilverColumn column, SpecChecks wrong) {
        ColumnType type = column.type();
        if (column.nulls() instanceof NullPolicy.Fit fit && !has(type, fit.statistic())) {
            String name = fit.statistic().name().toLowerCase(Locale.ROOT);
            wrong.problem("null policy", "is a " + name + ", but " + type + " has none.")
                    .accept("Use another policy: a mean needs numbers or dates, a median numbers, dates or times.");
        }
        if (column.nulls() instanceof NullPolicy.Forward forward
                && forward.columns().contains(column.name())) {
            wrong.problem("null policy", "orders or groups by the column it fills.")
                    .accept("Name other columns.");
        }
    }

    private static boolean has(ColumnType type, NullPolicy.Statistic statistic) {
        return switch (statistic) {
            case MEAN -> type.isNumeric() || type.kind() == ColumnType.Kind.DATE;
            case MEDIAN -> type.isNumeric() || type.isTemporal() || type.kind() == ColumnType.Kind.TIME;
            case MODE -> type.kind() != ColumnType.Kind.JSON;
        };
    }

    private static void mapping(SilverColumn column, SpecChecks wrong) {
        Map<String, String> mapping = column.mapping();
        if (!mapping.isEmpty() && !(column.parse() instanceof TextParse)) {
            wrong.problem("mapping", "replaces texts, but the column is " + column.type() + ".")
                    .accept("Read it as text, or give the words to the format: yesNo(..), nullWords(..).");
        }
        if (mapping.size() > MOST_MAPPED) {
            wrong.problem("mapping", "replaces " + mapping.size() + " texts, more than " + MOST_MAPPED + ".")
                    .accept("Keep the pairs in a table of their own and join it.");
        }
        mapping.forEach((text, target) -> {
            if (mapping.containsKey(target)) {
                wrong.problem("mapping", "replaces '" + text + "' by '" + target + "', which is replaced itself.")
                        .accept("Name what is to be written in the end.");
            }
            if (!Literal.canHold(text) || !Literal.canHold(target)) {
                wrong.problem("mapping", "holds a text with a NUL character or half a surrogate pair.")
                        .accept("Leave it out.");
            }
        });
    }

    private static void units(SilverColumn column, Units units, SpecChecks wrong) {
        wrong.collect(() -> units.conversion(column.type()));
        NumberFormat format = column.parse() instanceof IntegerParse integer
                ? integer.format()
                : column.parse() instanceof DecimalParse decimal ? decimal.format() : null;
        if (format == null) {
            wrong.problem("units", "need numbers that are read from text.")
                    .accept("Use integer() or decimal(precision, scale).");
        } else if (units.areInText() && (!format.affixes().isEmpty() || !simple(format.negatives()))) {
            wrong.problem(
                            "units",
                            "in the text do not go with affixes or with minus signs behind or around the number.")
                    .accept("Leave the affixes out: the units say what may stand behind the number.");
        }
        if (column.nulls().fills() || column.nulls() instanceof NullPolicy.Forward) {
            wrong.problem("null policy", "fills in numbers without a unit.")
                    .accept("Keep missing values, or drop their rows.");
        }
    }

    private static boolean simple(Set<NumberFormat.Negative> negatives) {
        return Set.of(NumberFormat.Negative.UNICODE_MINUS).containsAll(negatives);
    }

    private static void constants(ColumnType type, List<Expression> values, String where, SpecChecks wrong) {
        for (Expression value : values) {
            ColumnType actual = value.typeIn(Scope.of(Map.of()));
            boolean fits = type.isNumeric()
                    ? actual.isNumeric()
                    : type.isTemporal() ? actual.isTemporal() : actual.kind() == type.kind();
            if (!fits) {
                wrong.problem(where, value.text() + " is " + actual + ", but the column is " + type + ".")
                        .accept("State a " + type + " value.");
            }
        }
    }

    /** A check in which references to one column follow its new name. */
    static Check rename(Check check, String from, String to) {
        if (check.rule() instanceof CheckRule.Holds holds) {
            Expression renamed =
                    holds.predicate().mapColumns(c -> c.column().equals(from) ? new ColumnRef(c.table(), to) : c);
            boolean defaultName = check.name().equals(holds.describe());
            return new Check(
                    new CheckRule.Holds(renamed), defaultName ? null : check.name(), check.reason(), check.action());
        }
        return check;
    }
}
