package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.spec.CheckAction;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.SqlScript.Step;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Row3;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/** What columns and keys would do to the rows in force, counted by the very conditions a build uses. */
final class SilverMeasure {

    private final Rendering rendering;

    SilverMeasure(Rendering rendering) {
        this.rendering = rendering;
    }

    private SilverReading reading(String bronze, List<SilverColumn> columns) {
        return new SilverReading(
                rendering, columns, SilverTables.bronze(rendering, bronze), DSL.noCondition(), List.of());
    }

    /** One scan whatever the number of columns: a count for every rule, then turned into rows. */
    SqlStatement columns(String bronze, List<SilverColumn> columns) {
        SilverReading reading = reading(bronze, columns);
        SilverRules rules = new SilverRules(columns, reading, rendering);
        List<SelectField<?>> counts = new ArrayList<>();
        List<Row3<Integer, Integer, Object>> rows = new ArrayList<>();
        counts.add(DSL.field("count(*)").as(DSL.name("n0")));
        rows.add(row(0, -1, "rows"));
        for (int i = 0; i < columns.size(); i++) {
            List<SilverRules.Rule> asked = new ArrayList<>(rules.refusal(i));
            asked.add(rules.absent(i));
            asked.addAll(rules.checks(i));
            for (SilverRules.Rule rule : asked) {
                rows.add(row(counts.size(), i, rule.id()));
                counts.add(Templates.field("count(case when {0} then 1 end)", rule.fails())
                        .as(DSL.name("n" + counts.size())));
            }
        }
        Select<?> counted = rendering.dsl().select(counts).from(reading.from());
        return rendering.statement(Step.QUERY, "measure columns of bronze " + bronze, turned(counted, rows));
    }

    private Row3<Integer, Integer, Object> row(int number, int column, String rule) {
        return DSL.row(
                DSL.inline(number),
                DSL.inline(column),
                DSL.field("{0}", Object.class, LiteralSql.text(rule, rendering.dialect())));
    }

    private Select<?> turned(Select<?> counted, List<Row3<Integer, Integer, Object>> rows) {
        StringBuilder template = new StringBuilder("case {0}");
        List<Field<?>> parts = new ArrayList<>(List.of(DSL.field(DSL.name("v", "number"))));
        for (int number = 0; number < rows.size(); number++) {
            template.append(" when ")
                    .append(number)
                    .append(" then {")
                    .append(parts.size())
                    .append('}');
            parts.add(DSL.field(DSL.name("c", "n" + number)));
        }
        @SuppressWarnings({"unchecked", "rawtypes"})
        Row3<Integer, Integer, Object>[] values = rows.toArray(Row3[]::new);
        return rendering
                .dsl()
                .select(
                        DSL.field(DSL.name("v", "column_no")),
                        ColumnTypes.cast(DSL.field(DSL.name("v", "rule")), ColumnType.TEXT, rendering.dialect())
                                .as(DSL.name("rule")),
                        Templates.field(template + " end", parts.toArray(Field[]::new))
                                .as(DSL.name("rows")))
                .from(DSL.table("({0})", counted).as(DSL.name("c")))
                .crossJoin(DSL.values(values).as("v", "number", "column_no", "rule"))
                .orderBy(DSL.field(DSL.name("v", "number")));
    }

    /** Rows by key, then the keys. */
    SqlStatement duplicates(SilverSpec spec) {
        List<String> key = spec.deduplication().key().isEmpty()
                ? spec.key()
                : spec.deduplication().key();
        SilverReading reading = reading(spec.from(), spec.columns());
        List<Condition> failures = new SilverRules(spec.columns(), reading, rendering)
                .of(spec).stream()
                        .filter(rule -> rule.action() == CheckAction.REJECT)
                        .map(SilverRules.Rule::fails)
                        .toList();
        List<Field<?>> keys = new ArrayList<>();
        List<SelectField<?>> fields = new ArrayList<>();
        for (String name : key) {
            Field<?> value = reading.value(position(spec, name));
            keys.add(value);
            fields.add(value.as(DSL.name("key" + fields.size())));
        }
        fields.add(DSL.field("count(*)").as(DSL.name("n")));
        Condition refused = failures.isEmpty() ? DSL.falseCondition() : DSL.or(failures);
        fields.add(Templates.field("count(case when {0} then 1 end)", refused).as(DSL.name("refused")));
        Select<?> grouped = rendering.dsl().select(fields).from(reading.from()).groupBy(keys);
        return rendering.statement(
                Step.QUERY,
                "measure duplicates of " + new SilverTables(rendering, spec).silver(),
                summed(grouped, key));
    }

    private static int position(SilverSpec spec, String name) {
        return spec.columns().indexOf(spec.column(name));
    }

    private Select<?> summed(Select<?> grouped, List<String> key) {
        List<Condition> missing = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            missing.add(Templates.condition("{0} is null", DSL.field(DSL.name("g", "key" + i))));
        }
        Condition incomplete = missing.isEmpty() ? DSL.trueCondition() : DSL.or(missing);
        Field<?> n = DSL.field(DSL.name("g", "n"));
        Field<?> refused = DSL.field(DSL.name("g", "refused"));
        return rendering
                .dsl()
                .select(
                        total("{0}", n).as(DSL.name("rows")),
                        total("{0}", refused).as(DSL.name("rejected")),
                        total("case when {1} then {0} else 0 end", n, incomplete)
                                .as(DSL.name("without_key")),
                        total("case when {2} or {0} = {1} then 0 else {0} - {1} - 1 end", n, refused, incomplete)
                                .as(DSL.name("duplicates")))
                .from(DSL.table("({0})", grouped).as(DSL.name("g")));
    }

    private Field<?> total(String template, QueryPart... parts) {
        return ColumnTypes.cast(
                Templates.field("coalesce(sum(" + template + "), 0)", parts), ColumnType.BIGINT, rendering.dialect());
    }
}
