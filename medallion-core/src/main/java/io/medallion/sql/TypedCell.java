package io.medallion.sql;

import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverColumn;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Text parsed to a type. Most cells are clean and parse as they stand; only what does not is stripped of white space, compared
 * with the null words and parsed again, which saves stripping every cell.
 */
final class TypedCell implements SilverCell {

    private final NestedSteps steps;
    private final SilverColumn column;
    private final ParseSql parse;
    private final int number;
    private final Field<?> bronze;
    private final Rendering rendering;

    TypedCell(NestedSteps steps, SilverColumn column, int number, Field<?> bronze, Rendering rendering) {
        this.steps = steps;
        this.column = column;
        this.parse = ParseSql.of(column.parse(), rendering);
        this.number = number;
        this.bronze = bronze;
        this.rendering = rendering;
    }

    private String name(String what) {
        return what + number;
    }

    @Override
    public void step(int step) {
        switch (step) {
            case 0 -> {
                steps.let(name("raw"), bronze);
                let("shaped", parse.shaped(withoutWords(bronze)));
            }
            case 1 -> {
                steps.keep(name("raw"));
                let("arranged", parse.arranged(fields("shaped")));
            }
            case 2 -> {
                steps.keep(name("raw"));
                steps.let(name("clean"), parse.value(fields("arranged")));
            }
            case 3 -> {
                steps.keep(name("clean"));
                steps.let(name("text"), text());
            }
            case 4 -> {
                keepBoth();
                let("reshaped", parse.shaped(steps.value(name("text"))));
            }
            case 5 -> {
                keepBoth();
                let("rearranged", parse.arranged(fields("reshaped")));
            }
            default -> {
                keepBoth();
                steps.let(name("value"), typed());
            }
        }
    }

    private void keepBoth() {
        steps.keep(name("clean"));
        steps.keep(name("text"));
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

    /** A null word may have the form of a value: {@code -999}. */
    private Field<?> withoutWords(Field<?> raw) {
        return NullWordsSql.withoutWords(raw, column.nullWords(), rendering.dialect());
    }

    /** What is left to parse: the stripped text of cells that did not parse; NULL where there is none, and where it did. */
    private Field<?> text() {
        Dialect dialect = rendering.dialect();
        List<String> words = new ArrayList<>(column.nullWords());
        words.add("");
        return Templates.field(
                "case when {0} is null then {1} end",
                steps.value(name("clean")),
                NullWordsSql.withoutWords(WhiteSpaceSql.stripped(steps.value(name("raw")), dialect), words, dialect));
    }

    private Field<?> typed() {
        Field<?> clean = steps.value(name("clean"));
        Field<?> parsed = parse.value(fields("rearranged"));
        return column.nulls() instanceof NullPolicy.Fill fill
                ? Templates.field(
                        "case when {0} is not null then {0} when {1} is null then {2} else {3} end",
                        clean, steps.value(name("text")), FillSql.constant(fill, column, rendering), parsed)
                : Templates.field("case when {0} is not null then {0} else {1} end", clean, parsed);
    }

    @Override
    public Field<?> value() {
        return steps.value(name("value"));
    }

    @Override
    public Condition missing() {
        return Templates.condition(
                "{0} is null and {1} is null", steps.value(name("clean")), steps.value(name("text")));
    }

    @Override
    public Condition refused() {
        return Templates.condition("{0} is null and {1} is not null", value(), steps.value(name("text")));
    }
}
