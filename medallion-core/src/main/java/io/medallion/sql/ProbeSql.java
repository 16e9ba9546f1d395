package io.medallion.sql;

import io.medallion.plan.ProbeQuestion;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.Check;
import io.medallion.spec.CheckRule;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.SqlScript.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Questions about Bronze, answered with the guards of the build. Columns are grouped to their distinct values first, so that
 * each value is read once.
 *
 * <p>The result has the columns {@code question, value, row_count, missing, refused, failed_0, failed_1, ...}.
 */
final class ProbeSql {

    private static final String COUNT = "_count";

    private final Rendering rendering;
    private final BronzeSpec bronze;
    private final int checks;

    ProbeSql(Rendering rendering, BronzeSpec bronze, List<? extends ProbeQuestion<?>> questions) {
        this.rendering = rendering;
        this.bronze = bronze;
        this.checks = questions.stream().mapToInt(ProbeSql::details).max().orElse(0);
    }

    /** How many further counts the question asks for. */
    private static int details(ProbeQuestion<?> question) {
        if (question instanceof ProbeQuestion.NearCopies near) {
            return near.columns().size();
        }
        return question instanceof ProbeQuestion.Column column
                ? column.column().checks().size()
                : 0;
    }

    static SqlStatement of(Rendering rendering, BronzeSpec bronze, List<? extends ProbeQuestion<?>> questions) {
        ProbeSql sql = new ProbeSql(rendering, bronze, questions);
        QueryPart all = null;
        for (int i = 0; i < questions.size(); i++) {
            QueryPart part = DSL.sql("select * from ({0}) as {1}", sql.select(i, questions.get(i)), DSL.name("q" + i));
            all = all == null ? part : DSL.sql("{0}\nunion all\n{1}", all, part);
        }
        return rendering.statement(Step.QUERY, "probe of " + bronze.table(), all == null ? DSL.sql("select 1") : all);
    }

    private Select<?> select(int index, ProbeQuestion<?> question) {
        if (question instanceof ProbeQuestion.Column column) {
            return column(index, column.column());
        }
        if (question instanceof ProbeQuestion.Refused refused) {
            return refused(index, refused);
        }
        if (question instanceof ProbeQuestion.Fit fit) {
            return fit(index, fit);
        }
        if (question instanceof ProbeQuestion.Key key) {
            return key(index, key.columns());
        }
        if (question instanceof ProbeQuestion.Rows rows) {
            return rows(index, rows);
        }
        if (question instanceof ProbeQuestion.Filled filled) {
            return filled(index, filled);
        }
        if (question instanceof ProbeQuestion.Copies) {
            return copies(index);
        }
        if (question instanceof ProbeQuestion.NearCopies near) {
            return nearCopies(index, near);
        }
        throw new IllegalArgumentException("not a question about a Bronze table: " + question);
    }

    private Select<?> column(int index, SilverColumn column) {
        SilverReading reading = overDistinct(column);
        Field<?> count = reading.carried(0);
        List<Field<?>> failed = new ArrayList<>();
        for (Check check : column.checks()) {
            failed.add(failed(reading, column, check));
        }
        return rendering
                .dsl()
                .select(fields(
                        index,
                        nothing(),
                        total(count),
                        total(when(reading.absent(0), count)),
                        total(refusal(reading, count)),
                        failed))
                .from(new SilverReferences(rendering, reading, List.of(column)).from());
    }

    private Field<?> failed(SilverReading reading, SilverColumn column, Check check) {
        Field<?> count = reading.carried(0);
        if (check.rule() instanceof CheckRule.Unique) {
            return Templates.field(
                    "({0} - count(distinct {1}))",
                    total(when(Templates.condition("{0} is not null", reading.value(0)), count)), reading.value(0));
        }
        List<SilverRules.Rule> rules =
                new SilverRules(List.of(column.withChecks(List.of(check))), reading, rendering).checks(0);
        return rules.isEmpty() ? Templates.number(0) : total(when(rules.get(0).fails(), count));
    }

    private Select<?> refused(int index, ProbeQuestion.Refused question) {
        SilverReading reading =
                overDistinct(question.column(), question.column().source());
        Field<?> count = reading.carried(0);
        return rendering
                .dsl()
                .select(fields(index, reading.carried(1), count, Templates.number(0), Templates.number(0), List.of()))
                .from(reading.from())
                .where(reading.refused(0))
                .orderBy(count.desc(), reading.carried(1))
                .limit(DSL.inline(question.most()));
    }

    private Select<?> fit(int index, ProbeQuestion.Fit question) {
        SilverColumn column = question.column();
        SilverReading reading = overDistinct(column);
        FitSql fit = new FitSql(rendering, column, reading);
        return rendering
                .dsl()
                .select(fields(index, fit.found(), fit.values(), fit.place(), Templates.number(0), List.of()))
                .from(fit.from(question.statistic()));
    }

