package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.Layer;
import io.medallion.spec.CheckRule;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.SqlScript.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Silver on MariaDB, which computes an expression as often as it is read, or else writes every step down: all rows are read at
 * once, each value by one expression that is read once; only those rows of which that does not tell everything are read again,
 * step by step, and judged.
 */
final class SilverAtOnce {

    /** How many values of a row the steps would give, beside those that are there; NULL for a row that was read by steps. */
    static final String EXPECTED = "_expected";

    private static final String ALIAS = "s";

    private final Rendering rendering;
    private final SilverSpec spec;
    private final SilverTables tables;
    private final List<SilverCell.AtOnce> cells;

    private SilverAtOnce(Rendering rendering, SilverSpec spec, SilverTables tables, List<SilverCell.AtOnce> cells) {
        this.rendering = rendering;
        this.spec = spec;
        this.tables = tables;
        this.cells = cells;
    }

    /** Empty where every row is to be read by steps. */
    static Optional<SilverAtOnce> of(Rendering rendering, SilverSpec spec, SilverTables tables) {
        return switch (rendering.dialect()) {
            case DUCKDB, POSTGRES, MYSQL -> Optional.empty();
            case MARIADB ->
                ForwardFill.needed(spec) || !spec.columns().stream().allMatch(SilverAtOnce::standsAlone)
                        ? Optional.empty()
                        : SilverReading.atOnce(rendering, spec.columns())
                                .map(cells -> new SilverAtOnce(rendering, spec, tables, cells));
        };
    }

    private static boolean standsAlone(SilverColumn column) {
        return column.besides().isEmpty()
                && column.checks().stream().noneMatch(check -> check.rule() instanceof CheckRule.References);
    }

    /** Bronze as the steps read it: only the rows that were not read at once. All of them are in force. */
    Table<?> bronze() {
        return DSL.table(
                "{0} as {1} straight_join {2} as {3} on ({4} = {5} and {6} = {7} and {8})",
                rendering.name(tables.work()),
                DSL.name(ALIAS),
                rendering.name(rendering.naming().table(Layer.BRONZE, spec.from())),
                DSL.name("b"),
                rendering.field("b", "_batch_id"),
                rendering.field(ALIAS, "_batch_id"),
                rendering.field("b", "_row_number"),
                rendering.field(ALIAS, "_row_number"),
                unclear());
    }

    /**
     * Fills the table.
     *
     * @param judged reads {@link #bronze()} by steps
     */
    List<SqlStatement> statements(Select<?> judged) {
        List<SqlStatement> statements = new ArrayList<>();
        Map<String, ColumnType> columns = new LinkedHashMap<>(SilverColumns.judged(spec));
        columns.put(EXPECTED, ColumnType.INTEGER);
        statements.add(
                RowsTable.make(rendering, tables.work(), "type the rows of " + tables.silver(), columns, allAtOnce()));
        statements.add(rendering.statement(
                Step.STAGE,
                "judge the rows of " + tables.silver() + " that are not plain",
                DSL.sql(
                        "insert into {0} ({1})\n{2}",
                        rendering.name(tables.work()),
                        DSL.list(SilverColumns.judged(spec).keySet().stream()
                                .map(rendering::columnName)
                                .toList()),
                        judged)));
        statements.add(rendering.statement(
                Step.STAGE,
                "remove what was judged anew",
                DSL.sql(
                        "delete {0} from {1} as {0} where {2}",
                        DSL.name(ALIAS), rendering.name(tables.work()), unclear())));
        return statements;
    }

    private Select<?> allAtOnce() {
        List<SelectField<?>> fields = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            fields.add(cells.get(i)
                    .value()
                    .as(rendering.columnName(spec.columns().get(i).name())));
        }
        fields.add(rendering.field("b", "_batch_id"));
        fields.add(rendering.field("b", "_row_number"));
        fields.add(SilverKeys.none(rendering).as(DSL.name("_reasons")));
        fields.add(SilverKeys.none(rendering).as(DSL.name("_warnings")));
        fields.add(count(cells.stream()
                        .map(SilverCell.AtOnce::expected)
                        .filter(Objects::nonNull)
                        .toList())
                .as(DSL.name(EXPECTED)));
        return rendering.dsl().select(fields).from(SilverTables.bronze(rendering, spec.from()));
    }

    /** Rows that were read at once, but lack a value that the steps may give, or fail a rule. */
    private Condition unclear() {
        RowReading stored = new StoredReading(rendering, spec.columns(), tables.work(), ALIAS);
        List<Condition> given = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).expected() != null) {
                given.add(Templates.condition("{0} is not null", stored.value(i)));
            }
        }
        List<Condition> reasons = new ArrayList<>();
        reasons.add(Templates.condition("{0} <> {1}", count(given), rendering.field(ALIAS, EXPECTED)));
        for (SilverRules.Rule rule : new SilverRules(spec.columns(), stored, rendering).of(spec)) {
            reasons.add(rule.fails());
        }
        return Templates.condition("{0} is not null and ({1})", rendering.field(ALIAS, EXPECTED), DSL.or(reasons));
    }

    /** How many of the conditions are true; to MariaDB each is a number. */
    private static Field<?> count(List<Condition> conditions) {
        String sum = IntStream.range(0, conditions.size())
                .mapToObj(i -> "({" + i + "})")
                .collect(Collectors.joining(" + "));
        return Templates.field(sum.isEmpty() ? "0" : sum, conditions.toArray(Condition[]::new));
    }
}
