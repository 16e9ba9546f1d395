package io.medallion.sql;

import io.medallion.spec.LayerSpec;

/** Being built. */
final class TableSql {

    TableSql(Rendering rendering) {}

    SqlScript create(LayerSpec spec) {
        throw new IllegalStateException("not built yet: " + spec);
    }

    SqlScript drop(LayerSpec spec) {
        throw new IllegalStateException("not built yet: " + spec);
    }
}
