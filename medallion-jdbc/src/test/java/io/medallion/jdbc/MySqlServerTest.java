package io.medallion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.medallion.engines.DatabaseServer;
import io.medallion.engines.Engines;
import io.medallion.engines.TestDatabase;
import io.medallion.jdbc.store.UnsupportedDatabaseException;
import io.medallion.sql.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server of MySQL that cannot serve is refused by name before anything is written. */
class MySqlServerTest {

    @ParameterizedTest
    @ValueSource(strings = {"sql_require_primary_key", "sql_generate_invisible_primary_key"})
    void one_that_meddles_with_tables_is_refused(String setting) {
        assumeThat(Engines.dialects()).contains(Dialect.MYSQL);
        try (TestDatabase database = Engines.mySql().database()) {
            String url = database.url() + "&sessionVariables=" + setting + "=1";
            assertThatThrownBy(() -> Medallion.connect(url, null, null))
                    .isInstanceOf(UnsupportedDatabaseException.class)
                    .hasMessageContaining("database MySQL ")
                    .hasMessageContaining("(" + setting + ")");
            try (Medallion medallion = Medallion.connect(database.url(), null, null)) {
                assertThat(medallion.pipelines()).isEmpty();
            }
        }
    }

    @Test
    void one_without_md5_is_refused_with_what_to_do() {
        assumeThat(Engines.hasOwn(Dialect.MYSQL)).isTrue();
        try (DatabaseServer server = Engines.own(Dialect.MYSQL);
                TestDatabase database = server.database()) {
            assumeThat(server.version()).matches("(9\\.[6-9]|[1-9][0-9]).*");
            database.run("uninstall component 'file://component_classic_hashing'");
            database.run("create user app identified by 'p'");
            database.run(
                    "grant select, insert, update, delete, create, drop, alter on " + database.name() + ".* to app");
            List<String> urls = List.of(
                    database.url(),
                    database.url().replace("user=root&password=", "user=app&password=p"),
                    database.url().replace(database.name(), ""));
            assertThat(urls).allSatisfy(url -> assertThatThrownBy(() -> Medallion.connect(url, null, null))
                    .isInstanceOf(UnsupportedDatabaseException.class)
                    .hasMessageContaining("has no function MD5")
                    .hasMessageContaining("install component 'file://component_classic_hashing'"));
        }
    }
}
