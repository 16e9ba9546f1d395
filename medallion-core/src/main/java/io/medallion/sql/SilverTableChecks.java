package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.spec.CheckAction;
import io.medallion.spec.SilverSpec;
import io.medallion.spec.TableCheck;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Demands on the next version of a table as a whole, on the counts {@code c} of the audit. No clock is asked. */
final class SilverTableChecks {

    /**
     * One demand.
     *
     * @param fails true when the table does not meet it
     * @param found what was found instead, as text
     */
    record Expectation(TableCheck check, Condition fails, Field<?> found) {}

    private static final String AGE = "age";

    /** The next version under a name, so that none of its columns is taken for something else. */
    private static final String NEXT = "n";

    private final Rendering rendering;
    private final SilverSpec spec;
    private final SilverTables tables;

    SilverTableChecks(Rendering rendering, SilverSpec spec, SilverTables tables) {
        this.rendering = rendering;
        this.spec = spec;
        this.tables = tables;
    }

    List<Expectation> of(CheckAction action) {
        List<Expectation> expectations = new ArrayList<>();
        for (int i = 0; i < spec.tableChecks().size(); i++) {
            TableCheck check = spec.tableChecks().get(i);
            if (check.action() == action) {
                expectations.add(expectation(check, i));
            }
        }
        return expectations;
    }

    private Expectation expectation(TableCheck check, int number) {
        if (check instanceof TableCheck.RowCount rows) {
            Condition few = Templates.condition("{0} < " + rows.atLeast(), count("kept"));
            Condition fails =
                    rows.atMost() == null ? few : few.or(Templates.condition("{0} > " + rows.atMost(), count("kept")));
            return new Expectation(check, fails, text("concat({0}, ' rows')", count("kept")));
        }
        if (check instanceof TableCheck.RejectShare share) {
            String most = BigDecimal.valueOf(share.atMost()).toPlainString();
            return new Expectation(
                    check,
                    Templates.condition("{0} > " + most + " * {1}", count("rejected"), count("bronze_rows")),
                    text("concat({0}, ' of ', {1}, ' rows rejected')", count("rejected"), count("bronze_rows")));
        }
        TableCheck.Freshness fresh = (TableCheck.Freshness) check;
        Field<?> age = count(AGE + number);
        return new Expectation(
                check,
                Templates.condition("({0} is null or {0} > " + fresh.seconds() + ")", age),
                text("coalesce(concat('the newest is ', {0}, ' seconds older'), 'no row has a time')", age));
    }

    /** What the counts of the audit have to hold besides. */
    List<Field<?>> counts() {
        List<Field<?>> counts = new ArrayList<>();
        for (int i = 0; i < spec.tableChecks().size(); i++) {
            if (spec.tableChecks().get(i) instanceof TableCheck.Freshness fresh) {
                counts.add(age(fresh).as(DSL.name(AGE + i)));
            }
        }
        return counts;
    }

    /** Seconds between the newest value and the last load of what is in force; NULL for a table without values. */
    private Field<?> age(TableCheck.Freshness fresh) {
        String seconds =
                switch (rendering.dialect()) {
                    case DUCKDB -> "date_diff('second', {0}, {1})";
                    case POSTGRES -> "cast(floor(extract(epoch from {1} - {0})) as bigint)";
                    case MARIADB, MYSQL -> "timestampdiff(second, {0}, {1})";
                };
        Field<?> newest = Templates.field("max({0})", moment(fresh.column()));
        Field<?> loaded = Templates.field(
                "(select max({0}) from {1} as {5} where {2} = {3} and {4})",
                rendering.field("x", "loaded_at"),
                rendering.name(rendering.naming().own("batches")),
                rendering.field("x", "table_name"),
                LiteralSql.text(spec.from(), rendering.dialect()),
                rendering.field("x", "in_force"),
                DSL.name("x"));
        return Templates.field(
                "(select " + seconds + " from {2} as {3})",
                newest,
                loaded,
                rendering.name(tables.next()),
                DSL.name(NEXT));
    }

    private Field<?> moment(String column) {
        boolean zoned = ColumnType.TIMESTAMPTZ.equals(spec.types().get(column));
        Field<?> value = rendering.field(NEXT, column);
        return switch (rendering.dialect()) {
            case DUCKDB, POSTGRES -> Templates.field(zoned ? "timezone('UTC', {0})" : "cast({0} as timestamp)", value);
            case MARIADB, MYSQL -> Templates.field("cast({0} as datetime(6))", value);
        };
    }

    private static Field<?> count(String name) {
        return DSL.field(DSL.name("c", name));
    }

    private static Field<?> text(String template, Field<?>... counts) {
        return Templates.field(template, counts);
    }
}
