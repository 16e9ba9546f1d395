package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.spec.Check;
import io.medallion.spec.CheckAction;
import io.medallion.spec.CheckRule;
import io.medallion.spec.Deduplication;
import io.medallion.spec.Deduplication.Strategy;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.WindowSpecification;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What is demanded of rows together: deduplication among the accepted rows, then uniqueness among those that survive it. All
 * uniqueness is judged on the same rows; the first in the order of loading stays.
 *
 * <p>Only rows whose key occurs more than once are sorted, for sorting is what costs.
 */
final class SilverKeys {

    /**
     * Columns whose values may occur once.
     *
     * @param id what a reject is called
     * @param columns Silver columns; a row with a missing value in one of them repeats nothing
     * @param column the Silver column a check stands on, or null
     * @param source the Bronze column that shows the value, or null
     */
    record Unique(
            String id, List<String> columns, @Nullable String column, @Nullable String source, CheckAction action) {}

    private final Rendering rendering;
    private final SilverSpec spec;
    private final SilverTables tables;

    SilverKeys(Rendering rendering, SilverSpec spec, SilverTables tables) {
        this.rendering = rendering;
        this.spec = spec;
        this.tables = tables;
    }

    boolean deduplicates() {
        return spec.deduplication().strategy() != Strategy.NONE;
    }

    /** Every demand of uniqueness that deduplication does not already meet. */
    List<Unique> uniques() {
        List<Unique> uniques = new ArrayList<>();
        for (SilverColumn column : spec.columns()) {
            for (Check check : column.checks()) {
                if (check.rule() instanceof CheckRule.Unique) {
                    uniques.add(new Unique(
                            column.name() + ": " + check.name(),
                            List.of(column.name()),
                            column.name(),
                            SilverRules.source(column),
                            check.action()));
                }
            }
        }
        if (!spec.key().isEmpty()) {
            String id = String.join(", ", spec.key()) + ": not unique";
            uniques.add(new Unique(id, spec.key(), null, null, CheckAction.REJECT));
        }
        List<String> once = spec.deduplication().key();
        return uniques.stream()
                .filter(unique -> once.isEmpty() || !unique.columns().containsAll(once))
                .toList();
    }

    List<Unique> rejecting() {
        return of(CheckAction.REJECT);
    }

    List<Unique> of(CheckAction action) {
        return uniques().stream().filter(u -> u.action() == action).toList();
    }

    /** Rows that another row replaces, with the address of that row. */
    Select<?> duplicates() {
        Field<?> batch = rendering.field("d", "_batch_id");
        Field<?> row = rendering.field("d", "_row_number");
        Field<?> winnerBatch = DSL.field(DSL.name("d", "winner_batch_id"));
        Field<?> winnerRow = DSL.field(DSL.name("d", "winner_row_number"));
        if (!deduplicates()) {
            return rendering
                    .dsl()
                    .select(
                            batch,
                            row,
                            batch.as(winnerBatch.getUnqualifiedName()),
                            row.as(winnerRow.getUnqualifiedName()))
                    .from(rendering.table(tables.work()).as(DSL.name("d")))
                    .where("1 = 0");
        }
        return rendering
                .dsl()
                .select(batch, row, winnerBatch, winnerRow)
                .from(DSL.table("({0})", ranked(spec.deduplication(), tables.work()))
                        .as(DSL.name("d")))
                .where(DSL.condition("{0} > 1", DSL.field(DSL.name("d", "place"))));
    }

    /** The rows of each repeated key in order, with the first of them. */
    private Select<?> ranked(Deduplication deduplication, TableName work) {
        WindowSpecification order =
                DSL.partitionBy(fields("s", deduplication.key())).orderBy(order(deduplication));
        return rendering
                .dsl()
                .select(
                        rendering.field("s", "_batch_id"),
                        rendering.field("s", "_row_number"),
                        DSL.firstValue(rendering.field("s", "_batch_id"))
                                .over(order)
                                .as(DSL.name("winner_batch_id")),
                        DSL.firstValue(rendering.field("s", "_row_number"))
                                .over(order)
                                .as(DSL.name("winner_row_number")),
                        DSL.rowNumber().over(order).as(DSL.name("place")))
                .from(ordered(work))
                .join(repeatedKeys(deduplication.key(), accepted("k"), work))
                .on(sameKey(deduplication.key()))
                .where(accepted("s"));
    }

