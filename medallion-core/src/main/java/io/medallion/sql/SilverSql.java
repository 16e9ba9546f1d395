package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.spec.CheckAction;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.PublishSql.Published;
import io.medallion.sql.SqlScript.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/**
 * Silver as one pass over Bronze: every row is typed and judged once, what was refused or is a duplicate is written down, the
 * rest is the next version; then it is audited and published.
 */
final class SilverSql {

    private final Rendering rendering;
    private final SilverSpec spec;
    private final SilverTables tables;
    private final Optional<SilverAtOnce> atOnce;
    private final SilverReading reading;
    private final List<SilverRules.Rule> rules;
    private final SilverKeys keys;

    SilverSql(Rendering rendering, SilverSpec spec) {
        SilverTables.requireFitted(spec);
        this.rendering = rendering;
        this.spec = spec;
        this.tables = new SilverTables(rendering, spec);
        this.atOnce = SilverAtOnce.of(rendering, spec, tables);
        this.reading = new SilverReading(
                rendering,
                spec.columns(),
                atOnce.map(SilverAtOnce::bronze).orElseGet(() -> SilverTables.bronze(rendering, spec.from())),
                DSL.noCondition(),
                ForwardFill.needed(spec)
                        ? List.of("_batch_id", "_row_number", SilverReading.SEQUENCE)
                        : List.of("_batch_id", "_row_number"),
                UnitTable.stored(rendering));
        reading.fillForward(spec, 2, 1);
        this.rules = new SilverRules(spec.columns(), reading, rendering).of(spec);
        this.keys = new SilverKeys(rendering, spec, tables);
    }

    SqlScript build(Publish how) {
        PublishSql publish = new PublishSql(rendering);
        List<SqlStatement> statements = new ArrayList<>(publish.clear(tables.published()));
        statements.add(publish.drop(Step.STAGE, tables.stage()));
        statements.addAll(UnitTable.stored(rendering).fill(spec));
        statements.addAll(typedAndJudged());
        if (tables.movesRefused()) {
            statements.addAll(move());
        }
        statements.add(make(
                tables.nextDuplicates(),
                "duplicates of " + tables.silver(),
                SilverColumns.duplicates(),
                keys.duplicates()));
        if (keys.deduplicates()) {
            statements.addAll(tables.known(tables.nextDuplicates()));
        }
        if (tables.deletesRefused() && !tables.movesRefused()) {
            statements.add(make(tables.stage(), found(), SilverColumns.found(), found(eitherOf())));
        }
        statements.add(make(
                tables.nextRejects(),
                "rejects of " + tables.silver(),
                SilverColumns.rejects(),
                rejects().rows()));
        for (SilverKeys.Unique unique : keys.rejecting()) {
            statements.add(rendering.statement(
                    Step.STAGE,
                    "rejects of " + tables.silver() + " by " + unique.id(),
                    DSL.sql("insert into {0}\n{1}", rendering.name(tables.nextRejects()), keys.repeated(unique))));
        }
        statements.addAll(
                tables.deletesRefused()
                        ? delete()
                        : List.of(make(tables.next(), "rows of " + tables.silver(), SilverColumns.of(spec), kept())));
        statements.add(new SilverAudit(rendering, spec, tables, rules, keys).statement());
        statements.addAll(publish.publish(
                List.of(
                        Published.of(tables.silver(), SilverColumns.of(spec)),
                        Published.of(tables.rejects(), SilverColumns.rejects()),
                        Published.of(tables.duplicates(), SilverColumns.duplicates())),
                how));
        statements.add(publish.drop(Step.CLEAN, tables.stage()));
        return SqlScript.of(statements);
    }

    private List<SqlStatement> typedAndJudged() {
        return atOnce.map(rows -> rows.statements(judged()))
                .orElseGet(() -> List.of(make(
                        tables.work(),
                        "type and judge the rows of " + tables.silver(),
                        SilverColumns.judged(spec),
                        judged())));
    }

    private SqlStatement make(TableName table, String label, Map<String, ColumnType> columns, Select<?> rows) {
        return RowsTable.make(rendering, table, label, columns, rows);
    }

    private SilverRejects rejects() {
        return new SilverRejects(rendering, spec, tables, rules);
    }

    /** Every row in force: typed, with its address, what rejects it and what else it fails. */
    private Select<?> judged() {
        List<SelectField<?>> fields = columns();
        fields.add(reading.carried(0).as(rendering.columnName("_batch_id")));
        fields.add(reading.carried(1).as(rendering.columnName("_row_number")));
        fields.add(numbers(true).as(DSL.name("_reasons")));
        fields.add(numbers(false).as(DSL.name("_warnings")));
        return rendering.dsl().select(fields).from(new SilverReferences(rendering, reading, spec.columns()).from());
    }

    private List<SelectField<?>> columns() {
        List<SelectField<?>> fields = new ArrayList<>();
        for (int i = 0; i < spec.columns().size(); i++) {
            fields.add(reading.value(i)
                    .as(rendering.columnName(spec.columns().get(i).name())));
            reading.besides(i).forEach((name, value) -> fields.add(value.as(rendering.columnName(name))));
        }
        return fields;
    }

