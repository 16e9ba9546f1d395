package io.medallion.expression;

import static io.medallion.expression.ArgumentKind.ANY;
import static io.medallion.expression.ArgumentKind.CALENDAR;
import static io.medallion.expression.ArgumentKind.CLOCK;
import static io.medallion.expression.ArgumentKind.DIGITS;
import static io.medallion.expression.ArgumentKind.NUMBER;
import static io.medallion.expression.ArgumentKind.PATTERN;
import static io.medallion.expression.ArgumentKind.TEXT;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The functions of one row. Each has one meaning on every database, the one written in its signature; unless it says
 * otherwise, a NULL argument gives NULL. Text is counted in code points, from 1.
 */
public enum ScalarFunction {
    LOWER(ResultRule.TEXT, "Letters in lower case, one code point for one.", TEXT),
    UPPER(ResultRule.TEXT, "Letters in upper case, one code point for one.", TEXT),
    TRIM(ResultRule.TEXT, "Without the spaces (U+0020) at both ends.", TEXT),
    LTRIM(ResultRule.TEXT, "Without the spaces (U+0020) at the beginning.", TEXT),
    RTRIM(ResultRule.TEXT, "Without the spaces (U+0020) at the end.", TEXT),
    LENGTH(ResultRule.INTEGER, "The number of code points.", TEXT),
    SUBSTRING(
            ResultRule.TEXT,
            "From a position (below 1 counts as 1), all or so many code points (below 0 counts as 0).",
            2,
            TEXT,
            ArgumentKind.INTEGER,
            ArgumentKind.INTEGER),
    LEFT(ResultRule.TEXT, "The first n code points; none for n below 1.", TEXT, ArgumentKind.INTEGER),
    RIGHT(ResultRule.TEXT, "The last n code points; none for n below 1.", TEXT, ArgumentKind.INTEGER),
    REPLACE(
            ResultRule.TEXT,
            "Every occurrence of the second in the first replaced by the third; of '' none.",
            TEXT,
            TEXT,
            TEXT),
    CONCAT(ResultRule.TEXT, "All arguments one after the other; NULL counts as ''.", 1, true, TEXT),
    LPAD(
            ResultRule.TEXT,
            "Filled at the beginning with the third to n code points; longer text is cut at its end.",
            TEXT,
            ArgumentKind.INTEGER,
            TEXT),
    SPLIT_PART(
            ResultRule.TEXT,
            "Part number n, from 1, of the first cut at every occurrence of the second; '' where there is none.",
            TEXT,
            TEXT,
            ArgumentKind.INTEGER),
    STARTS_WITH(ResultRule.BOOLEAN, "Whether the first begins with the second.", TEXT, TEXT),
    ENDS_WITH(ResultRule.BOOLEAN, "Whether the first ends with the second.", TEXT, TEXT),
    CONTAINS(ResultRule.BOOLEAN, "Whether the second occurs in the first.", TEXT, TEXT),
    REGEXP_MATCHES(ResultRule.BOOLEAN, "Whether the pattern is found anywhere in the text.", TEXT, PATTERN),
    MD5(ResultRule.TEXT, "MD5 of the UTF-8 bytes in 32 lower-case hexadecimal digits.", TEXT),
    COALESCE(ResultRule.COMMON, "The first argument that is not NULL.", 1, true, ANY),
    NULLIF(ResultRule.FIRST, "NULL where both are equal, else the first.", ANY, ANY),
    GREATEST(ResultRule.COMMON, "The greatest argument, NULLs left out; NULL when all are.", 1, true, ANY),
    LEAST(ResultRule.COMMON, "The least argument, NULLs left out; NULL when all are.", 1, true, ANY),
    ABS(ResultRule.FIRST, "The number without its sign.", NUMBER),
    ROUND(
            ResultRule.ROUNDED,
            "Rounded to n digits after the point (0 when not given), halves away from zero.",
            1,
            NUMBER,
            DIGITS),
    FLOOR(ResultRule.WHOLE, "The greatest whole number not above.", NUMBER),
    CEIL(ResultRule.WHOLE, "The least whole number not below.", NUMBER),
    YEAR(ResultRule.INTEGER, "The year.", CALENDAR),
    QUARTER(ResultRule.INTEGER, "The quarter, 1 to 4.", CALENDAR),
    MONTH(ResultRule.INTEGER, "The month, 1 to 12.", CALENDAR),
    WEEK(ResultRule.INTEGER, "The week of ISO 8601, 1 to 53.", CALENDAR),
    DAY(ResultRule.INTEGER, "The day of the month, 1 to 31.", CALENDAR),
    DAY_OF_WEEK(ResultRule.INTEGER, "The day of the week of ISO 8601, Monday 1 to Sunday 7.", CALENDAR),
    HOUR(ResultRule.INTEGER, "The hour, 0 to 23.", CLOCK),
    MINUTE(ResultRule.INTEGER, "The minute, 0 to 59.", CLOCK),
    SECOND(ResultRule.INTEGER, "The whole second, 0 to 59.", CLOCK),
    DAYS_BETWEEN(
            ResultRule.INTEGER,
            "Days from the first date to the second; negative when the second is earlier.",
            ArgumentKind.DATE,
            ArgumentKind.DATE),
    ADD_DAYS(ResultRule.DATE, "The date so many days later.", ArgumentKind.DATE, ArgumentKind.INTEGER);

    private static final Map<String, ScalarFunction> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(ScalarFunction::text, Function.identity()));

    private final FunctionSignature signature;

    ScalarFunction(ResultRule result, String meaning, ArgumentKind... arguments) {
        this(result, meaning, arguments.length, false, arguments);
    }

    ScalarFunction(ResultRule result, String meaning, int required, ArgumentKind... arguments) {
        this(result, meaning, required, false, arguments);
    }

    ScalarFunction(ResultRule result, String meaning, int required, boolean repeats, ArgumentKind... arguments) {
        String name = name().toLowerCase(Locale.ROOT);
        this.signature = new FunctionSignature(name, List.of(arguments), required, repeats, result, false, meaning);
    }

    /** The name in canonical text, lower case. */
    public String text() {
        return signature.name();
    }

    /** What the function takes, gives and means. */
    public FunctionSignature signature() {
        return signature;
    }

    /** The function called {@code name}, in any case. */
    public static Optional<ScalarFunction> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }
}
