package io.medallion.sql;

import io.medallion.spec.BooleanParse;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Text parsed to a type where most cells are written in the one usual way: those are read by a cheap test and a cast. Only what
 * that leaves is stripped of white space, compared with the null words and parsed by every form that is allowed.
 */
final class FastCell implements SilverCell {

    private final NestedSteps steps;
    private final SilverColumn column;
    private final ParseSql parse;
    private final int number;
    private final Field<?> bronze;
    private final Rendering rendering;

    FastCell(NestedSteps steps, SilverColumn column, ParseSql parse, int number, Field<?> bronze, Rendering rendering) {
        this.steps = steps;
        this.column = column;
        this.parse = parse;
        this.number = number;
        this.bronze = bronze;
        this.rendering = rendering;
    }

    private String name(String what) {
        return what + number;
    }

    /** A column without a value in Bronze has none in Silver, unless something is done about it. */
    @Override
    public Optional<AtOnce> atOnce() {
        boolean kept = column.nulls() instanceof NullPolicy.Keep || column.nulls() instanceof NullPolicy.DropRow;
        return Optional.of(new AtOnce(
                parse.fast(withoutWords()),
                kept ? Templates.condition("{0} is not null", bronze) : Templates.condition("1 = 1")));
    }

    @Override
    public void step(int step) {
        switch (step) {
            case 0 -> {
                steps.let(name("raw"), bronze);
                steps.let(name("clean"), parse.fast(withoutWords()));
            }
            case 1 -> {
                steps.keep(name("clean"));
                steps.let(name("text"), text());
            }
            default -> {
                steps.keep(name("clean"));
                steps.keep(name("text"));
                if (steps.has(name("value"))) {
                    steps.keep(name("value"));
                } else {
                    steps.let(name("value"), typed());
                }
            }
        }
    }

    /** A null word may have the form of a value, {@code -999}; one without a digit is no number and no date. */
    private Field<?> withoutWords() {
        List<String> words = column.parse() instanceof BooleanParse
                ? column.nullWords()
                : column.nullWords().stream()
                        .filter(word -> word.chars().anyMatch(c -> c >= '0' && c <= '9'))
                        .toList();
        return NullWordsSql.withoutWords(bronze, words, rendering.dialect());
    }

    /** What is left to parse; NULL where there is nothing, and where it is read already. */
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
        Field<?> text = steps.value(name("text"));
        Field<?> parsed = parse.inOneGo(text);
        return column.nulls() instanceof NullPolicy.Fill fill
                ? Templates.field(
                        "case when {0} is not null then {0} when {1} is null then {2} else {3} end",
                        clean, text, FillSql.constant(fill, column, rendering), parsed)
                : Templates.field(
                        "case when {0} is not null then {0} when {1} is not null then {2} end", clean, text, parsed);
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
