package io.medallion.jdbc.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/**
 * The text of a number in a cell. Spreadsheets compute with doubles and write them with noise, {@code 1.1000000000000001}: the text is the shortest that
 * means the same double, without an exponent as far as that is readable. Dates are days since 1900 or 1904, times fractions of a day, rounded to
 * milliseconds.
 */
final class CellNumber {

    private static final int DIGITS_OF_A_DOUBLE = 17;
    private static final int MOST_PLAIN_DIGITS = 21;
    private static final int LEAST_PLAIN_EXPONENT = -10;
    private static final long MILLIS_OF_A_DAY = 86_400_000L;

    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(10_000_000);

    /** 9999-12-31, the last day that spreadsheets know. */
    private static final long LAST_DAY_OF_1900 = 2_958_465;

    /** The 29 February 1900, which was never but has a number, as in Lotus 1-2-3. */
    private static final long NO_DAY = 60;

    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate START_OF_1904 = LocalDate.of(1904, 1, 1);

    private CellNumber() {}

    static String of(String written, CellFormat format, boolean from1904) {
        BigDecimal value = new BigDecimal(written);
        return switch (format) {
            case NUMBER -> plain(written, value);
            case DATE, DATE_TIME, TIME -> moment(written, value, format, from1904);
            case ELAPSED -> value.abs().compareTo(MOST_DAYS) > 0 ? plain(written, value) : elapsed(value);
        };
    }

    private static String plain(String written, BigDecimal value) {
        boolean whole = written.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-') && written.length() <= 400;
        boolean exact = value.precision() > DIGITS_OF_A_DOUBLE;
        if (whole || exact && value.scale() >= 0) {
            return whole ? written : value.toPlainString();
        }
        double number = value.doubleValue();
        if (Double.isInfinite(number)) {
            return written;
        }
        if (number == 0) {
            return "0";
        }
        BigDecimal shortest = new BigDecimal(NumberText.of(number)).stripTrailingZeros();
        int exponent = shortest.precision() - 1 - shortest.scale();
        boolean readable = exponent < MOST_PLAIN_DIGITS && exponent >= LEAST_PLAIN_EXPONENT;
        return readable ? shortest.toPlainString() : NumberText.of(number);
    }

    private static String moment(String written, BigDecimal value, CellFormat format, boolean from1904) {
        BigDecimal millis = value.multiply(BigDecimal.valueOf(MILLIS_OF_A_DAY)).setScale(0, RoundingMode.HALF_UP);
        long last = (from1904 ? LAST_DAY_OF_1900 - 1462 : LAST_DAY_OF_1900) + 1;
        if (value.signum() < 0 || millis.compareTo(BigDecimal.valueOf(last * MILLIS_OF_A_DAY)) >= 0) {
            return plain(written, value);
        }
        long day = millis.longValueExact() / MILLIS_OF_A_DAY;
        long ofDay = millis.longValueExact() % MILLIS_OF_A_DAY;
        boolean timeOnly = day == 0 && !from1904 && (format != CellFormat.DATE || ofDay != 0);
        if (timeOnly || day == 0 && format == CellFormat.TIME) {
            return TimeText.of(time(ofDay).toLocalTime());
        }
        if (day == 0 && !from1904) {
            return plain(written, value);
        }
        String date = from1904 ? TimeText.of(START_OF_1904.plusDays(day)) : date(day);
        boolean dateOnly = format == CellFormat.DATE && ofDay == 0;
        return dateOnly ? date : date + "T" + TimeText.of(time(ofDay).toLocalTime());
    }

    private static String date(long day) {
        if (day == NO_DAY) {
            return "1900-02-29";
        }
        return TimeText.of(BEFORE_1900.plusDays(day < NO_DAY ? day + 1 : day));
    }

    private static LocalDateTime time(long millisOfDay) {
        return LocalDate.EPOCH.atStartOfDay().plusNanos(millisOfDay * 1_000_000);
    }

    private static String elapsed(BigDecimal days) {
        long millis = days.abs()
                .multiply(BigDecimal.valueOf(MILLIS_OF_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        String seconds = TimeText.of(time(millis % 3_600_000).toLocalTime()).substring(2);
        return (days.signum() < 0 ? "-" : "") + String.format(Locale.ROOT, "%02d", millis / 3_600_000) + seconds;
    }
}
