package io.medallion.sql;

import io.medallion.spec.SilverSpec;

/** Silver as one staged pass over Bronze. */
final class SilverSql {

    SilverSql(Rendering rendering) {}

    SqlScript build(SilverSpec spec) {
        throw new IllegalStateException("not built yet: " + spec.table());
    }

    SqlStatement preview(SilverSpec spec, int n) {
        throw new IllegalStateException("not built yet: " + spec.table() + n);
    }

    SqlStatement counts(SilverSpec spec) {
        throw new IllegalStateException("not built yet: " + spec.table());
    }

    SqlStatement rejectCounts(SilverSpec spec) {
        throw new IllegalStateException("not built yet: " + spec.table());
    }

    SqlStatement warningCounts(SilverSpec spec) {
        throw new IllegalStateException("not built yet: " + spec.table());
    }
}
