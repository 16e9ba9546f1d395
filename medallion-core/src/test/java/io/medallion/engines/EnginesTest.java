package io.medallion.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.medallion.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;

class EnginesTest {

    @ParameterizedTest
    @EachDialect(but = Dialect.DUCKDB)
    void a_test_database_is_empty_and_gone_when_it_is_closed(Dialect dialect) throws SQLException {
        DatabaseServer server = Engines.server(dialect);
        TestDatabase database = server.database();
        try (database) {
            database.run("create table numbers (n integer)");
            try (Connection connection = database.connect()) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
        assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @EachDialect(but = Dialect.DUCKDB)
    void a_server_of_its_own_stops_alone(Dialect dialect) throws SQLException {
        assumeThat(Engines.hasOwn(dialect)).isTrue();
        TestDatabase database;
        try (DatabaseServer server = Engines.own(dialect)) {
            assertThat(server.version()).isNotBlank();
            database = server.database();
        }
        assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
        assertThat(Engines.postgres().version()).isNotBlank();
    }
}
