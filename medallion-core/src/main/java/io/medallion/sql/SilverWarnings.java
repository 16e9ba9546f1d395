package io.medallion.sql;

import io.medallion.spec.CheckAction;
import io.medallion.sql.SqlScript.Step;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** How many rows of the next version fail the checks that only warn. */
final class SilverWarnings {

    private final Rendering rendering;
    private final SilverTables tables;
    private final List<SilverRules.Rule> rules;
    private final SilverKeys keys;
    private final List<Select<?>> ofTable;

    /** Warnings by rows and keys, and those of the table as a whole. */
    SilverWarnings(
            Rendering rendering,
            SilverTables tables,
            List<SilverRules.Rule> rules,
            SilverKeys keys,
            List<Select<?>> ofTable) {
        this.ofTable = ofTable;
        this.rendering = rendering;
        this.tables = tables;
        this.rules = rules;
        this.keys = keys;
    }

    SqlStatement counts() {
        List<Select<?>> parts = new ArrayList<>();
        List<SilverRejects.SilverRule> warning = SilverRejects.numbered(rules, CheckAction.WARN);
        if (!warning.isEmpty()) {
            parts.add(ofRows(warning));
        }
        for (SilverKeys.Unique unique : keys.of(CheckAction.WARN)) {
            parts.add(row(LiteralSql.text(unique.id(), rendering.dialect()), keys.repetitions(unique), "1 = 1"));
        }
        parts.addAll(ofTable);
        if (parts.isEmpty()) {
            parts.add(row(SilverKeys.none(rendering), DSL.inline(0), "1 = 0"));
        }
        return rendering.statement(
                Step.QUERY,
                "warnings of " + tables.silver() + " by rule",
                DSL.sql(
                        "select * from ({0}) as {1} where {2} > 0 order by {2} desc, {3}",
                        union(parts), DSL.name("warnings"), DSL.name("rows"), DSL.name("rule")));
    }

    private static QueryPart union(List<Select<?>> parts) {
        QueryPart all = parts.get(0);
        for (Select<?> part : parts.subList(1, parts.size())) {
            all = DSL.sql("{0} union all {1}", all, part);
        }
        return all;
    }

    private Select<?> row(Field<?> rule, Field<?> rows, String where) {
        return rendering
                .dsl()
                .select(rule.as(DSL.name("rule")), rows.as(DSL.name("rows")))
                .where(where);
    }

    private Select<?> ofRows(List<SilverRejects.SilverRule> warning) {
        Field<?> rule = DSL.field(DSL.name("v", "rule"));
        return rendering
                .dsl()
                .select(rule, DSL.field("count(*)").as(DSL.name("rows")))
                .from(rendering.table(tables.stage()).as(DSL.name("s")))
                .join(SilverRejects.table(rendering, warning))
                .on(SilverRejects.fails(rendering, DSL.field(DSL.name("s", "_warnings"))))
                .where(keys.survives("s", !keys.rejecting().isEmpty()))
                .groupBy(rule);
    }
}
