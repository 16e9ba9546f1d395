package io.medallion.sql;

import io.medallion.spec.CheckAction;
import io.medallion.spec.ExpressionParse;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import io.medallion.spec.TextParse;
import io.medallion.spec.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Bronze rows read as the columns of Silver: white space stripped, null words and blanks read as missing, the rest parsed, what
 * is missing filled. Per column there is its final value, whether it was missing and whether the source's value was refused.
 */
final class SilverReading implements RowReading {

    /** To be carried: the sequence number of a row's batch, from the batches {@code x} beside Bronze; no column can be called so. */
    static final String SEQUENCE = "\0sequence";

    private static final String BRONZE = "b";

    private final Rendering rendering;
    private final NestedSteps steps;
    private final List<SilverColumn> columns;
    private final UnitTable unitTable;
    private final List<SilverCell> cells = new ArrayList<>();

    /**
     * Reads these columns.
     *
     * @param bronze rows of Bronze under the alias {@code b}
     * @param carried Bronze columns that are wanted beside the values
     */
    SilverReading(
            Rendering rendering, List<SilverColumn> columns, Table<?> bronze, Condition where, List<String> carried) {
        this(rendering, columns, bronze, where, carried, UnitTable.inline(rendering));
    }

    /** The same with the factors of units from another place. */
    SilverReading(
            Rendering rendering,
            List<SilverColumn> columns,
            Table<?> bronze,
            Condition where,
            List<String> carried,
            UnitTable unitTable) {
        this.rendering = rendering;
        this.columns = columns;
        this.unitTable = unitTable;
        this.steps = new NestedSteps(rendering, bronze, where);
        for (SilverColumn column : columns) {
            cells.add(cell(column, cells.size()));
        }
        if (cells.stream().map(SilverReading::read).anyMatch(cell -> !(cell instanceof TextCell))) {
            steps.computeMuch();
        }
        for (int step = 0; step < SilverCell.STEPS; step++) {
            step(step, carried);
        }
        units(this::multiplied);
        units((i, unit) -> {
            steps.let("quotient" + i, unit.quotient(steps.value("dividend" + i), steps.value("divisor" + i)));
            steps.let("remainder" + i, unit.remainder(steps.value("dividend" + i), steps.value("divisor" + i)));
        });
        units((i, unit) -> steps.let(
                "normalised" + i,
                unit.result(
                        steps.value("dividend" + i),
                        steps.value("divisor" + i),
                        steps.value("quotient" + i),
                        steps.value("remainder" + i))));
    }

    /** Each column read without steps; empty when one of them cannot be. */
    static Optional<List<SilverCell.AtOnce>> atOnce(Rendering rendering, List<SilverColumn> columns) {
        SilverReading reading =
                new SilverReading(rendering, columns, DSL.table(DSL.name(BRONZE)), DSL.noCondition(), List.of());
        List<SilverCell.AtOnce> all = new ArrayList<>();
        for (SilverCell cell : reading.cells) {
            cell.atOnce().ifPresent(all::add);
        }
        return all.size() == columns.size() ? Optional.of(all) : Optional.empty();
    }

    private interface UnitStep {
        void of(int column, UnitSql unit);
    }

    /** A step that only columns with units need. */
    private void units(UnitStep step) {
        steps.keepAll();
        for (int i = 0; i < columns.size(); i++) {
            Units units = columns.get(i).unit();
            if (units != null) {
                step.of(i, new UnitSql(units, columns.get(i).parse(), rendering.dialect()));
            }
        }
        steps.take();
    }

    private void multiplied(int i, UnitSql unit) {
        String alias = "u" + i;
        Units units = Objects.requireNonNull(columns.get(i).unit());
        Field<?> code = DSL.field(DSL.name(alias, "code"));
        steps.join(unitTable.of(units, alias), Templates.condition("{0} = {1}", code, unit(i)));
        steps.let("dividend" + i, unit.dividend(value(i), alias));
        steps.let("divisor" + i, unit.divisor(alias));
    }

