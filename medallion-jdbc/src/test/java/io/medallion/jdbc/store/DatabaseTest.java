package io.medallion.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.medallion.jdbc.store.DatabaseException.Kind;
import io.medallion.sql.Dialect;
import io.medallion.sql.Naming;
import io.medallion.sql.SqlScript.Step;
import io.medallion.sql.SqlStatement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    private static final String ENDLESS =
            "select count(*) from range(10000000000) a, range(1000) b where a.range * b.range % 7 = 3";

    @TempDir
    Path directory;

    @Test
    void knows_product_and_version() {
        try (Database database = inMemory()) {
            assertThat(database.dialect()).isEqualTo(Dialect.DUCKDB);
        }
    }

    @Test
    void other_products_are_refused_by_name() {
        assertThatThrownBy(() -> Product.of("Oracle", "19.3"))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessageContaining("Oracle 19.3")
                .hasMessageContaining("DuckDB, PostgreSQL, MariaDB");
    }

    @Test
    void old_versions_are_refused() {
        assertThatThrownBy(() -> Product.of("PostgreSQL", "14.9"))
                .hasMessageContaining("PostgreSQL 14.9")
                .hasMessageContaining("PostgreSQL 15 or later");
        assertThatThrownBy(() -> Product.of("MariaDB", "10.6.3-MariaDB")).hasMessageContaining("10.11 or later");
        assertThat(Product.of("MariaDB", "10.11.2-MariaDB").dialect()).isEqualTo(Dialect.MARIADB);
    }

    @Test
    void mariadb_is_told_from_mysql_by_its_version() {
        assertThat(Product.of("MySQL", "5.5.5-10.11.8-MariaDB-log").dialect()).isEqualTo(Dialect.MARIADB);
        assertThat(Product.of("MySQL", "11.4.2-MariaDB").major()).isEqualTo(11);
        assertThat(Product.of("MySQL", "8.0.36").dialect()).isEqualTo(Dialect.MYSQL);
        assertThat(Product.of("MySQL", "9.7.4-2").major()).isEqualTo(9);
    }

    @Test
    void an_old_mysql_and_what_only_speaks_like_it_are_refused_by_name() {
        assertThatThrownBy(() -> Product.of("MySQL", "8.0.20-log"))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessageContaining("MySQL 8.0.20-log is too old. Use MySQL 8.0.21 or later");
        assertThatThrownBy(() -> Product.of("MySQL", "8.0.11-TiDB-v8.5.0"))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessageContaining("TiDB");
        assertThatThrownBy(() -> Product.of("MySQL", "5.7.44"))
                .isInstanceOf(UnsupportedDatabaseException.class)
                .hasMessageContaining("MySQL 5.7.44");
    }

    @Test
    void the_time_zone_of_a_host_is_left_as_it_was() throws SQLException {
        try (Connection connection = java.sql.DriverManager.getConnection("jdbc:duckdb:")) {
            connection.createStatement().execute("set session TimeZone = 'Asia/Kathmandu'");
            Database database = Database.on(
                    io.medallion.jdbc.OneConnection.over(connection),
                    Naming.schemaPerLayer(),
                    Clock.systemUTC(),
                    () -> "id");
            String zone = "select current_setting('TimeZone')";
            List<String> during = database.read(s -> s.query(zone, row -> row.getString(1)));
            assertThat(during).containsExactly("UTC");
            ResultSet after = connection.createStatement().executeQuery(zone);
            assertThat(after.next()).isTrue();
            assertThat(after.getString(1)).isEqualTo("Asia/Kathmandu");
        }
    }

    @Test
    void all_connections_see_one_database_in_memory() {
        try (Database database = inMemory()) {
            database.read(s -> s.update("create table t (a integer)"));
            database.read(s -> s.update("insert into t values (?)", 7));
            assertThat(numbers(database, "select a from t")).containsExactly(7L);
        }
    }

    @Test
    void two_databases_in_memory_are_two() {
        try (Database one = inMemory();
                Database other = inMemory()) {
            one.read(s -> s.update("create table t (a integer)"));
            assertThatThrownBy(() -> other.read(s -> s.update("insert into t values (1)")))
                    .isInstanceOf(DatabaseException.class);
        }
    }

    @Test
    void a_transaction_that_throws_leaves_nothing() {
        try (Database database = inMemory()) {
            assertThatThrownBy(() -> database.inTransaction(s -> {
                        s.update("create table t (a integer)");
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");
            assertThatThrownBy(() -> database.read(s -> s.number("select count(*) from t")))
                    .hasMessageContaining("does not exist");
        }
    }

    @Test
    void a_data_source_of_the_host_stays_open_and_as_it_was() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:duckdb:" + directory.resolve("host.duckdb"));
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            try (Database database = Database.on(pool, Naming.schemaPerLayer(), Clock.systemUTC(), () -> "id")) {
                database.inTransaction(s -> s.update("create table t (a integer)"));
                assertThatThrownBy(() -> database.inTransaction(s -> {
                    s.set("enable_progress_bar", "true");
                    return s.update("insert into nowhere values (1)");
                }));
            }
            try (Connection connection = pool.getConnection()) {
                assertThat(connection.getAutoCommit()).isTrue();
                ResultSet setting =
                        connection.createStatement().executeQuery("select current_setting('enable_progress_bar')");
                assertThat(setting.next()).isTrue();
                assertThat(setting.getBoolean(1)).isFalse();
                assertThat(connection
                                .createStatement()
                                .executeQuery("select * from t")
                                .next())
                        .isFalse();
            }
        }
    }

    @Test
    void messages_say_what_and_why_without_values() {
        try (Database database = inMemory()) {
            assertThatThrownBy(() -> database.read(s -> s.run(new SqlStatement(
                            Step.STAGE, "stage orders", "select cast('jane@example.com' as integer)"))))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("stage orders")
                    .hasMessageContaining("Could not convert string")
                    .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("jane"));
            database.read(s -> s.update("create table k (email varchar primary key)"));
            database.read(s -> s.update("insert into k values (?)", "jane@example.com"));
            assertThatThrownBy(() -> database.read(s -> s.update("insert into k values (?)", "jane@example.com")))
                    .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("jane"));
        }
    }

    @Test
    void the_message_of_an_audit_is_shown_whole() {
        try (Database database = inMemory()) {
            assertThatThrownBy(() -> database.read(s -> s.run(
                            new SqlStatement(Step.AUDIT, "audit", "select error('silver ''orders'' lost 3 rows')"))))
                    .hasMessageContaining("silver 'orders' lost 3 rows");
        }
    }

    @Test
    void work_that_takes_too_long_is_stopped() {
        try (Database database = inMemory()) {
            assertThatThrownBy(() -> database.read(Limits.timeout(Duration.ofMillis(100)), s -> s.number(ENDLESS)))
                    .asInstanceOf(type(DatabaseException.class))
                    .returns(Kind.TIMEOUT, DatabaseException::kind);
        }
    }

    @Test
    void work_can_be_cancelled() throws InterruptedException {
        try (Database database = inMemory()) {
            AtomicBoolean cancelled = new AtomicBoolean();
            CountDownLatch asked = new CountDownLatch(2);
            Limits limits = new Limits(Duration.ZERO, () -> {
                asked.countDown();
                return cancelled.get();
            });
            Thread other = new Thread(() -> {
                try {
                    asked.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                cancelled.set(true);
            });
            other.start();
            assertThatThrownBy(() -> database.read(limits, s -> s.number(ENDLESS)))
                    .asInstanceOf(type(DatabaseException.class))
                    .returns(Kind.CANCELLED, DatabaseException::kind);
            other.join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"silver.duckdb", "Medallion.db", "gold"})
    void a_file_may_have_the_name_of_a_schema(String name, @TempDir Path directory) {
        Path file = directory.resolve(name);
        for (int run = 1; run <= 2; run++) {
            long rows = run;
            try (Database database =
                    Database.embedded(file, Map.of(), Naming.schemaPerLayer(), Clock.systemUTC(), () -> "id")) {
                database.inTransaction(session -> {
                    session.update("create schema if not exists silver");
                    session.update("create table if not exists silver.t (n integer)");
                    session.update("insert into silver.t values (1)");
                    return session;
                });
                assertThat(database.<Long>read(session -> session.number("select count(*) from silver.t")))
                        .isEqualTo(rows);
            }
        }
    }

    @Test
    void a_schema_with_the_name_of_the_database_is_refused(@TempDir Path directory) {
        try (Database database = Database.embedded(
                directory.resolve("shop.duckdb"), Map.of(), Naming.schemaPerLayer(), Clock.systemUTC(), () -> "id")) {
            assertThatThrownBy(() -> database.with(Naming.inSchema("shop")))
                    .hasMessage(
                            "schema 'shop' has the name of its database, which DuckDB takes from the file and cannot"
                                    + " tell apart. Rename the file, or use another schema.");
        }
    }

    @Test
    void a_missing_directory_is_an_error() {
        assertThatThrownBy(() -> embedded(directory.resolve("nowhere/x.duckdb")))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("its directory does not exist")
                .hasMessageContaining("x.duckdb");
    }

    @Test
    void a_directory_is_no_database() {
        assertThatThrownBy(() -> embedded(directory)).hasMessageContaining("is a directory");
    }

    @Test
    void another_kind_of_file_is_no_database() throws IOException {
        Path file = Files.writeString(directory.resolve("notes.txt"), "just some text ".repeat(1000));
        assertThatThrownBy(() -> embedded(file))
                .hasMessageContaining("is no DuckDB database")
                .hasMessageContaining("notes.txt");
        assertThat(file).content().startsWith("just some text");
    }

    @Test
    void a_file_that_another_process_holds_is_an_error() throws Exception {
        Path file = directory.resolve("held.duckdb");
        Process holder = java(System.getProperty("java.class.path"), HoldDatabase.class.getName(), file.toString());
        try {
            assertThat(reader(holder).readLine()).isEqualTo("held by DUCKDB");
            assertThatThrownBy(() -> embedded(file))
                    .asInstanceOf(type(DatabaseException.class))
                    .returns(Kind.HELD, DatabaseException::kind)
                    .satisfies(e -> assertThat(e)
                            .hasMessageContaining("is held by another process (PID " + holder.pid() + ")")
                            .hasMessageContaining("close it there"));
        } finally {
            holder.destroy();
            holder.waitFor();
        }
    }

    @Test
    void a_missing_driver_is_named_with_its_coordinates() throws Exception {
        String withoutDriver = Stream.of(
                        System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(entry -> !entry.contains("duckdb_jdbc"))
                .collect(Collectors.joining(System.getProperty("path.separator")));
        Process process = java(
                withoutDriver,
                HoldDatabase.class.getName(),
                directory.resolve("x.duckdb").toString());
        assertThat(reader(process).lines().toList())
                .anySatisfy(line -> assertThat(line).contains("org.duckdb:duckdb_jdbc"));
        assertThat(process.waitFor()).isEqualTo(1);
    }

    private static Process java(String classPath, String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                classPath),
                        Stream.of(arguments))
                .toList();
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static List<Long> numbers(Database database, String text) {
        return database.read(s -> s.query(text, row -> row.getLong(1)));
    }

    private static Database inMemory() {
        return Database.inMemory(Map.of(), Naming.schemaPerLayer(), Clock.systemUTC(), () -> "id");
    }

    private static Database embedded(Path file) {
        return Database.embedded(file, Map.of(), Naming.schemaPerLayer(), Clock.systemUTC(), () -> "id");
    }

    private static String stackTrace(Throwable thrown) {
        java.io.StringWriter text = new java.io.StringWriter();
        thrown.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }
}
