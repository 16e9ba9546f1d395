package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.spec.DecimalParse;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Exact decimals. Digits that would be lost are part of the shape, for a cast rounds them away without a word. */
final class DecimalParseSql implements ParseSql {

    private final ColumnType type;
    private final NumberText text;
    private final Dialect dialect;

    DecimalParseSql(DecimalParse parse, Dialect dialect) {
        this.type = parse.type();
        this.text = new NumberText(parse.format(), dialect);
        this.dialect = dialect;
    }

    @Override
    public @Nullable Field<?> fast(Field<?> value) {
        int digits = type.precision() - type.scale();
        return text.isPlain() && digits > 0
                ? text.fast(value, digits, type.scale(), ColumnTypes.cast(value, type, dialect))
                : null;
    }

    @Override
    public List<Field<?>> shaped(Field<?> value) {
        return text.isPlain()
                ? List.of(value)
                : List.of(Templates.field("case when {0} then {1} end", matches(value), text.cleaned(value)));
    }

    @Override
    public List<Field<?>> arranged(List<Field<?>> shaped) {
        return List.of(text.minusFirst(shaped.get(0)));
    }

    @Override
    public Field<?> value(List<Field<?>> arranged) {
        Field<?> number = arranged.get(0);
        return switch (dialect) {
            case DUCKDB -> {
                Field<?> attempt = Templates.field("try_cast({0} as {1})", number, ColumnTypes.column(type, dialect));
                yield text.isPlain()
                        ? Templates.field("case when {0} then {1} end", matches(number), attempt)
                        : attempt;
            }
            case POSTGRES, MARIADB, MYSQL -> {
                Condition fits = Templates.condition(
                        "char_length({0}) <= " + (type.precision() - type.scale()), text.leadingDigits(number));
                yield Templates.field(
                        "case when {0} then {1} end",
                        text.isPlain() ? matches(number).and(fits) : fits, ColumnTypes.cast(number, type, dialect));
            }
        };
    }

    private Condition matches(Field<?> value) {
        String fraction = type.scale() == 0 ? "0+" : "[0-9]{1," + type.scale() + "}0*";
        return text.matches(value, fraction, true, "");
    }
}
