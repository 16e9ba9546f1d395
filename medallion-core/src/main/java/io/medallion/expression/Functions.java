package io.medallion.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The closed list of functions an expression may call. What is not here does not exist. */
public final class Functions {

    private static final Map<String, FunctionSignature> BY_NAME = all().stream()
            .collect(Collectors.toUnmodifiableMap(f -> f.name().toLowerCase(Locale.ROOT), Function.identity()));

    private Functions() {}

    /** Every function: those of one row first, then the time bucket, then the aggregates. */
    public static List<FunctionSignature> all() {
        List<FunctionSignature> all = new ArrayList<>();
        for (ScalarFunction function : ScalarFunction.values()) {
            all.add(function.signature());
        }
        all.add(TimeBucket.SIGNATURE);
        for (AggregateFunction function : AggregateFunction.values()) {
            all.add(function.signature());
        }
        return List.copyOf(all);
    }

    /** The function {@code name}, in any case. */
    public static Optional<FunctionSignature> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The names of all functions in canonical form. */
    public static List<String> names() {
        return all().stream().map(FunctionSignature::name).toList();
    }
}
