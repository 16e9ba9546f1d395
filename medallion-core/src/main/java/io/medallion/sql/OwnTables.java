package io.medallion.sql;

import java.util.List;

/** Being built. */
final class OwnTables {

    OwnTables(Rendering rendering) {}

    SqlScript all() {
        throw new IllegalStateException("not built yet");
    }

    List<SqlMigration> migrations() {
        throw new IllegalStateException("not built yet");
    }
}
