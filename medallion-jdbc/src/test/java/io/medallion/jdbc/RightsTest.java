package io.medallion.jdbc;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Measure.count;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.engines.DatabaseServer;
import io.medallion.engines.EachDialect;
import io.medallion.engines.Engines;
import io.medallion.engines.TestDatabase;
import io.medallion.sql.Dialect;
import io.medallion.sql.Naming;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;

/** What a user of the database has to be allowed. */
class RightsTest {

    @ParameterizedTest
    @EachDialect(but = Dialect.DUCKDB)
    void one_schema_suffices(Dialect dialect) {
        DatabaseServer server = Engines.server(dialect);
        try (TestDatabase database = server.database()) {
            String user = "u" + database.name().substring(database.name().length() - 12);
            String schema = dialect == Dialect.POSTGRES ? "tenant" : database.name();
            given(dialect, user, schema).forEach(database::run);
            try (Medallion medallion =
                    Medallion.builder().naming(Naming.inSchema(schema)).connect(urlOf(database, user), null, null)) {
                Pipeline shop = medallion.pipeline("shop", Shop.orders(Shop.DIRTY));
                assertThat(shop.build().builds()).isNotEmpty();
                assertThat(shop.query(measure(count()).by("segment")).rows()).isNotEmpty();
            } finally {
                taken(dialect, user).forEach(database::run);
            }
        }
    }

    private static List<String> given(Dialect dialect, String user, String schema) {
        return dialect == Dialect.POSTGRES
                ? List.of(
                        "create role " + user + " login password 'secret'",
                        "create schema " + schema + " authorization " + user)
                : List.of(
                        "create user " + user + "@'%' identified by 'secret'",
                        "grant all on " + schema + ".* to " + user + "@'%'");
    }

    private static List<String> taken(Dialect dialect, String user) {
        return dialect == Dialect.POSTGRES
                ? List.of("drop owned by " + user + " cascade", "drop role " + user)
                : List.of("drop user " + user + "@'%'");
    }

    private static String urlOf(TestDatabase database, String user) {
        String url = database.url().replaceFirst("user=[^&]*", "user=" + user);
        return url.contains("password=")
                ? url.replaceFirst("password=[^&]*", "password=secret")
                : url + "&password=secret";
    }
}
