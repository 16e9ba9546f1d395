package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.Layer;
import io.medallion.spec.CheckAction;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.SqlScript.Step;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.SelectSelectStep;
import org.jooq.impl.DSL;

/** What must be true before a version of Silver is published: no row lost, none twice, no check failed that fails a build. */
final class SilverAudit {

    private static final List<String> COUNTS = List.of("bronze_rows", "kept", "rejected", "duplicates");

    private final Rendering rendering;
    private final SilverSpec spec;
    private final SilverTables tables;
    private final List<SilverRules.Rule> rules;
    private final SilverKeys keys;
    private final SilverTableChecks tableChecks;

    SilverAudit(
            Rendering rendering, SilverSpec spec, SilverTables tables, List<SilverRules.Rule> rules, SilverKeys keys) {
        this.rendering = rendering;
        this.spec = spec;
        this.tables = tables;
        this.rules = rules;
        this.keys = keys;
        this.tableChecks = new SilverTableChecks(rendering, spec, tables);
    }

    /** Bronze is counted on its own, not by what was staged. */
    SqlStatement counts() {
        return rendering.statement(Step.QUERY, "counts of " + tables.silver(), counted(List.of()));
    }

    /** The checks of the table that only warn and are not met, one row each. */
    List<Select<?>> warnings() {
        List<Select<?>> warnings = new ArrayList<>();
        for (SilverTableChecks.Expectation expectation : tableChecks.of(CheckAction.WARN)) {
            warnings.add(rendering
                    .dsl()
                    .select(
                            ColumnTypes.cast(
                                            LiteralSql.text(expectation.check().describe(), rendering.dialect()),
                                            ColumnType.TEXT,
                                            rendering.dialect())
                                    .as(DSL.name("rule")),
                            DSL.field("1").as(DSL.name("rows")))
                    .from(DSL.table(NestedSteps.fence(rendering.dialect()), counted(tableChecks.counts()))
                            .as(DSL.name("c")))
                    .where(expectation.fails()));
        }
        return warnings;
    }

    private Select<?> counted(List<Field<?>> further) {
        return counted(count("select count(*) from {0}", tables.next()), further);
    }

    private SelectSelectStep<?> counted(Field<?> kept, List<Field<?>> further) {
        List<Field<?>> fields = new ArrayList<>(List.of(
                bronzeRows().as(DSL.name("bronze_rows")),
                kept.as(DSL.name("kept")),
                count("select count(*) from (select distinct {1}, {2} from {0}) as {3}", tables.nextRejects())
                        .as(DSL.name("rejected")),
                count("select count(*) from {0}", tables.nextDuplicates()).as(DSL.name("duplicates"))));
        fields.addAll(further);
        return rendering.dsl().select(fields);
    }

    /**
     * The counts with {@code repeated}: how many rows of the next version have the address of another, because they came twice out of
     * Bronze. A group for every row of a large table does not fit the memory that servers give one statement: on PostgreSQL 1,024 row
     * numbers are a group, on MariaDB 64, and those seen its bits; and as PostgreSQL looks at every row, it counts them on the way.
     */
    private Select<?> audited(List<Field<?>> further) {
        List<Field<?>> fields = new ArrayList<>();
        Field<?> batch = rendering.field("_batch_id");
        Field<?> row = rendering.field("_row_number");
        return switch (rendering.dialect()) {
            case DUCKDB, MARIADB, MYSQL -> {
                String groups = rendering.dialect() == Dialect.MARIADB
                        ? "select count(*) - bit_count(bit_or(1 << ({3} & 63))) as {0} from {1} group by {2}, {3} >> 6"
                        : "select count(*) - 1 as {0} from {1} group by {2}, {3} having count(*) > 1";
                fields.add(Templates.field(
                                "(select coalesce(sum({0}), 0) from (" + groups + ") as {4})",
                                DSL.name("more"),
                                rendering.name(tables.next()),
                                batch,
                                row,
                                DSL.name("twice"))
                        .as(DSL.name("repeated")));
                fields.addAll(further);
                yield counted(fields);
            }
            case POSTGRES -> {
                fields.add(DSL.field(DSL.name("seen", "repeated")));
                fields.addAll(further);
                yield counted(DSL.field(DSL.name("seen", "kept")), fields)
                        .from(DSL.table(
                                        "(select cast(coalesce(sum({0}), 0) as bigint) as {1}, cast(coalesce(sum({0} - {2}), 0) as bigint) as {3}"
                                                + " from (select count(*) as {0}, bit_count(bit_or(set_bit(cast(b'0' as bit(1024)), cast({5} & 1023 as integer), 1))) as {2}"
                                                + " from {6} group by {4}, {5} >> 10) as {7})",
                                        DSL.name("rows"),
                                        DSL.name("kept"),
                                        DSL.name("different"),
                                        DSL.name("repeated"),
                                        batch,
                                        row,
                                        rendering.name(tables.next()),
                                        DSL.name("near"))
                                .as(DSL.name("seen")));
            }
        };
    }

