package io.medallion.sql;

import io.medallion.spec.SilverColumn;
import io.medallion.spec.Units;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/** A number with its unit behind it: taken apart first, then the number is parsed and the unit looked up. */
final class UnitCell implements SilverCell {

    private final NestedSteps steps;
    private final SilverColumn column;
    private final ParseSql parse;
    private final UnitSql unit;
    private final int number;
    private final Field<?> bronze;
    private final Dialect dialect;

    UnitCell(NestedSteps steps, SilverColumn column, Units units, int number, Field<?> bronze, Rendering rendering) {
        this.steps = steps;
        this.column = column;
        this.parse = ParseSql.of(column.parse(), rendering);
        this.unit = new UnitSql(units, column.parse(), rendering.dialect());
        this.number = number;
        this.bronze = bronze;
        this.dialect = rendering.dialect();
    }

    private String name(String what) {
        return what + number;
    }

    @Override
    public void step(int step) {
        if (step > 0) {
            steps.keep(name("text"));
        }
        switch (step) {
            case 0 -> steps.let(name("text"), text());
            case 1 -> steps.let(name("beginning"), unit.beginning(steps.value(name("text"))));
            case 2 -> {
                Field<?> beginning = steps.value(name("beginning"));
                steps.let(name("number"), WhiteSpaceSql.stripped(beginning, dialect));
                steps.let(name("written"), unit.behind(steps.value(name("text")), beginning));
            }
            case 3 -> {
                steps.let(name("unit"), unit.code(steps.value(name("written"))));
                let("shape", parse.shaped(steps.value(name("number"))));
            }
            case 4 -> {
                steps.keep(name("unit"));
                let("arranged", parse.arranged(fields("shape")));
            }
            case 5 -> {
                steps.keep(name("unit"));
                steps.let(name("value"), parse.value(fields("arranged")));
            }
            default -> {
                steps.keep(name("unit"));
                steps.keep(name("value"));
            }
        }
    }

    private Field<?> text() {
        List<String> words = new ArrayList<>(column.nullWords());
        words.add("");
        return NullWordsSql.withoutWords(WhiteSpaceSql.stripped(bronze, dialect), words, dialect);
    }

    private void let(String step, List<Field<?>> fields) {
        for (int way = 0; way < fields.size(); way++) {
            steps.let(name(step) + "_" + way, fields.get(way));
        }
    }

    private List<Field<?>> fields(String step) {
        List<Field<?>> fields = new ArrayList<>();
        for (int way = 0; steps.has(name(step) + "_" + way); way++) {
            fields.add(steps.value(name(step) + "_" + way));
        }
        return fields;
    }

    @Override
    public Field<?> value() {
        return steps.value(name("value"));
    }

    @Override
    public Condition missing() {
        return Templates.condition("{0} is null", steps.value(name("text")));
    }

    @Override
    public Condition refused() {
        return unreadable().or(unknownUnit());
    }

    /** After the last step: whether the source gave a value that does not begin with a number. */
    Condition unreadable() {
        return Templates.condition("{0} is null and {1} is not null", value(), steps.value(name("text")));
    }

    /** After the last step: whether the source gave a value without a unit that is known. */
    Condition unknownUnit() {
        return Templates.condition("{0} is null and {1} is not null", unit(), steps.value(name("text")));
    }

    /** After the last step: the code of the unit. */
    Field<?> unit() {
        return steps.value(name("unit"));
    }
}
