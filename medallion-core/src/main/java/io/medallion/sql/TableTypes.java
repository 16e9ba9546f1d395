package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.Layer;
import io.medallion.expression.Query;
import io.medallion.expression.Relation;
import io.medallion.expression.RelationVisitor;
import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.DimensionGoldSpec;
import io.medallion.spec.GoldInput;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.PipelineSpec;
import io.medallion.spec.QueryGoldSpec;
import io.medallion.spec.SilverSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of the columns that queries name: nothing, or what specs say. */
final class TableTypes {

    private final Map<Layer, Map<String, Map<String, ColumnType>>> tables = new HashMap<>();

    private TableTypes() {}

    static TableTypes unknown() {
        return new TableTypes();
    }

    /** The Silver tables a Gold table is built from. */
    static TableTypes of(List<GoldInput> inputs) {
        TableTypes types = new TableTypes();
        inputs.forEach(input -> types.put(Layer.SILVER, input.table(), addressed(input.types())));
        return types;
    }

    /** Every table of a pipeline. */
    static TableTypes of(PipelineSpec pipeline, Rendering rendering) {
        TableTypes types = new TableTypes();
        for (BronzeSpec bronze : pipeline.bronze()) {
            types.put(Layer.BRONZE, bronze.table(), BronzeColumns.of(bronze));
        }
        for (SilverSpec silver : pipeline.silver()) {
            types.put(Layer.SILVER, silver.table(), addressed(silver.types()));
        }
        for (GoldSpec gold : pipeline.gold()) {
            types.put(Layer.GOLD, gold.table(), of(gold, rendering));
        }
        return types;
    }

    /** The columns of a Gold table, as far as their types are known. */
    static Map<String, ColumnType> of(GoldSpec gold, Rendering rendering) {
        return new QuerySql(rendering, of(gold.inputs())).types(query(gold));
    }

    /** What a Gold table is built from, as one query. */
    static Query query(GoldSpec gold) {
        if (gold instanceof AggregateGoldSpec aggregate) {
            return GoldQuery.of(aggregate);
        }
        if (gold instanceof DimensionGoldSpec dimension) {
            return DimensionQuery.of(dimension);
        }
        return ((QueryGoldSpec) gold).query();
    }

    private static Map<String, ColumnType> addressed(Map<String, ColumnType> columns) {
        Map<String, ColumnType> all = new LinkedHashMap<>(columns);
        all.putAll(SilverColumns.address());
        return all;
    }

    private void put(Layer layer, String table, Map<String, ColumnType> columns) {
        tables.computeIfAbsent(layer, l -> new HashMap<>()).put(table, columns);
    }

    /** The columns of a relation; those of a subquery follow from it. */
    Map<String, ColumnType> columns(Relation relation, QuerySql queries) {
        return relation.accept(new RelationVisitor<Map<String, ColumnType>>() {
            @Override
            public Map<String, ColumnType> visitTable(Relation.TableRelation table) {
                return tables.getOrDefault(table.layer(), Map.of()).getOrDefault(table.table(), Map.of());
            }

            @Override
            public Map<String, ColumnType> visitSubquery(Relation.SubqueryRelation subquery) {
                return queries.types(subquery.query());
            }

            @Override
            public Map<String, ColumnType> visitUnion(Relation.UnionRelation union) {
                return queries.types(union.queries().get(0));
            }
        });
    }
}
