package io.medallion.testing;

import static io.medallion.spec.Parse.bigint;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.expression;
import static io.medallion.spec.Parse.floating;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.text;
import static io.medallion.spec.Parse.time;
import static io.medallion.spec.Parse.yesNo;

import io.medallion.ColumnType;
import io.medallion.spec.DatePattern;
import io.medallion.spec.GoldInput;
import io.medallion.spec.Parse;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import io.medallion.spec.TimestampParse;
import java.util.List;

/** Silver tables whose cells are written the way their types are shown. */
final class PlainSilver {

    private static final List<DatePattern> TIMESTAMPS = List.of(
            new DatePattern("yyyy-MM-dd HH:mm:ss"),
            new DatePattern("yyyy-MM-dd HH:mm:ss.SSSSSS"),
            new DatePattern("yyyy-MM-dd HH:mm"));

    private PlainSilver() {}

    /** A table of all columns of the input; those that are not given are NULL. */
    static SilverSpec of(GoldInput input, List<String> given) {
        return SilverSpec.of(
                input.table(),
                input.columns().stream()
                        .map(c -> given.contains(c.name())
                                ? SilverColumn.column(c.name()).named(c.name()).as(parse(c.type()))
                                : SilverColumn.computed(
                                        c.name(), expression("CAST(NULL AS " + c.type() + ")", c.type())))
                        .toList());
    }

    private static Parse parse(ColumnType type) {
        return switch (type.kind()) {
            case TEXT, JSON -> text();
            case INTEGER -> integer();
            case BIGINT -> bigint();
            case DECIMAL -> decimal(type.precision(), type.scale());
            case DOUBLE -> floating();
            case BOOLEAN -> yesNo("true", "false");
            case DATE -> date("yyyy-MM-dd");
            case TIME -> time("HH:mm:ss", "HH:mm", "HH:mm:ss.SSSSSS");
            case TIMESTAMP -> new TimestampParse(TIMESTAMPS, null, null);
            case TIMESTAMPTZ -> new TimestampParse(TIMESTAMPS, "UTC", null);
        };
    }
}
