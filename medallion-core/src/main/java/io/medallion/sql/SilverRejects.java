package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.Layer;
import io.medallion.spec.CheckAction;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.SqlScript.Step;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Row4;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Refused rows with every rule they fail; Bronze is read again for these rows only, to show what stood there. */
final class SilverRejects {

    private final Rendering rendering;
    private final SilverSpec spec;
    private final SilverTables tables;
    private final List<SilverRules.Rule> rules;

    SilverRejects(Rendering rendering, SilverSpec spec, SilverTables tables, List<SilverRules.Rule> rules) {
        this.rendering = rendering;
        this.spec = spec;
        this.tables = tables;
        this.rules = rules;
    }

    /** One row for each refused row and rule it fails by itself. */
    Select<?> rows() {
        Field<?> batch = rendering.field("s", "_batch_id");
        Field<?> row = rendering.field("s", "_row_number");
        Field<?> none = SilverKeys.none(rendering);
        Table<?> stage = rendering.table(tables.stage()).as(DSL.name("s"));
        Condition refused = Templates.condition("{0} is not null", DSL.field(DSL.name("s", "_reasons")));
        List<SilverRule> rejecting = numbered(CheckAction.REJECT);
        if (rejecting.isEmpty()) {
            return rendering
                    .dsl()
                    .select(
                            batch,
                            row,
                            none.as("rule"),
                            none.as("column_name"),
                            none.as("value"),
                            none.as("witness_batch_id"),
                            noRow().as("witness_row_number"))
                    .from(stage)
                    .where("1 = 0");
        }
        return rendering
                .dsl()
                .select(
                        batch,
                        row,
                        text("v", "rule").as(DSL.name("rule")),
                        text("v", "column_name").as(DSL.name("column_name")),
                        value(rejecting).as(DSL.name("value")),
                        none.as(DSL.name("witness_batch_id")),
                        noRow().as(DSL.name("witness_row_number")))
                .from(refusedRows(stage, table(rendering, rejecting)))
                .where(refused);
    }

    /** Few rows are refused: they come first, and Bronze is read once for them. MariaDB would multiply the rules by all of Bronze. */
    private Table<?> refusedRows(Table<?> stage, Table<?> rules) {
        Condition fails = fails(rendering, DSL.field(DSL.name("s", "_reasons")));
        Table<?> bronze = bronze(rendering, spec);
        return switch (rendering.dialect()) {
            case DUCKDB, POSTGRES -> stage.join(rules).on(fails).join(bronze).on(sameAddress(rendering));
            case MARIADB, MYSQL ->
                stage.straightJoin(rules).on(fails).straightJoin(bronze).on(sameAddress(rendering));
        };
    }

    /** A rule with its number. */
    record SilverRule(int number, SilverRules.Rule rule) {}

    private List<SilverRule> numbered(CheckAction action) {
        return numbered(rules, action);
    }

    static List<SilverRule> numbered(List<SilverRules.Rule> rules, CheckAction action) {
        List<SilverRule> numbered = new ArrayList<>();
        for (int number = 0; number < rules.size(); number++) {
            if (rules.get(number).action() == action) {
                numbered.add(new SilverRule(number, rules.get(number)));
            }
        }
        return numbered;
    }

    private Field<?> text(String alias, String name) {
        return ColumnTypes.cast(DSL.field(DSL.name(alias, name)), ColumnType.TEXT, rendering.dialect());
    }

    private Field<?> noRow() {
        return ColumnTypes.cast(DSL.field("null"), ColumnType.BIGINT, rendering.dialect());
    }

