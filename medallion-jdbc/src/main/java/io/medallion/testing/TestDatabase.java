package io.medallion.testing;

import io.medallion.jdbc.store.DuckDbInstance;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database a test runs on: the one given, or a fresh one in memory that goes with {@link #close()}. */
final class TestDatabase implements AutoCloseable {

    private final DataSource dataSource;
    private final AutoCloseable owned;

    private TestDatabase(DataSource dataSource, AutoCloseable owned) {
        this.dataSource = dataSource;
        this.owned = owned;
    }

    static TestDatabase of(@Nullable DataSource given) {
        if (given != null) {
            return new TestDatabase(given, () -> {});
        }
        DuckDbInstance fresh = DuckDbInstance.inMemory(Map.of());
        return new TestDatabase(fresh, fresh);
    }

    DataSource dataSource() {
        return dataSource;
    }

    TextTable read(String table) {
        try (Connection connection = dataSource.getConnection()) {
            return Rows.read(connection, "select * from " + table);
        } catch (SQLException failed) {
            throw new IllegalStateException("The table " + table + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    long count(String table) {
        try (Connection connection = dataSource.getConnection()) {
            String rows = Rows.read(connection, "select count(*) from " + table)
                    .rows()
                    .get(0)
                    .get(0);
            return Long.parseLong(String.valueOf(rows));
        } catch (SQLException failed) {
            throw new IllegalStateException("The table " + table + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        try {
            owned.close();
        } catch (Exception failed) {
            throw new IllegalStateException("The test database cannot be closed.", failed);
        }
    }
}