    private Field<?> bronzeRows() {
        return Templates.field(
                "(select count(*) from {0} as {1} where exists (select 1 from {2} as {3} where {4}))",
                rendering.name(rendering.naming().table(Layer.BRONZE, spec.from())),
                DSL.name("b"),
                rendering.name(rendering.naming().own("batches")),
                DSL.name("x"),
                SilverTables.inForce(rendering, spec.from(), "b"));
    }

    private Field<?> count(String select, TableName table) {
        return Templates.field(
                "(" + select + ")",
                rendering.name(table),
                rendering.columnName("_batch_id"),
                rendering.columnName("_row_number"),
                DSL.name("addresses"));
    }

    SqlStatement statement() {
        List<QueryPart> parts = new ArrayList<>();
        StringBuilder template = new StringBuilder("case");
        problem(
                template,
                parts,
                "{%d} <> {%d} + {%d} + {%d}",
                conservation(),
                "bronze_rows",
                "kept",
                "rejected",
                "duplicates");
        problem(template, parts, "{%d} > 0", message("{0}, ' addresses occur more than once'", "repeated"), "repeated");
        List<Field<?>> further = new ArrayList<>(tableChecks.counts());
        for (SilverRejects.SilverRule rule : SilverRejects.numbered(rules, CheckAction.FAIL)) {
            String name = "failed" + rule.number();
            further.add(Templates.field(
                            "(select count(*) from {0} where {1} like '%," + rule.number() + ",%')",
                            rendering.name(tables.stage()),
                            DSL.name("_warnings"))
                    .as(DSL.name(name)));
            failed(template, parts, rule.rule().id(), name);
        }
        for (SilverKeys.Unique unique : keys.of(CheckAction.FAIL)) {
            String name = "unique" + further.size();
            further.add(keys.repetitions(unique).as(DSL.name(name)));
            failed(template, parts, unique.id(), name);
        }
        for (SilverTableChecks.Expectation expectation : tableChecks.of(CheckAction.FAIL)) {
            template.append(" when {")
                    .append(parts.size())
                    .append("} then {")
                    .append(parts.size() + 1)
                    .append('}');
            parts.add(expectation.fails());
            parts.add(Templates.field(
                    "concat({0}, {1}, {2})",
                    LiteralSql.text(tables.silver() + ": ", rendering.dialect()),
                    expectation.found(),
                    LiteralSql.text(", expected is " + expectation.check().describe(), rendering.dialect())));
        }
        Field<?> problem = Templates.field(template.append(" end").toString(), parts.toArray(QueryPart[]::new));
        return AuditSql.statement(
                rendering,
                "audit " + tables.silver(),
                rendering
                        .dsl()
                        .select(problem.as(DSL.name("problem")))
                        .select(COUNTS.stream()
                                .map(name -> DSL.field(DSL.name("c", name)))
                                .toList())
                        .from(DSL.table(NestedSteps.fence(rendering.dialect()), audited(further))
                                .as(DSL.name("c"))),
                COUNTS);
    }

    private static void problem(
            StringBuilder template, List<QueryPart> parts, String condition, Field<?> message, String... counts) {
        Object[] places = new Object[counts.length];
        for (int i = 0; i < counts.length; i++) {
            places[i] = parts.size();
            parts.add(DSL.field(DSL.name("c", counts[i])));
        }
        template.append(" when ")
                .append(condition.formatted(places))
                .append(" then {")
                .append(parts.size())
                .append('}');
        parts.add(message);
    }

    private void failed(StringBuilder template, List<QueryPart> parts, String rule, String count) {
        Field<?> message = Templates.field(
                "concat({0}, {1}, {2}, {3})",
                LiteralSql.text(tables.silver() + ": ", rendering.dialect()),
                DSL.field(DSL.name("c", count)),
                LiteralSql.text(" rows fail '", rendering.dialect()),
                LiteralSql.text(rule + "'", rendering.dialect()));
        problem(template, parts, "{%d} > 0", message, count);
    }

    private Field<?> conservation() {
        return message(
                "{0}, ' rows of Bronze are not ', {1}, ' kept, ', {2}, ' rejected and ', {3}, ' duplicates'",
                "bronze_rows", "kept", "rejected", "duplicates");
    }

    private Field<?> message(String template, String... counts) {
        List<QueryPart> parts = new ArrayList<>();
        for (String count : counts) {
            parts.add(DSL.field(DSL.name("c", count)));
        }
        parts.add(LiteralSql.text(tables.silver() + ": ", rendering.dialect()));
        return Templates.field("concat({" + counts.length + "}, " + template + ")", parts.toArray(QueryPart[]::new));
    }
}
