package io.medallion.jdbc;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Measure.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.medallion.engines.DatabaseServer;
import io.medallion.engines.EachDialect;
import io.medallion.engines.Engines;
import io.medallion.engines.TestDatabase;
import io.medallion.jdbc.store.DatabaseException;
import io.medallion.jdbc.store.DatabaseException.Kind;
import io.medallion.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Connections: whose they are, and that one suffices. */
class ConnectTest {

    @ParameterizedTest
    @EachDialect(but = Dialect.DUCKDB)
    void a_pool_of_one_connection_suffices_and_is_closed(Dialect dialect) {
        try (TestDatabase database = server(dialect).database()) {
            Medallion medallion = Medallion.builder().connections(1).connect(database.url(), null, null);
            try (medallion) {
                assertThat(medallion.sql().dialect()).isEqualTo(dialect);
                Pipeline shop = medallion.pipeline("shop", Shop.orders(Shop.DIRTY));
                Refresh all = shop.build();
                assertThat(all.builds()).isNotEmpty();
                assertThat(shop.refresh().builds()).isEmpty();
                assertThat(shop.silver().build(shop.silver().plan().acceptAll()).version())
                        .isEqualTo(2);
                assertThat(shop.silver().rejects().replay().build()).isNull();
                assertThat(shop.query(measure(count()).by("segment")).rows()).isNotEmpty();
                assertThat(shop.history(9)).hasSizeGreaterThan(2);
            }
            assertThatThrownBy(medallion::pipelines).isInstanceOf(DatabaseException.class);
        }
    }

    @ParameterizedTest
    @EachDialect(but = Dialect.DUCKDB)
    void the_pool_of_a_host_stays_open_and_may_be_too_small(Dialect dialect) throws SQLException {
        try (TestDatabase database = server(dialect).database()) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(database.url());
            config.setMaximumPoolSize(1);
            config.setConnectionTimeout(2_000);
            try (HikariDataSource pool = new HikariDataSource(config)) {
                try (Medallion medallion = Medallion.on(pool)) {
                    medallion.pipeline("shop", Shop.cleanOrders(3)).bronze().load();
                }
                assertThat(pool.isClosed()).isFalse();
                assertThat(Medallion.on(pool).pipelines()).isEqualTo(List.of("shop"));
                assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
                try (Connection taken = pool.getConnection()) {
                    assertThat(taken.isValid(1)).isTrue();
                    assertThatThrownBy(() -> Medallion.on(pool))
                            .hasMessageContaining("allow the pool more connections");
                }
            }
        }
    }

    @Test
    void a_server_that_cannot_be_reached_is_named_without_the_password() {
        assertThatThrownBy(() -> Medallion.connect(
                        "jdbc:postgresql://localhost:1/shop?connectTimeout=1&password=secret1", "me", "secret2"))
                .asInstanceOf(type(DatabaseException.class))
                .returns(Kind.UNREACHABLE, DatabaseException::kind)
                .satisfies(e -> assertThat(e)
                        .hasMessageContaining("connection to jdbc:postgresql://localhost:1/shop failed")
                        .message()
                        .doesNotContain("secret"));
    }

    @Test
    void a_missing_driver_is_named() {
        assertThatThrownBy(() -> Medallion.connect("jdbc:oracle:thin:@//localhost/shop", "me", ""))
                .asInstanceOf(type(DatabaseException.class))
                .returns(Kind.DRIVER_MISSING, DatabaseException::kind)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("has no driver on the classpath");
    }

    @Test
    void duckdb_is_opened_without_a_pool() {
        assertThatThrownBy(() -> Medallion.connect("jdbc:duckdb:shop.duckdb", "", ""))
                .hasMessageContaining("Use embedded(..) or inMemory()");
    }

    private static DatabaseServer server(Dialect dialect) {
        return Engines.server(dialect);
    }
}
