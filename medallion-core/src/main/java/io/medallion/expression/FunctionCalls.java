package io.medallion.expression;

import io.medallion.Problem;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads calls of scalar functions, aggregates and time buckets, under the other names that mean exactly the same. */
final class FunctionCalls {

    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("CEILING", "CEIL"),
            Map.entry("CHAR_LENGTH", "LENGTH"),
            Map.entry("CHARACTER_LENGTH", "LENGTH"),
            Map.entry("DATE_TRUNC", TimeBucket.NAME),
            Map.entry("IFNULL", "COALESCE"),
            Map.entry("LCASE", "LOWER"),
            Map.entry("STDDEV_SAMP", "STDDEV"),
            Map.entry("SUBSTR", "SUBSTRING"),
            Map.entry("UCASE", "UPPER"));

    private static final Map<String, ScalarFunction> EXTRACTED = Map.of(
            "YEAR", ScalarFunction.YEAR,
            "QUARTER", ScalarFunction.QUARTER,
            "MONTH", ScalarFunction.MONTH,
            "WEEK", ScalarFunction.WEEK,
            "DAY", ScalarFunction.DAY,
            "ISODOW", ScalarFunction.DAY_OF_WEEK,
            "HOUR", ScalarFunction.HOUR,
            "MINUTE", ScalarFunction.MINUTE,
            "SECOND", ScalarFunction.SECOND);

    private final TokenReader tokens;
    private final ExpressionParser parser;

    FunctionCalls(TokenReader tokens, ExpressionParser parser) {
        this.tokens = tokens;
        this.parser = parser;
    }

    Expression call() {
        Token name = tokens.take();
        tokens.needSymbol("(");
        if (name.isWord("EXTRACT")) {
            return extract();
        }
        String canonical = OTHER_NAMES.getOrDefault(name.word(), name.word());
        if (canonical.equals(TimeBucket.NAME)) {
            return bucketed(name);
        }
        Optional<AggregateFunction> aggregate = Arrays.stream(AggregateFunction.values())
                .filter(f -> f.name().equals(canonical))
                .findFirst();
        return aggregate.isPresent() ? aggregate(name, aggregate.get()) : scalar(name, canonical);
    }

    private Expression scalar(Token name, String canonical) {
        if (ScalarFunction.named(canonical).isEmpty()) {
            Problem problem = FunctionCheck.unknown(name.text());
            throw tokens.refuse(name, problem.path() + " " + problem.message(), problem.advice());
        }
        List<Expression> arguments = tokens.peek().isSymbol(")") ? List.of() : parser.arguments();
        tokens.needSymbol(")");
        return tokens.located(name, () -> new Call(canonical, arguments));
    }

    private Expression extract() {
        Token field = tokens.peek();
        ScalarFunction function = EXTRACTED.get(field.word());
        if (function == null) {
            throw tokens.expected("YEAR, QUARTER, MONTH, WEEK, DAY, ISODOW, HOUR, MINUTE or SECOND");
        }
        tokens.take();
        tokens.needWord("FROM");
        Expression operand = parser.argument();
        tokens.needSymbol(")");
        return Call.of(function, operand);
    }

    private Expression aggregate(Token name, AggregateFunction function) {
        boolean distinct = tokens.takeWord("DISTINCT");
        boolean rows = !distinct && function == AggregateFunction.COUNT && tokens.takeSymbol("*");
        Expression argument = rows ? null : parser.argument();
        tokens.needSymbol(")");
        Expression filter = filter();
        return tokens.located(name, () -> new Aggregate(function, argument, distinct, filter).call());
    }

    private @Nullable Expression filter() {
        if (!tokens.takeWord("FILTER")) {
            return null;
        }
        tokens.needSymbol("(");
        tokens.takeWord("WHERE");
        Expression filter = parser.argument();
        tokens.needSymbol(")");
        return filter;
    }

    private Expression bucketed(Token name) {
        Token grain = tokens.need(Token.Kind.TEXT, "a grain such as 'MONTH'");
        tokens.needSymbol(",");
        Expression operand = parser.argument();
        String zone = null;
        DayOfWeek weekStart = null;
        while (tokens.takeSymbol(",")) {
            Token option = tokens.need(Token.Kind.TEXT, "a time zone or the first day of the week in single quotes");
            Optional<DayOfWeek> day = constant(DayOfWeek.values(), option.text());
            if (day.isPresent() ? weekStart != null : zone != null) {
                throw tokens.refuse(option, "this is given twice.", "");
            }
            weekStart = day.orElse(weekStart);
            zone = day.isPresent() ? zone : option.text();
        }
        tokens.needSymbol(")");
        TimeGrain known = constant(TimeGrain.values(), grain.text())
                .orElseThrow(() -> tokens.refuse(
                        grain, "this is not a grain.", "Use one of " + Arrays.toString(TimeGrain.values()) + "."));
        String inZone = zone;
        DayOfWeek from = weekStart == null ? DayOfWeek.MONDAY : weekStart;
        return tokens.located(name, () -> new TimeBucket(known, inZone, from).over(operand));
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] values, String name) {
        return Arrays.stream(values)
                .filter(v -> v.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
