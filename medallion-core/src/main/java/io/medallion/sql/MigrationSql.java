package io.medallion.sql;

import io.medallion.spec.Changes;

/** Being built. */
final class MigrationSql {

    MigrationSql(Rendering rendering) {}

    SqlScript migrate(Changes spec) {
        throw new IllegalStateException("not built yet: " + spec);
    }
}
