package io.medallion.jdbc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of a driver as values every JSON mapper writes alike: numbers, booleans, text. */
final class PlainValues {

    private PlainValues() {}

    static List<List<@Nullable Object>> of(List<? extends List<? extends @Nullable Object>> rows) {
        List<List<@Nullable Object>> plain = new ArrayList<>();
        for (List<? extends @Nullable Object> row : rows) {
            List<@Nullable Object> values = new ArrayList<>();
            row.forEach(value -> values.add(of(value)));
            plain.add(values);
        }
        return plain;
    }

    static @Nullable Object of(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            return value;
        }
        if (value instanceof BigDecimal || value instanceof BigInteger || value instanceof Short) {
            return value;
        }
        if (value instanceof Double number) {
            return number.isNaN() || number.isInfinite() ? number.toString() : number;
        }
        return value.toString();
    }
}
