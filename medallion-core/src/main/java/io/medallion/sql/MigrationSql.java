package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.Layer;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.Change;
import io.medallion.spec.Changes;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.LayerSpec;
import io.medallion.spec.PipelineSpec;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.SqlScript.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.impl.DSL;

/** What leads from one pipeline spec to another: changes in place, then what has to be built again. */
final class MigrationSql {

    private final Rendering rendering;

    MigrationSql(Rendering rendering) {
        this.rendering = rendering;
    }

    SqlScript migrate(Changes changes) {
        List<SqlStatement> inPlace = new ArrayList<>();
        SqlScript rebuilt = SqlScript.of(List.of());
        for (Table table : tables(changes)) {
            Optional<LayerSpec> before = find(changes.from(), table);
            Optional<LayerSpec> after = find(changes.to(), table);
            if (after.isEmpty()) {
                before.ifPresent(spec -> inPlace.addAll(destructive(spec)));
            } else if (before.isEmpty()) {
                inPlace.addAll(new TableSql(rendering).create(after.get()).statements());
            } else if (table.layer() == Layer.BRONZE) {
                inPlace.addAll(bronze((BronzeSpec) before.get(), (BronzeSpec) after.get()));
            }
        }
        for (Table table : rebuilds(changes)) {
            rebuilt = rebuilt.and(build(find(changes.to(), table).orElseThrow()));
        }
        return SqlScript.of(inPlace).and(rebuilt);
    }

    private record Table(Layer layer, String name) {}

    private static Set<Table> tables(Changes changes) {
        Set<Table> tables = new LinkedHashSet<>();
        for (Change change : changes.changes()) {
            tables.add(new Table(change.layer(), change.table()));
        }
        return tables;
    }

    /** Silver before Gold, as the changes are; a Gold table over a Silver table that is built again is built again too. */
    private static Set<Table> rebuilds(Changes changes) {
        Set<Table> rebuilds = new LinkedHashSet<>();
        for (Change change : changes.changes()) {
            Table table = new Table(change.layer(), change.table());
            if (change.rebuilds()
                    && change.layer() != Layer.BRONZE
                    && find(changes.to(), table).isPresent()) {
                rebuilds.add(table);
            }
        }
        for (GoldSpec gold : changes.to().gold()) {
            if (gold.inputs().stream().anyMatch(i -> rebuilds.contains(new Table(Layer.SILVER, i.table())))) {
                rebuilds.add(new Table(Layer.GOLD, gold.table()));
            }
        }
        return rebuilds;
    }

    private static Optional<LayerSpec> find(PipelineSpec pipeline, Table table) {
        return pipeline.all().stream()
                .filter(s -> s.layer() == table.layer() && s.table().equals(table.name()))
                .findFirst();
    }

    private SqlScript build(LayerSpec spec) {
        return spec instanceof SilverSpec silver
                ? new SilverSql(rendering, silver).build(Publish.SWAP)
                : new GoldSql(rendering).build((GoldSpec) spec, Publish.SWAP);
    }

    private List<SqlStatement> destructive(LayerSpec spec) {
        return new TableSql(rendering)
                .drop(spec).statements().stream()
                        .map(s -> new SqlStatement(s.step(), "destructive: " + s.label(), s.text()))
                        .toList();
    }

    private List<SqlStatement> bronze(BronzeSpec from, BronzeSpec to) {
        BronzeColumns.check(to);
        Map<String, ColumnType> before = BronzeColumns.of(from);
        Map<String, ColumnType> after = new LinkedHashMap<>(BronzeColumns.of(to));
        TableName table = rendering.naming().table(Layer.BRONZE, to.table());
        List<SqlStatement> statements = new ArrayList<>();
        before.forEach((column, type) -> {
            if (!after.containsKey(column)) {
                statements.add(rendering.statement(
                        Step.MIGRATE,
                        "destructive: remove column " + column + " of " + table,
                        DSL.sql(
                                "alter table {0} drop column {1}",
                                rendering.name(table), rendering.columnName(column))));
            }
        });
        after.forEach((column, type) -> {
            if (!before.containsKey(column)) {
                statements.add(new TableSql(rendering).addColumn(table, column, type));
            }
        });
        return statements;
    }
}