    private Select<?> key(int index, List<SilverColumn> columns) {
        SilverReading reading = new SilverReading(rendering, columns, rowsInForce(), DSL.noCondition(), List.of());
        List<Field<?>> values = new ArrayList<>();
        List<SelectField<?>> named = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(reading.value(i));
            named.add(reading.value(i).as(DSL.name("v" + i)));
        }
        named.add(DSL.field("count(*)").as(DSL.name(COUNT)));
        Table<?> groups = DSL.table(
                        "({0})",
                        rendering.dsl().select(named).from(reading.from()).groupBy(values))
                .as(DSL.name("g"));
        Field<?> count = DSL.field(DSL.name("g", COUNT));
        Condition incomplete = DSL.or(java.util.stream.IntStream.range(0, columns.size())
                .mapToObj(i -> Templates.condition("{0} is null", DSL.field(DSL.name("g", "v" + i))))
                .toList());
        return rendering
                .dsl()
                .select(fields(
                        index,
                        nothing(),
                        total(count),
                        total(when(incomplete, count)),
                        total(Templates.field("case when {0} then 0 else 1 end", incomplete)),
                        List.of()))
                .from(groups);
    }

    private Select<?> rows(int index, ProbeQuestion.Rows question) {
        SilverReading reading =
                new SilverReading(rendering, question.columns(), rowsInForce(), DSL.noCondition(), List.of());
        SilverSpec spec =
                SilverSpec.of(bronze.table(), bare(question.columns())).check(question.check());
        List<SilverRules.Rule> rules = new SilverRules(question.columns(), reading, rendering).of(spec);
        Condition fails = rules.get(rules.size() - 1).fails();
        return rendering
                .dsl()
                .select(fields(
                        index,
                        nothing(),
                        DSL.field("count(*)"),
                        total(Templates.field("case when {0} then 1 else 0 end", fails)),
                        Templates.number(0),
                        List.of()))
                .from(reading.from());
    }

    private Select<?> filled(int index, ProbeQuestion.Filled question) {
        List<SilverColumn> columns = question.spec().columns();
        SilverReading reading = new SilverReading(
                rendering, columns, rowsInForce(), DSL.noCondition(), List.of(SilverReading.SEQUENCE, "_row_number"));
        reading.fillForward(question.spec(), 0, 1);
        int column = columns.indexOf(question.spec().column(question.column()));
        Condition filled = reading.missing(column).and(Templates.condition("{0} is not null", reading.value(column)));
        return rendering
                .dsl()
                .select(fields(
                        index,
                        nothing(),
                        DSL.field("count(*)"),
                        total(Templates.field("case when {0} then 1 else 0 end", filled)),
                        Templates.number(0),
                        List.of()))
                .from(reading.from());
    }

    private static List<SilverColumn> bare(List<SilverColumn> columns) {
        return columns.stream().map(c -> c.withChecks(List.of())).toList();
    }

    private Select<?> copies(int index) {
        List<Field<?>> all = bronze.rowHash()
                ? List.of(rendering.field("b", "_row_hash"))
                : bronze.columns().stream()
                        .<Field<?>>map(c -> rendering.field("b", c))
                        .toList();
        Table<?> groups = DSL.table(
                        "({0})",
                        rendering
                                .dsl()
                                .select(DSL.field("count(*)").as(DSL.name(COUNT)))
                                .from(SilverTables.bronze(rendering, bronze.table()))
                                .groupBy(all))
                .as(DSL.name("g"));
        Field<?> count = DSL.field(DSL.name("g", COUNT));
        return rendering
                .dsl()
                .select(fields(
                        index,
                        nothing(),
                        total(count),
                        total(Templates.field("({0} - 1)", count)),
                        Templates.number(0),
                        List.of()))
                .from(groups);
    }

    private Select<?> nearCopies(int index, ProbeQuestion.NearCopies question) {
        NearCopiesSql near = new NearCopiesSql(rendering, question.columns(), rowsInForce());
        return rendering
                .dsl()
                .select(fields(index, nothing(), near.rows(), near.equal(), near.near(), near.differing()))
                .from(near.groups());
    }

    private List<SelectField<?>> fields(
            int index, Field<?> value, Field<?> rows, Field<?> missing, Field<?> refused, List<Field<?>> failed) {
        List<SelectField<?>> fields = new ArrayList<>(List.of(
                Templates.number(index).as(DSL.name("question")),
                value.as(DSL.name("value")),
                rows.as(DSL.name("row_count")),
                missing.as(DSL.name("missing")),
                refused.as(DSL.name("refused"))));
        for (int i = 0; i < checks; i++) {
            Field<?> field = i < failed.size() ? failed.get(i) : Templates.number(0);
            fields.add(field.as(DSL.name("failed_" + i)));
        }
        return fields;
    }

    /** The column read over the distinct values of its sources, carrying how many rows each stands in. */
    private SilverReading overDistinct(SilverColumn column, String... carried) {
        List<Field<?>> sources = column.sources().stream()
                .sorted()
                .<Field<?>>map(s -> rendering.field("b", s))
                .toList();
        List<SelectField<?>> named = new ArrayList<>(sources);
        named.add(DSL.field("count(*)").as(rendering.columnName(COUNT)));
        Table<?> distinct = DSL.table(
                        "({0})",
                        rendering
                                .dsl()
                                .select(named)
                                .from(SilverTables.bronze(rendering, bronze.table()))
                                .groupBy(sources))
                .as(DSL.name("b"));
        List<String> all = Stream.concat(Stream.of(COUNT), Stream.of(carried)).toList();
        return new SilverReading(rendering, List.of(column), distinct, DSL.noCondition(), all);
    }

    private Table<?> rowsInForce() {
        return SilverTables.bronze(rendering, bronze.table());
    }

    private Field<?> refusal(SilverReading reading, Field<?> count) {
        Condition refused = reading.refused(0);
        return refused.equals(DSL.noCondition()) ? Templates.number(0) : when(refused, count);
    }

    private static Field<?> when(Condition condition, Field<?> count) {
        return Templates.field("case when {0} then {1} else 0 end", condition, count);
    }

    private static Field<?> total(Field<?> count) {
        return Templates.field("coalesce(sum({0}), 0)", count);
    }

    private Field<?> nothing() {
        return SilverKeys.none(rendering);
    }
}
