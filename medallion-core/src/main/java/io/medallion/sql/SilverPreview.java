package io.medallion.sql;

import io.medallion.spec.CheckAction;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.SqlScript.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The first rows of Bronze in force before and after, with what each fails by itself. */
final class SilverPreview {

    private final Rendering rendering;
    private final SilverSpec spec;

    SilverPreview(Rendering rendering, SilverSpec spec) {
        SilverTables.requireFitted(spec);
        this.rendering = rendering;
        this.spec = spec;
    }

    SqlStatement statement(int n) {
        List<String> sources = spec.columns().stream()
                .flatMap(c -> c.sources().stream().sorted())
                .distinct()
                .toList();
        List<String> carried = Stream.concat(Stream.of("_batch_id", "_row_number", "_place"), sources.stream())
                .toList();
        SilverReading reading =
                new SilverReading(rendering, spec.columns(), first(n, sources), DSL.noCondition(), carried);
        reading.fillForward(spec, 2);
        List<SelectField<?>> fields = new ArrayList<>();
        fields.add(reading.carried(0).as(rendering.columnName("_batch_id")));
        fields.add(reading.carried(1).as(rendering.columnName("_row_number")));
        for (int i = 0; i < sources.size(); i++) {
            fields.add(reading.carried(3 + i).as(rendering.columnName(sources.get(i) + "__before")));
        }
        for (int i = 0; i < spec.columns().size(); i++) {
            fields.add(reading.value(i)
                    .as(rendering.columnName(spec.columns().get(i).name())));
            if (spec.columns().get(i).unit() != null) {
                reading.besides(i).forEach((name, value) -> fields.add(value.as(rendering.columnName(name))));
            }
        }
        fields.add(reasons(new SilverRules(spec.columns(), reading, rendering).of(spec))
                .as(DSL.name("_reasons")));
        var rows = rendering
                .dsl()
                .select(fields)
                .from(new SilverReferences(rendering, reading, spec.columns()).from())
                .orderBy(reading.carried(2));
        return rendering.statement(
                Step.QUERY,
                "preview of " + new SilverTables(rendering, spec).silver(),
                ForwardFill.needed(spec) ? rows.limit(DSL.inline(n)) : rows);
    }

    /** What is filled forward may come from any row, so all are read then. */
    private Table<?> first(int n, List<String> sources) {
        List<Field<?>> columns = new ArrayList<>();
        Stream.concat(Stream.of("_batch_id", "_row_number"), sources.stream())
                .forEach(name -> columns.add(rendering.field("b", name)));
        Field<?> sequence = rendering.field("x", "sequence");
        Field<?> row = rendering.field("b", "_row_number");
        columns.add(DSL.rowNumber().over(DSL.orderBy(sequence, row)).as(rendering.columnName("_place")));
        var all = rendering.dsl().select(columns).from(SilverTables.bronze(rendering, spec.from()));
        return DSL.table(
                        "({0})",
                        ForwardFill.needed(spec)
                                ? all
                                : all.orderBy(sequence, row).limit(DSL.inline(n)))
                .as(DSL.name("b"));
    }

    /** The rules that reject a row, one after the other; NULL for a row that passes. */
    private Field<?> reasons(List<SilverRules.Rule> rules) {
        List<Field<?>> parts = new ArrayList<>();
        for (SilverRules.Rule rule : rules) {
            if (rule.action() == CheckAction.REJECT) {
                parts.add(Templates.field(
                        "case when {0} then {1} end", rule.fails(), LiteralSql.text(rule.id(), rendering.dialect())));
            }
        }
        return parts.isEmpty()
                ? SilverKeys.none(rendering)
                : Templates.field("nullif(concat_ws('; ', {0}), '')", DSL.list(parts));
    }
}