    private Field<?> value(List<SilverRule> rules) {
        List<Field<?>> parts = new ArrayList<>(List.of(DSL.field(DSL.name("v", "number"))));
        StringBuilder template = new StringBuilder("case {0}");
        for (SilverRule rule : rules) {
            String source = rule.rule().source();
            if (source != null) {
                template.append(" when ")
                        .append(rule.number())
                        .append(" then {")
                        .append(parts.size())
                        .append('}');
                parts.add(rendering.field("b", source));
            }
        }
        return parts.size() == 1
                ? SilverKeys.none(rendering)
                : Templates.field(template + " end", parts.toArray(Field[]::new));
    }

    /** The rules as rows {@code v(number, rule, column_name, action)}. */
    static Table<?> table(Rendering rendering, List<SilverRule> rules) {
        List<Row4<Integer, Object, Object, Object>> rows = new ArrayList<>();
        for (SilverRule rule : rules) {
            String column = rule.rule().column();
            rows.add(DSL.row(
                    DSL.inline(rule.number()),
                    DSL.field("{0}", Object.class, LiteralSql.text(rule.rule().id(), rendering.dialect())),
                    column == null
                            ? DSL.field("{0}", Object.class, SilverKeys.none(rendering))
                            : DSL.field("{0}", Object.class, LiteralSql.text(column, rendering.dialect())),
                    DSL.field(
                            "{0}", Object.class, DSL.inline(rule.rule().action().name()))));
        }
        @SuppressWarnings({"unchecked", "rawtypes"})
        Row4<Integer, Object, Object, Object>[] values = rows.toArray(Row4[]::new);
        return DSL.values(values).as("v", "number", "rule", "column_name", "action");
    }

    /** That the numbers of failed rules hold that of {@code v}. */
    static Condition fails(Rendering rendering, Field<?> numbers) {
        return Templates.condition("{0} like concat('%,', {1}, ',%')", numbers, DSL.field(DSL.name("v", "number")));
    }

    private static Table<?> bronze(Rendering rendering, SilverSpec spec) {
        return rendering
                .table(rendering.naming().table(Layer.BRONZE, spec.from()))
                .as(DSL.name("b"));
    }

    private static Condition sameAddress(Rendering rendering) {
        return Templates.condition(
                "{0} = {1} and {2} = {3}",
                rendering.field("b", "_batch_id"),
                rendering.field("s", "_batch_id"),
                rendering.field("b", "_row_number"),
                rendering.field("s", "_row_number"));
    }

    /** One row for each row that is not the first of its value, with the address of the first. */
    static Select<?> rows(Rendering rendering, SilverSpec spec, Select<?> ranked, SilverKeys.Unique unique) {
        String column = unique.column();
        String source = unique.source();
        Field<?> rule = LiteralSql.text(unique.id(), rendering.dialect());
        Field<?> none = SilverKeys.none(rendering);
        Field<?> named = column == null ? none : LiteralSql.text(column, rendering.dialect());
        return rendering
                .dsl()
                .select(
                        rendering.field("s", "_batch_id"),
                        rendering.field("s", "_row_number"),
                        rule.as(DSL.name("rule")),
                        named.as(DSL.name("column_name")),
                        (source == null ? none : rendering.field("b", source)).as(DSL.name("value")),
                        DSL.field(DSL.name("s", "witness_batch_id")),
                        DSL.field(DSL.name("s", "witness_row_number")))
                .from(DSL.table("({0})", ranked).as(DSL.name("s")))
                .join(bronze(rendering, spec))
                .on(sameAddress(rendering))
                .where(DSL.condition("{0} > 1", DSL.field(DSL.name("s", "place"))));
    }

    SqlStatement counts() {
        return rendering.statement(
                Step.QUERY,
                "rejects of " + tables.silver() + " by rule",
                rendering
                        .dsl()
                        .select(
                                DSL.field(DSL.name("rule")),
                                DSL.field("count(*)").as(DSL.name("rows")))
                        .from(rendering.table(tables.nextRejects()))
                        .groupBy(DSL.field(DSL.name("rule")))
                        .orderBy(DSL.field(DSL.name("rows")).desc(), DSL.field(DSL.name("rule"))));
    }
}
