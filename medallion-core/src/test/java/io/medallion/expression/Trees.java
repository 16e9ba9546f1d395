package io.medallion.expression;

import io.medallion.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random expressions of every kind. */
final class Trees {

    private static final long FIRST_SECOND = LocalDateTime.of(1, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final long LAST_SECOND =
            LocalDateTime.of(9999, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC);
    private static final String NAME_CHARACTERS = "ab_ .'\"\\%-;()\n\t\u0001ß€";

    private final Random random;
    private final boolean aggregates;

    private Trees(Random random, boolean aggregates) {
        this.random = random;
        this.aggregates = aggregates;
    }

    static Arbitrary<Expression> expressions() {
        return Arbitraries.randomValue(random -> new Trees(random, true).tree(5));
    }

    static Arbitrary<Aggregate> aggregates() {
        return Arbitraries.randomValue(random -> new Trees(random, false).aggregate(4));
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> List<T> some(int least, int most, Supplier<T> value) {
        int size = least + random.nextInt(most - least + 1);
        return IntStream.range(0, size).mapToObj(i -> value.get()).toList();
    }

    private Expression tree(int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return random.nextBoolean() ? column() : literal();
        }
        int below = depth - 1;
        boolean not = random.nextBoolean();
        return switch (random.nextInt(aggregates ? 18 : 17)) {
            case 0, 1 -> new Negate(tree(below));
            case 2 -> new Not(tree(below));
            case 3, 4, 5, 6 -> new Binary(oneOf(BinaryOperator.values()), tree(below), tree(below));
            case 7 -> new Between(tree(below), tree(below), tree(below), not);
            case 8 -> new InList(tree(below), some(1, 3, () -> tree(below)), not);
            case 9 -> new Like(tree(below), tree(below), oneOf(null, "!", "'", "\\", "😀"), not);
            case 10 -> new IsNull(tree(below), not);
            case 11 -> new IsDistinctFrom(tree(below), tree(below), not);
            case 12 -> caseWhen(below);
            case 13 -> new Cast(tree(below), type());
            case 14 -> new TryCast(tree(below), type());
            case 15 -> call(below);
            case 16 -> bucket().over(tree(below));
            default -> new Trees(random, false).aggregate(below).call();
        };
    }

    private Expression caseWhen(int depth) {
        List<CaseWhen.Branch> branches = some(1, 3, () -> new CaseWhen.Branch(tree(depth), tree(depth)));
        return new CaseWhen(branches, random.nextBoolean() ? tree(depth) : null);
    }

    private Expression call(int depth) {
        FunctionSignature function = oneOf(ScalarFunction.values()).signature();
        int most = function.repeatsLast() ? 4 : function.arguments().size();
        return new Call(function.name(), some(function.required(), most, () -> tree(depth)));
    }

    private Aggregate aggregate(int depth) {
        AggregateFunction function = oneOf(AggregateFunction.values());
        Expression filter = random.nextBoolean() ? tree(depth) : null;
        if (function == AggregateFunction.COUNT && random.nextBoolean()) {
            return new Aggregate(function, null, false, filter);
        }
        boolean distinct = function != AggregateFunction.MEDIAN && function != AggregateFunction.STDDEV;
        return new Aggregate(function, tree(depth), distinct && random.nextBoolean(), filter);
    }

    private TimeBucket bucket() {
        String zone = oneOf(null, "UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "+05:45");
        return new TimeBucket(oneOf(TimeGrain.values()), zone, oneOf(DayOfWeek.values()));
    }

    private ColumnRef column() {
        return new ColumnRef(random.nextInt(3) == 0 ? name() : null, name());
    }

    private String name() {
        return random.nextBoolean()
                ? oneOf("a", "amount", "Amount", "date", "left", "order", "NULL", "year", "x1", "_", "E", "sum", "😀")
                : "n" + text();
    }

    private String text() {
        Supplier<String> character =
                () -> String.valueOf(NAME_CHARACTERS.charAt(random.nextInt(NAME_CHARACTERS.length())));
        return random.nextInt(3) == 0
                ? oneOf("", "😀", "--", "/*", "NULL", "\u200b")
                : String.join("", some(0, 8, character));
    }

    private ColumnType type() {
        int precision = 1 + random.nextInt(ColumnType.MAX_PRECISION);
        ColumnType decimal = ColumnType.decimal(precision, random.nextInt(precision + 1));
        Stream<ColumnType> others = Stream.of(ColumnType.Kind.values())
                .filter(kind -> kind != ColumnType.Kind.DECIMAL)
                .map(kind -> new ColumnType(kind, 0, 0));
        return oneOf(Stream.concat(Stream.of(decimal, decimal, decimal), others).toArray(ColumnType[]::new));
    }

    private Literal literal() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> Literal.of(text());
            case 2 -> Literal.of(new BigDecimal(new BigInteger(123, random).negate(), random.nextInt(39)));
            case 3 -> Literal.of(new BigDecimal(new BigInteger(20, random), random.nextInt(4)));
            case 4 -> Literal.of(random.nextInt(21) - 10L);
            case 5 -> random.nextBoolean() ? Literal.of(random.nextBoolean()) : Literal.ofNull();
            case 6 -> Literal.of(moment().toLocalDate());
            case 7 -> Literal.of(moment().toLocalTime());
            case 8 -> Literal.of(moment());
            default -> Literal.of(moment().toInstant(ZoneOffset.UTC));
        };
    }

    private LocalDateTime moment() {
        long second = FIRST_SECOND + (long) (random.nextDouble() * (LAST_SECOND - FIRST_SECOND));
        int microseconds = random.nextBoolean() ? random.nextInt(1_000_000) : 0;
        return LocalDateTime.ofEpochSecond(second, microseconds * 1_000, ZoneOffset.UTC);
    }
}
