package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.spec.DatePattern;
import io.medallion.spec.DoubleParse;
import io.medallion.spec.NumberFormat;
import io.medallion.spec.Parse;
import io.medallion.spec.TimeParse;
import io.medallion.spec.TimestampParse;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;

/**
 * Text to a type: NULL where the text has no strict form of it. The forms are those of a plain {@link Parse} of the type, without
 * white space around: {@code -12.5}, {@code 1e3} for DOUBLE, {@code true} and {@code false} in any case, {@code 2024-12-31},
 * {@code 23:59:59} and {@code 2024-12-31 23:59:59} with up to six digits of a second, instants with {@code Z} or an offset.
 */
final class SafeCast {

    private static final String DATE = "yyyy-MM-dd";
    private static final String TIME = "HH:mm:ss";

    private SafeCast() {}

    static Field<?> of(Field<?> text, ColumnType type, Rendering rendering) {
        return ParseSql.of(parse(type), rendering).inOneGo(text);
    }

    private static Parse parse(ColumnType type) {
        return switch (type.kind()) {
            case INTEGER -> Parse.integer();
            case BIGINT -> Parse.bigint();
            case DECIMAL -> Parse.decimal(type.precision(), type.scale());
            case DOUBLE -> new DoubleParse(NumberFormat.PLAIN);
            case BOOLEAN -> Parse.yesNo("true", "false");
            case DATE -> Parse.date(DATE);
            case TIME -> new TimeParse(fractions(TIME, ""));
            case TIMESTAMP -> new TimestampParse(fractions(DATE + " " + TIME, ""), null, null);
            case TIMESTAMPTZ -> new TimestampParse(fractions(DATE + " " + TIME, "XXX"), null, null);
            case TEXT, JSON ->
                throw new MedallionException(Problem.at("a cast of text to " + type, "is no conversion.")
                        .advise("Leave the cast out."));
        };
    }

    private static List<DatePattern> fractions(String pattern, String offset) {
        List<DatePattern> patterns = new ArrayList<>();
        patterns.add(new DatePattern(pattern + offset));
        for (int digits = 1; digits <= 6; digits++) {
            patterns.add(new DatePattern(pattern + "." + "S".repeat(digits) + offset));
        }
        return patterns;
    }
}