    /** The numbers of the rules a row fails, as {@code ,3,17,}; NULL when it fails none. */
    private Field<?> numbers(boolean rejecting) {
        List<Condition> failures = new ArrayList<>();
        List<Field<?>> parts = new ArrayList<>();
        for (int number = 0; number < rules.size(); number++) {
            SilverRules.Rule rule = rules.get(number);
            if ((rule.action() == CheckAction.REJECT) == rejecting) {
                failures.add(rule.fails());
                parts.add(Templates.field("case when {0} then '" + number + ",' else '' end", rule.fails()));
            }
        }
        if (failures.isEmpty()) {
            return ColumnTypes.cast(DSL.field("null"), ColumnType.TEXT, rendering.dialect());
        }
        return Templates.field("case when {0} then concat(',', {1}) end", DSL.or(failures), DSL.list(parts));
    }

    /** Rows that are refused leave the table, and what the rejects and the counts need of them is kept: one look at every row. */
    private List<SqlStatement> move() {
        List<SqlStatement> statements = new ArrayList<>();
        statements.add(RowsTable.empty(rendering, tables.stage(), found(), SilverColumns.found()));
        if (hasRules(true)) {
            statements.add(rendering.statement(
                    Step.STAGE,
                    "take out what is refused",
                    DSL.sql(
                            "with {0} as (delete from {1} where {2} is not null returning {3})\ninsert into {4} select {3} from {0}",
                            DSL.name("refused"),
                            rendering.name(tables.work()),
                            DSL.name("_reasons"),
                            DSL.list(foundFields()),
                            rendering.name(tables.stage()))));
        }
        if (hasRules(false)) {
            statements.add(rendering.statement(
                    Step.STAGE,
                    "note the warnings",
                    DSL.sql(
                            "insert into {0}\n{1}",
                            rendering.name(tables.stage()),
                            found(Templates.condition("{0} is not null", DSL.name("_warnings"))))));
        }
        statements.addAll(tables.known(tables.stage()));
        return statements;
    }

    private boolean hasRules(boolean rejecting) {
        return rules.stream().anyMatch(rule -> (rule.action() == CheckAction.REJECT) == rejecting);
    }

    private String found() {
        return "what was found wrong in " + tables.silver();
    }

    private List<Field<?>> foundFields() {
        return SilverColumns.found().keySet().stream()
                .<Field<?>>map(rendering::field)
                .toList();
    }

    private static Condition eitherOf() {
        return DSL.condition("{0} is not null or {1} is not null", DSL.name("_reasons"), DSL.name("_warnings"));
    }

    /** Of rows with something wrong: what the rejects and the counts need. */
    private Select<?> found(Condition wrong) {
        return rendering
                .dsl()
                .select(foundFields())
                .from(rendering.table(tables.work()))
                .where(wrong);
    }

    /** The rows that stay, copied. */
    private Select<?> kept() {
        return rendering
                .dsl()
                .select(SilverColumns.of(spec).keySet().stream()
                        .map(name -> rendering.field("s", name))
                        .toList())
                .from(rendering.table(tables.work()).as(DSL.name("s")))
                .where(keys.survives("s", !keys.rejecting().isEmpty()));
    }

    /** The rows that do not stay, deleted, and the columns that judged them dropped. */
    private List<SqlStatement> delete() {
        List<SqlStatement> statements = new ArrayList<>();
        if (!tables.movesRefused()) {
            statements.add(stage("delete what is refused", "delete from {0} where {1} is not null", "_reasons"));
        }
        if (keys.deduplicates()) {
            statements.add(deleteAll("delete duplicates", tables.nextDuplicates()));
        }
        if (!keys.rejecting().isEmpty()) {
            statements.add(deleteAll("delete what repeats a key", tables.nextRejects()));
        }
        statements.add(stage("drop the reasons", "alter table {0} drop column {1}", "_reasons"));
        statements.add(stage("drop the warnings", "alter table {0} drop column {1}", "_warnings"));
        if (atOnce.isPresent()) {
            statements.add(stage("drop the count", "alter table {0} drop column {1}", SilverAtOnce.EXPECTED));
        }
        return statements;
    }

    private SqlStatement stage(String label, String template, String column) {
        return rendering.statement(
                Step.STAGE, label, DSL.sql(template, rendering.name(tables.work()), DSL.name(column)));
    }

    private SqlStatement deleteAll(String label, TableName addresses) {
        return rendering.statement(
                Step.STAGE,
                label,
                DSL.sql(
                        "delete from {0} where ({1}, {2}) in (select {1}, {2} from {3})",
                        rendering.name(tables.work()),
                        rendering.columnName("_batch_id"),
                        rendering.columnName("_row_number"),
                        rendering.name(addresses)));
    }

    SqlStatement counts() {
        return new SilverAudit(rendering, spec, tables, rules, keys).counts();
    }

    SqlStatement rejectCounts() {
        return rejects().counts();
    }

    SqlStatement warningCounts() {
        List<Select<?>> ofTable = new SilverAudit(rendering, spec, tables, rules, keys).warnings();
        return new SilverWarnings(rendering, tables, rules, keys, ofTable).counts();
    }
}
