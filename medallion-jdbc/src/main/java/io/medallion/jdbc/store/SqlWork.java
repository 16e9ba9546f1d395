package io.medallion.jdbc.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work on one connection; what it throws ends the operation. */
@FunctionalInterface
public interface SqlWork<T extends @Nullable Object> {

    /** Does the work; the session is of no use afterwards. */
    T run(Session session) throws SQLException;
}
