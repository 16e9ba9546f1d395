package io.medallion;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A portable column type: one meaning on every database.
 *
 * @param kind the family of the type
 * @param precision significant decimal digits, 1 to 38; 0 unless {@link Kind#DECIMAL}
 * @param scale digits after the decimal point, 0 to {@code precision}; 0 unless {@link Kind#DECIMAL}
 */
public record ColumnType(Kind kind, int precision, int scale) {

    /** The families of types. */
    public enum Kind {
        /** Unicode text of any length, compared code point by code point. */
        TEXT,
        /** 32-bit signed integer. */
        INTEGER,
        /** 64-bit signed integer. */
        BIGINT,
        /** Exact decimal number. */
        DECIMAL,
        /** IEEE 754 double. */
        DOUBLE,
        /** True or false. */
        BOOLEAN,
        /** Calendar date, years 0001 to 9999. */
        DATE,
        /** Time of day with microseconds. */
        TIME,
        /** Date and time without zone, with microseconds. */
        TIMESTAMP,
        /** Instant, with microseconds. */
        TIMESTAMPTZ,
        /** A JSON document, kept as its text. */
        JSON
    }

    /** The largest precision every supported database can hold. */
    public static final int MAX_PRECISION = 38;

    public static final ColumnType TEXT = new ColumnType(Kind.TEXT, 0, 0);
    public static final ColumnType INTEGER = new ColumnType(Kind.INTEGER, 0, 0);
    public static final ColumnType BIGINT = new ColumnType(Kind.BIGINT, 0, 0);
    public static final ColumnType DOUBLE = new ColumnType(Kind.DOUBLE, 0, 0);
    public static final ColumnType BOOLEAN = new ColumnType(Kind.BOOLEAN, 0, 0);
    public static final ColumnType DATE = new ColumnType(Kind.DATE, 0, 0);
    public static final ColumnType TIME = new ColumnType(Kind.TIME, 0, 0);
    public static final ColumnType TIMESTAMP = new ColumnType(Kind.TIMESTAMP, 0, 0);
    public static final ColumnType TIMESTAMPTZ = new ColumnType(Kind.TIMESTAMPTZ, 0, 0);
    public static final ColumnType JSON = new ColumnType(Kind.JSON, 0, 0);

    private static final Pattern DECIMAL_TEXT = Pattern.compile("DECIMAL\\((\\d{1,2}),\\s*(\\d{1,2})\\)");

    public ColumnType {
        boolean decimal = kind == Kind.DECIMAL;
        if (decimal && (precision < 1 || precision > MAX_PRECISION || scale < 0 || scale > precision)) {
            throw new MedallionException(
                    Problem.at("DECIMAL(" + precision + "," + scale + ")", "is not a decimal type.")
                            .advise("Precision is 1 to 38, scale 0 to precision."));
        }
        if (!decimal && (precision != 0 || scale != 0)) {
            throw new MedallionException(Problem.at(kind.name(), "takes no precision and no scale."));
        }
    }

    /** An exact decimal of {@code precision} significant digits, {@code scale} of them after the point. */
    public static ColumnType decimal(int precision, int scale) {
        return new ColumnType(Kind.DECIMAL, precision, scale);
    }

    /** Reads what {@link #toString()} writes, in any case: {@code DECIMAL(12,2)}, {@code TEXT}. */
    @JsonCreator
    public static ColumnType parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        Matcher decimal = DECIMAL_TEXT.matcher(upper);
        if (decimal.matches()) {
            return decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
        }
        for (Kind kind : Kind.values()) {
            if (kind != Kind.DECIMAL && kind.name().equals(upper)) {
                return new ColumnType(kind, 0, 0);
            }
        }
        throw new MedallionException(
                Problem.at("type '" + text + "'", "is not a column type.")
                        .advise(
                                "Use TEXT, INTEGER, BIGINT, DECIMAL(p,s), DOUBLE, BOOLEAN, DATE, TIME, TIMESTAMP, TIMESTAMPTZ or JSON."));
    }

    /** Whether values can be added up: integers, decimals, doubles. */
    public boolean isNumeric() {
        return switch (kind) {
            case INTEGER, BIGINT, DECIMAL, DOUBLE -> true;
            case TEXT, BOOLEAN, DATE, TIME, TIMESTAMP, TIMESTAMPTZ, JSON -> false;
        };
    }

    /** Whether values lie on the calendar: dates and timestamps. */
    public boolean isTemporal() {
        return kind == Kind.DATE || kind == Kind.TIMESTAMP || kind == Kind.TIMESTAMPTZ;
    }

    @JsonValue
    @Override
    public String toString() {
        return kind == Kind.DECIMAL ? "DECIMAL(" + precision + "," + scale + ")" : kind.name();
    }
}
