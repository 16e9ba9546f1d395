package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.spec.BooleanParse;
import io.medallion.spec.DateParse;
import io.medallion.spec.DatePattern;
import io.medallion.spec.DecimalParse;
import io.medallion.spec.DoubleParse;
import io.medallion.spec.EpochParse;
import io.medallion.spec.EpochUnit;
import io.medallion.spec.ExpressionParse;
import io.medallion.spec.IntegerParse;
import io.medallion.spec.NumberFormat;
import io.medallion.spec.NumberFormat.Negative;
import io.medallion.spec.ParseVisitor;
import io.medallion.spec.TextParse;
import io.medallion.spec.TimeParse;
import io.medallion.spec.TimestampParse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What each parse means, in plain Java: BigDecimal and strict java.time, and nothing of the code under test. Values are written as
 * both databases write them; empty is a refusal.
 */
final class ParseOracle implements ParseVisitor<Function<String, Optional<String>>> {

    private static final String BLANKS = " \u00A0\u2009\u202F";

    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        boolean separator = c >= 0x1C && c <= 0x1F;
        return !separator && (Character.isWhitespace(c) || Character.isSpaceChar(c)) || c == 0x85 || c == 0xFEFF;
    }

    @Override
    public Function<String, Optional<String>> text(TextParse parse) {
        return Optional::of;
    }

    @Override
    public Function<String, Optional<String>> integer(IntegerParse parse) {
        BigInteger greatest = parse.type().equals(ColumnType.INTEGER)
                ? BigInteger.valueOf(Integer.MAX_VALUE)
                : BigInteger.valueOf(Long.MAX_VALUE);
        return text -> number(text, parse.format(), false, false)
                .filter(n -> n.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::toBigInteger)
                .filter(n -> n.compareTo(greatest) <= 0 && n.compareTo(greatest.not()) >= 0)
                .map(BigInteger::toString);
    }

    @Override
    public Function<String, Optional<String>> decimal(DecimalParse parse) {
        return text -> number(text, parse.format(), true, false)
                .filter(n -> n.stripTrailingZeros().scale() <= parse.scale())
                .map(n -> n.setScale(parse.scale()))
                .filter(n -> n.unscaledValue().abs().compareTo(BigInteger.TEN.pow(parse.precision())) < 0)
                .map(BigDecimal::toPlainString);
    }

    @Override
    public Function<String, Optional<String>> floating(DoubleParse parse) {
        return text -> number(text, parse.format(), true, true)
                .filter(n -> Double.isFinite(n.doubleValue()))
                .filter(n -> n.signum() == 0 || n.doubleValue() != 0)
                .map(n -> String.valueOf(n.doubleValue() + 0.0));
    }

    @Override
    public Function<String, Optional<String>> bool(BooleanParse parse) {
        return text -> {
            String word = text.toLowerCase(Locale.ROOT);
            return parse.yes().contains(word)
                    ? Optional.of("true")
                    : parse.no().contains(word) ? Optional.of("false") : Optional.empty();
        };
    }

    @Override
    public Function<String, Optional<String>> epoch(EpochParse parse) {
        IntegerParse whole = new IntegerParse(ColumnType.BIGINT, NumberFormat.PLAIN);
        return text -> integer(whole).apply(text).map(Long::valueOf).flatMap(n -> {
            Instant instant;
            try {
                instant = parse.unit() == EpochUnit.SECONDS ? Instant.ofEpochSecond(n) : Instant.ofEpochMilli(n);
            } catch (DateTimeException beyond) {
                return Optional.empty();
            }
            return instant(instant);
        });
    }

    @Override
    public Function<String, Optional<String>> expression(ExpressionParse parse) {
        throw new IllegalStateException("an expression has no text of its own");
    }

    /** Every place an affix can have is tried; what is left must be one sign and one number. */
    private static Optional<BigDecimal> number(String text, NumberFormat format, boolean bare, boolean exponent) {
        if (text.getBytes(StandardCharsets.UTF_8).length > 1_000) {
            return Optional.empty();
        }
        List<String> cores = new ArrayList<>(List.of(text));
        for (String affix : format.affixes()) {
            for (int at = text.indexOf(affix); at >= 0; at = text.indexOf(affix, at + 1)) {
                String before = text.substring(0, at);
                String after = text.substring(at + affix.length());
                if (List.of("", "+", "-", "\u2212", "\u2013", "(").contains(unblank(before))
                        || List.of("", "-", ")").contains(unblank(after))) {
                    cores.add(unblank(before) + unblank(after));
                }
            }
        }
        return cores.stream()
                .map(core -> signed(core, format, bare, exponent))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String unblank(String part) {
        int start = 0;
        int end = part.length();
        while (start < end && BLANKS.indexOf(part.charAt(start)) >= 0) {
            start++;
        }
        while (start < end && BLANKS.indexOf(part.charAt(end - 1)) >= 0) {
            end--;
        }
        return part.substring(start, end);
    }

    private static Optional<BigDecimal> signed(String core, NumberFormat format, boolean bare, boolean exponent) {
        if (core.isEmpty()) {
            return Optional.empty();
        }
        char first = core.charAt(0);
        char last = core.charAt(core.length() - 1);
        boolean unicode =
                format.negatives().contains(Negative.UNICODE_MINUS) && (first == '\u2212' || first == '\u2013');
        if (first == '-' || unicode) {
            return unsigned(core.substring(1), format, bare, exponent).map(BigDecimal::negate);
        }
        if (first == '+') {
            return unsigned(core.substring(1), format, bare, exponent);
        }
        if (first == '(' && last == ')' && format.negatives().contains(Negative.PARENTHESES)) {
            return unsigned(core.substring(1, core.length() - 1), format, bare, exponent)
                    .map(BigDecimal::negate);
        }
        if (last == '-' && format.negatives().contains(Negative.TRAILING_MINUS)) {
            return unsigned(core.substring(0, core.length() - 1), format, bare, exponent)
                    .map(BigDecimal::negate);
        }
        return unsigned(core, format, bare, exponent);
    }

    private static Optional<BigDecimal> unsigned(String text, NumberFormat format, boolean bare, boolean exponent) {
        int power = 0;
        String digits = text;
        int e = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (exponent && e >= 0) {
            String written = text.substring(e + 1);
            String size = written.startsWith("+") || written.startsWith("-") ? written.substring(1) : written;
            if (!isDigits(size) || new BigInteger(size).compareTo(BigInteger.valueOf(999)) > 0) {
                return Optional.empty();
            }
            power = Integer.parseInt(
                    written.startsWith("-") ? "-" + new BigInteger(size) : new BigInteger(size).toString());
            digits = text.substring(0, e);
        }
        int point = digits.indexOf(format.decimal());
        String whole = point < 0 ? digits : digits.substring(0, point);
        String fraction = point < 0 ? "" : digits.substring(point + 1);
        if (point >= 0 && !isDigits(fraction) || whole.isEmpty() && !(bare && point >= 0)) {
            return Optional.empty();
        }
        if (!whole.isEmpty() && !isDigits(whole)) {
            whole = ungrouped(whole, format);
            if (whole.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(new BigDecimal("0" + whole + "." + fraction + "0").scaleByPowerOfTen(power));
    }

    private static String ungrouped(String whole, NumberFormat format) {
        String separators =
                switch (format.grouping()) {
                    case "'" -> "'\u2019";
                    case " " -> BLANKS;
                    default -> format.grouping();
                };
        StringBuilder digits = new StringBuilder();
        int group = 0;
        boolean first = true;
        for (char c : whole.toCharArray()) {
            if (separators.indexOf(c) >= 0) {
                if (first ? group < 1 || group > 3 : group != 3) {
                    return "";
                }
                first = false;
                group = 0;
            } else if (c >= '0' && c <= '9') {
                digits.append(c);
                group++;
            } else {
                return "";
            }
        }
        return group == 3 ? digits.toString() : "";
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public Function<String, Optional<String>> date(DateParse parse) {
        return text -> parsed(text, parse.patterns(), parse.pivot())
                .map(t -> t.query(TemporalQueries.localDate()).toString());
    }

    @Override
    public Function<String, Optional<String>> time(TimeParse parse) {
        return text -> parsed(text, parse.patterns(), null).map(t -> time(t.query(TemporalQueries.localTime())));
    }

    @Override
    public Function<String, Optional<String>> timestamp(TimestampParse parse) {
        return text -> parsed(text, parse.patterns(), parse.pivot()).flatMap(t -> {
            LocalDateTime local =
                    LocalDateTime.of(t.query(TemporalQueries.localDate()), t.query(TemporalQueries.localTime()));
            if (parse.patterns().get(0).hasOffset()) {
                return instant(local.toInstant(ZoneOffset.ofTotalSeconds(t.get(ChronoField.OFFSET_SECONDS))));
            }
            String zone = parse.zone();
            return zone == null
                    ? Optional.of(local(local))
                    : instant(local.atZone(ZoneId.of(zone))
                            .withLaterOffsetAtOverlap()
                            .toInstant());
        });
    }

    private static Optional<String> instant(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return utc.getYear() < 1 || utc.getYear() > 9999 ? Optional.empty() : Optional.of(local(utc));
    }

    private static String local(LocalDateTime local) {
        return local.toLocalDate() + " " + time(local.toLocalTime());
    }

    private static String time(LocalTime time) {
        String text = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS").format(time);
        return text.replaceAll("\\.?0{1,6}$", "").length() < 8 || text.endsWith(".000000")
                ? text.substring(0, 8)
                : text.replaceAll("0+$", "");
    }

    private static Optional<TemporalAccessor> parsed(String text, List<DatePattern> patterns, @Nullable Integer pivot) {
        for (DatePattern pattern : patterns) {
            try {
                TemporalAccessor parsed = formatter(pattern, pivot).parse(text);
                LocalDate date = parsed.query(TemporalQueries.localDate());
                boolean far = pattern.hasOffset() && Math.abs(parsed.get(ChronoField.OFFSET_SECONDS)) >= 15 * 3600;
                if (!far && (date == null || date.getYear() >= 1)) {
                    return Optional.of(parsed);
                }
            } catch (DateTimeException next) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter formatter(DatePattern pattern, @Nullable Integer pivot) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        for (DatePattern.Element element : pattern.elements()) {
            append(builder, element, pivot == null ? DateParse.DEFAULT_PIVOT : pivot);
        }
        if (!pattern.hasTime()) {
            builder.parseDefaulting(ChronoField.HOUR_OF_DAY, 0);
        }
        for (ChronoField field :
                List.of(ChronoField.MINUTE_OF_HOUR, ChronoField.SECOND_OF_MINUTE, ChronoField.NANO_OF_SECOND)) {
            builder.parseDefaulting(field, 0);
        }
        return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    private static void append(DateTimeFormatterBuilder builder, DatePattern.Element element, int pivot) {
        switch (element.field()) {
            case YEAR -> builder.appendValue(ChronoField.YEAR, 4);
            case SHORT_YEAR -> builder.appendValueReduced(ChronoField.YEAR, 2, 2, pivot);
            case MONTH -> digits(builder, ChronoField.MONTH_OF_YEAR, element.width());
            case DAY -> digits(builder, ChronoField.DAY_OF_MONTH, element.width());
            case HOUR -> digits(builder, ChronoField.HOUR_OF_DAY, element.width());
            case HALF_DAY_HOUR -> digits(builder, ChronoField.CLOCK_HOUR_OF_AMPM, element.width());
            case MINUTE -> digits(builder, ChronoField.MINUTE_OF_HOUR, element.width());
            case SECOND -> digits(builder, ChronoField.SECOND_OF_MINUTE, element.width());
            case FRACTION ->
                builder.appendFraction(ChronoField.NANO_OF_SECOND, element.width(), element.width(), false);
            case OFFSET -> builder.appendOffset(element.width() == 3 ? "+HH:MM" : "+HHMM", "Z");
            case LITERAL -> builder.appendLiteral(element.literal());
            case MONTH_NAME ->
                builder.parseCaseInsensitive()
                        .appendText(ChronoField.MONTH_OF_YEAR, element.width() == 3 ? TextStyle.SHORT : TextStyle.FULL)
                        .parseCaseSensitive();
            case HALF_DAY ->
                builder.parseCaseInsensitive()
                        .appendText(ChronoField.AMPM_OF_DAY)
                        .parseCaseSensitive();
            case DAY_NAME -> throw new IllegalStateException("java.time checks the day, we read over it");
        }
    }

    private static void digits(DateTimeFormatterBuilder builder, ChronoField field, int width) {
        if (width == 1) {
            builder.appendValue(field, 1, 2, SignStyle.NOT_NEGATIVE);
        } else {
            builder.appendValue(field, 2);
        }
    }
}
