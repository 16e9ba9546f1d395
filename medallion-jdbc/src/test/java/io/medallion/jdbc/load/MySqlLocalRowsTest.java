package io.medallion.jdbc.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.medallion.engines.Engines;
import io.medallion.engines.TestDatabase;
import io.medallion.sql.Dialect;
import java.io.ByteArrayInputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drivers that hosts keep in class loaders of their own, as servers of applications do. */
class MySqlLocalRowsTest {

    private final MySqlLocalRows rows = new MySqlLocalRows();

    @Test
    void a_driver_that_is_not_there_is_no_error() throws Exception {
        try (TestDatabase database = Engines.postgres().database();
                URLClassLoader loader = loaderOf(org.postgresql.ds.PGSimpleDataSource.class);
                Connection connection = dataSource(loader, org.postgresql.ds.PGSimpleDataSource.class, database.url())
                        .getConnection()) {
            assertThat(connection.getClass().getClassLoader()).isSameAs(loader);
            assertThat(rows.isAllowed(connection)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_driver_of_another_class_loader_is_found_behind_a_pool(boolean allowed) throws Exception {
        assumeThat(Engines.dialects()).contains(Dialect.MYSQL);
        Class<?> source = Class.forName("com.mysql.cj.jdbc.MysqlDataSource");
        try (TestDatabase database = Engines.mySql().database();
                URLClassLoader loader = loaderOf(source)) {
            String url = database.url().replace("allowLoadLocalInfile=true", "allowLoadLocalInfile=" + allowed);
            HikariConfig config = new HikariConfig();
            config.setDataSource(dataSource(loader, source, url));
            config.setMaximumPoolSize(1);
            try (HikariDataSource pool = new HikariDataSource(config);
                    Connection connection = pool.getConnection()) {
                assertThat(rows.isAllowed(connection)).isEqualTo(allowed);
                if (allowed) {
                    assertThat(loaded(connection)).isEqualTo(2);
                }
            }
        }
    }

    private int loaded(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table numbers (n integer)");
            rows.give(statement, new ByteArrayInputStream("1\n2\n".getBytes(StandardCharsets.UTF_8)));
            statement.execute("load data local infile 'rows' into table numbers");
            try (ResultSet count = statement.executeQuery("select count(*) from numbers")) {
                count.next();
                return count.getInt(1);
            }
        }
    }

    private static URLClassLoader loaderOf(Class<?> type) {
        URL jar = type.getProtectionDomain().getCodeSource().getLocation();
        return new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
    }

    private static DataSource dataSource(ClassLoader loader, Class<?> type, String url) throws Exception {
        Object source =
                loader.loadClass(type.getName()).getDeclaredConstructor().newInstance();
        source.getClass().getMethod("setUrl", String.class).invoke(source, url);
        return (DataSource) source;
    }
}
