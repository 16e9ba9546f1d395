package io.medallion.jdbc.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/** The kinds of columns whose values can be remembered and gone on from. */
enum WatermarkType {
    NUMBER,
    DATE,
    TIMESTAMP,
    MOMENT,
    TEXT;

    private static final BigInteger LONG = BigInteger.valueOf(Long.MAX_VALUE);

    static Optional<WatermarkType> of(int jdbcType, String typeName) {
        String name = typeName.toUpperCase(Locale.ROOT);
        if (name.equals("TIMESTAMPTZ") || jdbcType == Types.TIMESTAMP_WITH_TIMEZONE) {
            return Optional.of(MOMENT);
        }
        return switch (jdbcType) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.DECIMAL, Types.NUMERIC ->
                Optional.of(NUMBER);
            case Types.DATE -> Optional.of(DATE);
            case Types.TIMESTAMP -> Optional.of(TIMESTAMP);
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR ->
                Optional.of(TEXT);
            default -> name.endsWith("INT") ? Optional.of(NUMBER) : Optional.empty();
        };
    }

    /** The value to bind: what was reached, less the look-back. */
    Object since(String reached, Increment increment) {
        Duration back = increment.time();
        return switch (this) {
            case NUMBER -> number(new BigDecimal(reached).subtract(BigDecimal.valueOf(increment.number())));
            case DATE ->
                LocalDate.parse(reached)
                        .minusDays(back.plusDays(1).minusNanos(1).toDays());
            case TIMESTAMP -> {
                // a TIMESTAMP of MariaDB is a moment, which a session in UTC takes without a zone
                String local = reached.endsWith("Z") ? reached.substring(0, reached.length() - 1) : reached;
                yield LocalDateTime.parse(local).minus(back);
            }
            case MOMENT -> OffsetDateTime.parse(reached).minus(back);
            case TEXT -> reached;
        };
    }

    /** An index on a column of integers is used for integers only. */
    private static Object number(BigDecimal value) {
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        return whole && value.toBigInteger().abs().compareTo(LONG) <= 0 ? (Object) value.longValue() : value;
    }
}
