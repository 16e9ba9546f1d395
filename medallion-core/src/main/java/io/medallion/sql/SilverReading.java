package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.Dialect;
import io.medallion.expression.Call;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.ScalarFunction;
import io.medallion.spec.ExpressionParse;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.TextCase;
import io.medallion.spec.TextParse;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Bronze rows read as the columns of Silver: white space stripped, null words and blanks read as missing, the rest parsed, what
 * is missing filled. Per column there is its final value and whether the source's value was missing or was refused.
 */
final class SilverReading {

    private static final String BRONZE = "b";

    private final Rendering rendering;
    private final Dialect dialect;
    private final List<SilverColumn> columns;
    private final NestedSteps steps;

    /**
     * Reads these columns.
     *
     * @param bronze rows of Bronze under the alias {@code b}
     * @param carried Bronze columns that are wanted beside the values
     */
    SilverReading(
            Rendering rendering, List<SilverColumn> columns, Table<?> bronze, Condition where, List<String> carried) {
        this.rendering = rendering;
        this.dialect = rendering.dialect();
        this.columns = columns;
        this.steps = new NestedSteps(rendering, bronze, where);
        step(carried, this::raw);
        step(carried, this::missingAsNull);
        step(carried, i -> parsing(i, "shape"));
        step(carried, i -> parsing(i, "iso"));
        step(carried, this::typed);
    }

    private interface Step {
        void of(int column);
    }

    private void step(List<String> carried, Step step) {
        for (int i = 0; i < carried.size(); i++) {
            String name = "carried" + i;
            steps.let(name, first() ? rendering.field(BRONZE, carried.get(i)) : steps.value(name));
        }
        for (int i = 0; i < columns.size(); i++) {
            step.of(i);
        }
        steps.take();
    }

    private boolean first() {
        return steps.depth() == 0;
    }

    private void raw(int i) {
        SilverColumn column = columns.get(i);
        if (column.parse() instanceof ExpressionParse computed) {
            ComputedSql sql = new ComputedSql(computed, rendering, c -> rendering.field(BRONZE, c.column()));
            steps.let("value" + i, sql.value());
            sql.refused().ifPresent(refused -> steps.let("refused" + i, DSL.field(refused)));
            return;
        }
        Field<?> raw = rendering.field(BRONZE, column.source());
        boolean trimmed = !(column.parse() instanceof TextParse text) || text.trim();
        if (!trimmed) {
            steps.let("raw" + i, raw);
        }
        if (trimmed || !column.nullWords().isEmpty() || blankIsMissing(column)) {
            steps.let("stripped" + i, WhiteSpaceSql.stripped(raw, dialect));
        }
    }

    private static boolean blankIsMissing(SilverColumn column) {
        return !(column.parse() instanceof TextParse text) || text.blankIsMissing();
    }

    private void missingAsNull(int i) {
        SilverColumn column = columns.get(i);
        if (column.parse() instanceof ExpressionParse) {
            keepComputed(i);
            return;
        }
        boolean trimmed = !(column.parse() instanceof TextParse text) || text.trim();
        Field<?> present = steps.value((trimmed ? "stripped" : "raw") + i);
        if (column.parse() instanceof TextParse text && text.letters() != TextCase.KEEP) {
            ScalarFunction letters = text.letters() == TextCase.LOWER ? ScalarFunction.LOWER : ScalarFunction.UPPER;
            Field<?> kept = present;
            present = new ExpressionSql(rendering, c -> kept).field(Call.of(letters, ColumnRef.of("text")));
        }
        List<String> words = new ArrayList<>(column.nullWords());
        if (blankIsMissing(column) && !words.contains("")) {
            words.add(0, "");
        }
        if (!words.isEmpty()) {
            present = Templates.field(
                    "case when {0} not in ({1}) then {2} end",
                    steps.value("stripped" + i),
                    DSL.list(words.stream()
                            .<Field<?>>map(w -> LiteralSql.text(w, dialect))
                            .toList()),
                    present);
        }
        steps.let("text" + i, present);
    }

    private void keepComputed(int i) {
        steps.keep("value" + i);
        if (steps.has("refused" + i)) {
            steps.keep("refused" + i);
        }
    }

    private void parsing(int i, String step) {
        if (columns.get(i).parse() instanceof ExpressionParse) {
            keepComputed(i);
            return;
        }
        steps.keep("text" + i);
        ParseSql parse = ParseSql.of(columns.get(i).parse(), rendering);
        List<Field<?>> fields =
                step.equals("shape") ? parse.shaped(steps.value("text" + i)) : parse.arranged(numbered("shape", i));
        for (int way = 0; way < fields.size(); way++) {
            steps.let(step + i + "_" + way, fields.get(way));
        }
    }

    private List<Field<?>> numbered(String step, int i) {
        List<Field<?>> fields = new ArrayList<>();
        for (int way = 0; steps.has(step + i + "_" + way); way++) {
            fields.add(steps.value(step + i + "_" + way));
        }
        return fields;
    }

    private void typed(int i) {
        SilverColumn column = columns.get(i);
        Field<?> value;
        Condition missing;
        if (column.parse() instanceof ExpressionParse) {
            keepComputed(i);
            value = steps.value("value" + i);
            missing = Templates.condition("{0} is null", value);
            if (steps.has("refused" + i)) {
                missing = missing.and(Templates.condition("not {0}", steps.value("refused" + i)));
            }
            steps.let("missing" + i, DSL.field(missing));
        } else {
            steps.keep("text" + i);
            value = ParseSql.of(column.parse(), rendering).value(numbered("iso", i));
            missing = Templates.condition("{0} is null", steps.value("text" + i));
        }
        if (column.nulls() instanceof NullPolicy.Fill fill) {
            Field<?> constant = ColumnTypes.cast(constants().field(fill.value()), column.type(), dialect);
            value = Templates.field("case when {0} then {1} else {2} end", missing, constant, value);
        }
        steps.let("value" + i, value);
    }

    private ExpressionSql constants() {
        return new ExpressionSql(rendering, column -> {
            throw new IllegalStateException("a constant names a column: " + column);
        });
    }

    /** What the values stand in. */
    Table<?> from() {
        return steps.from();
    }

    Field<?> carried(int number) {
        return steps.value("carried" + number);
    }

    /** The final value of a column: NULL where it is missing and stays so, and where it is refused. */
    Field<?> value(int column) {
        return steps.value("value" + column);
    }

    /** Whether the source gave no value. */
    Condition missing(int i) {
        return columns.get(i).parse() instanceof ExpressionParse
                ? DSL.condition(steps.value("missing" + i).coerce(Boolean.class))
                : Templates.condition("{0} is null", steps.value("text" + i));
    }

    /** Whether the source gave a value that cannot be read; nothing for columns that read everything. */
    Condition refused(int i) {
        SilverColumn column = columns.get(i);
        if (column.parse() instanceof ExpressionParse) {
            return steps.has("refused" + i)
                    ? DSL.condition(steps.value("refused" + i).coerce(Boolean.class))
                    : DSL.noCondition();
        }
        return column.parse() instanceof TextParse
                ? DSL.noCondition()
                : Templates.condition("{0} is null and {1} is not null", value(i), steps.value("text" + i));
    }

    /** The type the values have. */
    ColumnType type(int column) {
        return columns.get(column).type();
    }
}