    private List<OrderField<?>> order(Deduplication deduplication) {
        boolean latest = deduplication.strategy() == Strategy.KEEP_LATEST;
        Stream<SortField<?>> stated = fields("s", deduplication.order()).stream()
                .map(f -> latest ? f.desc().nullsLast() : f.asc().nullsFirst());
        Stream<SortField<?>> loaded = loadOrder().stream().map(f -> latest ? f.desc() : f.asc());
        return Stream.concat(stated, loaded).<OrderField<?>>map(f -> f).toList();
    }

    private List<Field<Object>> loadOrder() {
        return List.of(rendering.field("x", "sequence"), rendering.field("s", "_row_number"));
    }

    /** The work table under the alias {@code s}, with the batch of each row. */
    private Table<?> ordered(TableName work) {
        return rendering
                .table(work)
                .as(DSL.name("s"))
                .join(SilverTables.batches(rendering))
                .on(SilverTables.inForce(rendering, spec.from(), "s"));
    }

    private Table<?> repeatedKeys(List<String> key, Condition rows, TableName work) {
        List<Field<Object>> fields = fields("k", key);
        return DSL.table(
                        "({0})",
                        rendering
                                .dsl()
                                .select(fields)
                                .from(rendering.table(work).as(DSL.name("k")))
                                .where(rows)
                                .and(complete(fields))
                                .groupBy(fields)
                                .having("count(*) > 1"))
                .as(DSL.name("r"));
    }

    private static Condition complete(List<Field<Object>> fields) {
        return DSL.and(fields.stream()
                .map(f -> Templates.condition("{0} is not null", f))
                .toList());
    }

    private Condition sameKey(List<String> key) {
        return DSL.and(key.stream()
                .map(name -> Templates.condition("{0} = {1}", rendering.field("s", name), rendering.field("r", name)))
                .toList());
    }

    private List<Field<Object>> fields(String alias, List<String> names) {
        return names.stream().map(name -> rendering.field(alias, name)).toList();
    }

    private Condition accepted(String alias) {
        return Templates.condition("{0} is null", DSL.field(DSL.name(alias, "_reasons")));
    }

    /** That a row of the work table is accepted, no duplicate and, if asked, does not repeat what may occur once. */
    Condition survives(String alias, boolean unique) {
        Condition survives = accepted(alias);
        if (deduplicates()) {
            survives = survives.and(notIn(tables.nextDuplicates(), alias));
        }
        return unique ? survives.and(notIn(tables.nextRejects(), alias)) : survives;
    }

    Condition notIn(TableName addresses, String alias) {
        return Templates.condition(
                "not exists (select 1 from {0} as {1} where {2} = {3} and {4} = {5})",
                rendering.name(addresses),
                DSL.name("gone"),
                rendering.field("gone", "_batch_id"),
                rendering.field(alias, "_batch_id"),
                rendering.field("gone", "_row_number"),
                rendering.field(alias, "_row_number"));
    }

    /** Rejects: the survivors of deduplication that repeat a value, all but the first. */
    Select<?> repeated(Unique unique) {
        TableName work = tables.work();
        WindowSpecification order = DSL.partitionBy(fields("s", unique.columns()))
                .orderBy(loadOrder().stream().map(f -> f.asc()).toList());
        Select<?> ranked = rendering
                .dsl()
                .select(
                        rendering.field("s", "_batch_id"),
                        rendering.field("s", "_row_number"),
                        DSL.firstValue(rendering.field("s", "_batch_id"))
                                .over(order)
                                .as(DSL.name("witness_batch_id")),
                        DSL.firstValue(rendering.field("s", "_row_number"))
                                .over(order)
                                .as(DSL.name("witness_row_number")),
                        DSL.rowNumber().over(order).as(DSL.name("place")))
                .from(ordered(work))
                .join(repeatedKeys(unique.columns(), survives("k", false), work))
                .on(sameKey(unique.columns()))
                .where(survives("s", false));
        return SilverRejects.rows(rendering, spec, ranked, unique);
    }

    /** How many rows of the next version repeat a value. */
    Field<?> repetitions(Unique unique) {
        List<Field<Object>> fields = fields("k", unique.columns());
        return Templates.field(
                "(select coalesce(sum({0} - 1), 0) from ({1}) as {2})",
                DSL.field(DSL.name("u", "n")),
                rendering
                        .dsl()
                        .select(DSL.field("count(*)").as(DSL.name("n")))
                        .from(rendering.table(tables.next()).as(DSL.name("k")))
                        .where(complete(fields))
                        .groupBy(fields)
                        .having("count(*) > 1"),
                DSL.name("u"));
    }

    static Field<?> none(Rendering rendering) {
        return ColumnTypes.cast(DSL.field("null"), ColumnType.TEXT, rendering.dialect());
    }
}
