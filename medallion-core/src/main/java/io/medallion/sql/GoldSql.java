package io.medallion.sql;

import io.medallion.spec.GoldSpec;

/** Being built. */
final class GoldSql {

    GoldSql(Rendering rendering) {}

    SqlScript build(GoldSpec spec) {
        throw new IllegalStateException("not built yet: " + spec);
    }
}
