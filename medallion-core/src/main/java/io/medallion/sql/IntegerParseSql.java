package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.spec.IntegerParse;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQL;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Whole numbers of 32 or 64 bits. */
final class IntegerParseSql implements ParseSql {

    private final ColumnType type;
    private final NumberText text;
    private final Dialect dialect;

    IntegerParseSql(IntegerParse parse, Dialect dialect) {
        this.type = parse.type();
        this.text = new NumberText(parse.format(), dialect);
        this.dialect = dialect;
    }

    @Override
    public @Nullable Field<?> fast(Field<?> value) {
        int digits = type.equals(ColumnType.INTEGER) ? 9 : 18;
        return text.isPlain() ? text.fast(value, digits, 0, ColumnTypes.cast(value, type, dialect)) : null;
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
        Condition shape = text.isPlain() ? matches(number) : DSL.noCondition();
        return switch (dialect) {
            case DUCKDB -> guarded(shape, Templates.field("try_cast({0} as {1})", number, target()));
            case POSTGRES, MARIADB, MYSQL -> guarded(shape.and(inRange(number)), cast(number));
        };
    }

    private Condition matches(Field<?> value) {
        return text.matches(value, "0+", false, "");
    }

    private static Field<?> guarded(Condition condition, Field<?> value) {
        return DSL.noCondition().equals(condition)
                ? value
                : Templates.field("case when {0} then {1} end", condition, value);
    }

    private SQL target() {
        return ColumnTypes.column(type, dialect);
    }

    /** As many digits as the greatest number, compared as text: a cast to find out would be the error to avoid. */
    private Condition inRange(Field<?> number) {
        boolean small = type.equals(ColumnType.INTEGER);
        String greatest = small ? "2147483647" : "9223372036854775807";
        String least = small ? "2147483648" : "9223372036854775808";
        String binary =
                switch (dialect) {
                    case DUCKDB, MARIADB, MYSQL -> "";
                    case POSTGRES -> " collate \"C\"";
                };
        return Templates.condition(
                "(char_length({0}) < " + greatest.length() + " or char_length({0}) = " + greatest.length() + " and {0}"
                        + binary + " <= case when {1} like '-%' then '" + least + "' else '" + greatest + "' end)",
                text.leadingDigits(number),
                number);
    }

    private Field<?> cast(Field<?> number) {
        Field<?> whole =
                switch (dialect) {
                    case DUCKDB, POSTGRES -> Templates.field("split_part({0}, '.', 1)", number);
                    case MARIADB, MYSQL -> Templates.field("substring_index({0}, '.', 1)", number);
                };
        return ColumnTypes.cast(whole, type, dialect);
    }
}
