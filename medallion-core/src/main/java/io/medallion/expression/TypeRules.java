package io.medallion.expression;

import io.medallion.ColumnType;
import io.medallion.ColumnType.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which types go together and what comes out; null stands for the type of NULL, which goes with every type. */
final class TypeRules {

    /** What a product keeps of its scale when its digits do not fit: the rule of SQL Server and Hive. */
    private static final int SCALE_KEPT = 6;

    private TypeRules() {}

    /** Whether values of both types can be compared. */
    static boolean comparable(@Nullable ColumnType a, @Nullable ColumnType b) {
        if (a == null || b == null) {
            return true;
        }
        if (a.kind() == Kind.JSON || b.kind() == Kind.JSON) {
            return false;
        }
        boolean local = isLocal(a) && isLocal(b);
        return a.kind() == b.kind() || a.isNumeric() && b.isNumeric() || local;
    }

    private static boolean isLocal(ColumnType type) {
        return type.kind() == Kind.DATE || type.kind() == Kind.TIMESTAMP;
    }

    /** The narrowest type that holds values of both. */
    static Optional<ColumnType> common(ColumnType a, ColumnType b) {
        if (a.equals(b)) {
            return Optional.of(a);
        }
        if (!a.isNumeric() || !b.isNumeric()) {
            return Optional.empty();
        }
        if (isDouble(a) || isDouble(b)) {
            return Optional.of(ColumnType.DOUBLE);
        }
        if (a.kind() != Kind.DECIMAL && b.kind() != Kind.DECIMAL) {
            return Optional.of(ColumnType.BIGINT);
        }
        int scale = Math.max(a.scale(), b.scale());
        return Optional.of(decimal(Math.max(wholeDigits(a), wholeDigits(b)) + scale, scale));
    }

    /** The type of an arithmetic operation on two numbers. */
    static ColumnType arithmetic(BinaryOperator operator, ColumnType a, ColumnType b) {
        if (operator == BinaryOperator.DIVIDE || isDouble(a) || isDouble(b)) {
            return ColumnType.DOUBLE;
        }
        boolean decimals = a.kind() == Kind.DECIMAL || b.kind() == Kind.DECIMAL;
        if (!decimals) {
            return operator == BinaryOperator.REMAINDER ? common(a, b).orElseThrow() : ColumnType.BIGINT;
        }
        int scale = Math.max(a.scale(), b.scale());
        int whole = Math.max(wholeDigits(a), wholeDigits(b));
        return switch (operator) {
            case MULTIPLY -> product(wholeDigits(a) + wholeDigits(b), a.scale() + b.scale());
            case REMAINDER -> decimal(whole + scale, scale);
            default -> decimal(whole + 1 + scale, scale);
        };
    }

    private static ColumnType product(int whole, int scale) {
        int fits = Math.max(ColumnType.MAX_PRECISION - whole, Math.min(scale, SCALE_KEPT));
        return decimal(whole + scale, Math.min(scale, fits));
    }

    /** {@code DECIMAL(p,s)} rounded to {@code digits}; other numbers keep their type. */
    static ColumnType rounded(ColumnType number, int digits) {
        if (number.kind() != Kind.DECIMAL) {
            return number;
        }
        int scale = Math.min(digits, number.scale());
        return decimal(wholeDigits(number) + 1 + scale, scale);
    }

    /** Whether a cast is defined. */
    static boolean castable(@Nullable ColumnType from, ColumnType to) {
        if (from == null || from.kind() == to.kind() || from.kind() == Kind.TEXT || to.kind() == Kind.TEXT) {
            return true;
        }
        return from.isNumeric() && to.isNumeric() || from.isTemporal() && to.isTemporal();
    }

    static boolean isDouble(ColumnType type) {
        return type.kind() == Kind.DOUBLE;
    }

    private static int wholeDigits(ColumnType type) {
        return switch (type.kind()) {
            case INTEGER -> 10;
            case BIGINT -> 19;
            default -> type.precision() - type.scale();
        };
    }

    private static ColumnType decimal(int precision, int scale) {
        return ColumnType.decimal(Math.max(1, Math.min(precision, ColumnType.MAX_PRECISION)), scale);
    }
}
