package io.medallion.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnginesTest {

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "MARIADB"})
    void a_test_database_is_empty_and_gone_when_it_is_closed(Dialect dialect) throws SQLException {
        DatabaseServer server = dialect == Dialect.POSTGRES ? Engines.postgres() : Engines.mariaDb();
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
    @EnumSource(names = {"POSTGRES", "MARIADB"})
    void a_server_of_its_own_stops_alone(Dialect dialect) throws SQLException {
        TestDatabase database;
        try (DatabaseServer server = Engines.own(dialect)) {
            assertThat(server.version()).isNotBlank();
            database = server.database();
        }
        assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
        assertThat(Engines.postgres().version()).isNotBlank();
    }
}
