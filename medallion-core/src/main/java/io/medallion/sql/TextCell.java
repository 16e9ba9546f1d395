package io.medallion.sql;

import io.medallion.expression.Call;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.ScalarFunction;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.TextParse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** Text as it is, or trimmed, or in one case; ready after the first step, or after the second where texts are replaced. */
final class TextCell implements SilverCell {

    private final NestedSteps steps;
    private final SilverColumn column;
    private final TextParse parse;
    private final String text;
    private final Field<?> raw;
    private final Rendering rendering;

    TextCell(NestedSteps steps, SilverColumn column, TextParse parse, int number, Field<?> raw, Rendering rendering) {
        this.steps = steps;
        this.column = column;
        this.parse = parse;
        this.text = "text" + number;
        this.raw = raw;
        this.rendering = rendering;
    }

    @Override
    public Optional<AtOnce> atOnce() {
        return column.mapping().isEmpty()
                ? Optional.of(new AtOnce(filled(letters(present())), null))
                : Optional.empty();
    }

    @Override
    public void step(int step) {
        if (step == 0) {
            steps.let(text, letters(present()));
        } else if (step == 1 && !column.mapping().isEmpty()) {
            steps.let(text, mapped(steps.value(text)));
        } else {
            steps.keep(text);
        }
    }

    /** One template for all pairs: nested ones would be as deep as there are pairs. */
    private Field<?> mapped(Field<?> read) {
        List<QueryPart> parts = new ArrayList<>(List.of(read));
        StringBuilder template = new StringBuilder("case {0}");
        column.mapping().forEach((from, to) -> {
            template.append(" when {")
                    .append(parts.size())
                    .append("} then {")
                    .append(parts.size() + 1)
                    .append('}');
            parts.add(LiteralSql.text(from, rendering.dialect()));
            parts.add(LiteralSql.text(to, rendering.dialect()));
        });
        return Templates.field(template.append(" else {0} end").toString(), parts.toArray(QueryPart[]::new));
    }

    private Field<?> present() {
        List<String> words = new ArrayList<>(column.nullWords());
        if (parse.blankIsMissing()) {
            words.add("");
        }
        Field<?> stripped = WhiteSpaceSql.stripped(raw, rendering.dialect());
        if (words.isEmpty()) {
            return parse.trim() ? stripped : raw;
        }
        return parse.trim()
                ? NullWordsSql.withoutWords(stripped, words, rendering.dialect())
                : Templates.field(
                        "case when {0} then {1} end",
                        Templates.condition(
                                "{0} not in ({1})", stripped, NullWordsSql.list(words, rendering.dialect())),
                        raw);
    }

    private Field<?> letters(Field<?> present) {
        ExpressionSql expressions = new ExpressionSql(rendering, column -> present);
        ColumnRef itself = ColumnRef.of("text");
        return switch (parse.letters()) {
            case KEEP -> present;
            case LOWER -> expressions.field(Call.of(ScalarFunction.LOWER, itself));
            case UPPER -> expressions.field(Call.of(ScalarFunction.UPPER, itself));
        };
    }

    @Override
    public Field<?> value() {
        return filled(steps.value(text));
    }

    private Field<?> filled(Field<?> read) {
        return column.nulls() instanceof NullPolicy.Fill fill
                ? Templates.field("coalesce({0}, {1})", read, FillSql.constant(fill, column, rendering))
                : read;
    }

    @Override
    public Condition missing() {
        return Templates.condition("{0} is null", steps.value(text));
    }

    @Override
    public Condition refused() {
        return DSL.noCondition();
    }
}
