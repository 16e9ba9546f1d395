package io.medallion.jdbc;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.medallion.Layer;
import io.medallion.jdbc.store.BatchRow;
import io.medallion.jdbc.store.Batches;
import io.medallion.jdbc.store.Session;
import io.medallion.jdbc.store.TableStateRow;
import io.medallion.jdbc.store.TableStates;
import io.medallion.spec.GoldInput;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.Json;
import io.medallion.spec.LayerSpec;
import io.medallion.spec.SilverSpec;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a version of a table was built from: the version of each table of the layer below. The version of a Bronze table is the
 * sequence number of its last batch; which batches are in force changes with a further batch only.
 */
record BuiltFrom(@JsonValue Map<String, Long> versions) {

    /** Before the name of a Silver table that checks look values up in. */
    private static final String LOOKED_UP = "looked up in ";

    static final BuiltFrom NOTHING = new BuiltFrom(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    BuiltFrom {
        versions = Map.copyOf(versions);
    }

    static BuiltFrom fromJson(String json) {
        return Json.read(json, BuiltFrom.class);
    }

    /** What the spec would be built from now. */
    static BuiltFrom now(Session session, LayerSpec spec) {
        Map<String, Long> versions = new TreeMap<>();
        if (spec instanceof SilverSpec silver) {
            versions.put(silver.from(), bronze(session, silver.from()));
            silver.references().forEach(parent -> versions.put(LOOKED_UP + parent, silver(session, parent)));
        } else if (spec instanceof GoldSpec gold) {
            for (GoldInput input : gold.inputs()) {
                versions.put(input.table(), silver(session, input.table()));
            }
        }
        return new BuiltFrom(versions);
    }

    /** The table that an entry of a version stands for: {@code bronze.orders}. */
    static String named(Layer below, String entry) {
        return entry.startsWith(LOOKED_UP)
                ? LayerBuilder.named(Layer.SILVER, entry.substring(LOOKED_UP.length()))
                : LayerBuilder.named(below, entry);
    }

    private static long silver(Session session, String table) {
        return new TableStates(session)
                .of(Layer.SILVER, table)
                .map(TableStateRow::version)
                .orElse(0L);
    }

    static long bronze(Session session, String table) {
        return new Batches(session)
                .of(table).stream().mapToLong(BatchRow::sequence).max().orElse(0);
    }

    String toJson() {
        return Json.write(new TreeMap<>(versions));
    }
}