    private SilverCell cell(SilverColumn column, int number) {
        return column.unreadable() == CheckAction.REJECT
                ? strict(column, number)
                : new LenientCell(strict(column.nulls(NullPolicy.keep()), number), column, rendering);
    }

    /** The cell as it is read, whatever becomes of what cannot be. */
    private static SilverCell read(SilverCell cell) {
        return cell instanceof LenientCell lenient ? lenient.read() : cell;
    }

    private SilverCell strict(SilverColumn column, int number) {
        if (column.parse() instanceof ExpressionParse computed) {
            ComputedSql sql = new ComputedSql(computed, rendering, c -> rendering.field(BRONZE, c.column()));
            return new ComputedCell(steps, column, sql, number, rendering);
        }
        Field<?> raw = rendering.field(BRONZE, column.source());
        Units units = column.unit();
        if (units != null && units.areInText()) {
            return new UnitCell(steps, column, units, number, raw, rendering);
        }
        if (column.parse() instanceof TextParse text) {
            return new TextCell(steps, column, text, number, raw, rendering);
        }
        ParseSql parse = ParseSql.of(column.parse(), rendering);
        return parse.fast(raw) == null
                ? new TypedCell(steps, column, number, raw, rendering)
                : new FastCell(steps, column, parse, number, raw, rendering);
    }

    private void step(int step, List<String> carried) {
        for (int i = 0; i < carried.size(); i++) {
            String name = "carried" + i;
            steps.let(name, step == 0 ? carried(carried.get(i)) : steps.value(name));
        }
        for (SilverCell cell : cells) {
            cell.step(step);
        }
        steps.take();
    }

    private Field<?> carried(String name) {
        return name.equals(SEQUENCE) ? rendering.field("x", "sequence") : rendering.field(BRONZE, name);
    }

    /**
     * Fills forward where a policy says so; from now on the values are the filled ones.
     *
     * @param spec of the columns that are read
     * @param order numbers of the carried columns that give the order of loading
     */
    void fillForward(SilverSpec spec, int... order) {
        if (ForwardFill.needed(spec)) {
            new ForwardFill(rendering, spec, this, steps, order).take();
        }
    }

    @Override
    public Table<?> from() {
        return steps.from();
    }

    Field<?> carried(int number) {
        return steps.value("carried" + number);
    }

    @Override
    public Field<?> value(int column) {
        String filled = "filled" + column;
        return steps.has(filled) ? steps.value(filled) : cells.get(column).value();
    }

    @Override
    public Condition missing(int column) {
        return cells.get(column).missing();
    }

    /** Whether the source gave no value. */
    Condition absent(int column) {
        return read(cells.get(column)).missing();
    }

    /** The code of the unit of a column's value. */
    Field<?> unit(int column) {
        Units units = Objects.requireNonNull(columns.get(column).unit());
        SilverCell read = cells.get(column);
        if (read instanceof LenientCell lenient && lenient.read() instanceof UnitCell cell) {
            return Templates.field("case when {0} is not null then {1} end", lenient.value(), cell.unit());
        }
        return read instanceof UnitCell cell
                ? cell.unit()
                : new UnitSql(units, columns.get(column).parse(), rendering.dialect()).given(value(column));
    }

    @Override
    public Map<String, Field<?>> besides(int i) {
        SilverColumn column = columns.get(i);
        Map<String, Field<?>> besides = new LinkedHashMap<>();
        if (column.missingFlag()) {
            besides.put(column.missingFlagName(), DSL.field(missing(i)));
        }
        if (column.unit() != null) {
            besides.put(column.unitName(), unit(i));
            besides.put(column.normalisedName(), steps.value("normalised" + i));
        }
        return besides;
    }

    @Override
    public Condition unreadable(int column) {
        return read(cells.get(column)) instanceof UnitCell cell ? cell.unreadable() : refused(column);
    }

    @Override
    public Condition unknownUnit(int column) {
        return read(cells.get(column)) instanceof UnitCell cell ? cell.unknownUnit() : DSL.noCondition();
    }

    @Override
    public Condition refused(int column) {
        return cells.get(column).refused();
    }
}
