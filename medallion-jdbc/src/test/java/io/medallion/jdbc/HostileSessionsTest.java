package io.medallion.jdbc;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Measure.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.Layer;
import io.medallion.engines.DatabaseServer;
import io.medallion.engines.Engines;
import io.medallion.engines.TestDatabase;
import io.medallion.spec.Check;
import io.medallion.sql.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the connection of the host is set to, results are the same, and it is given back as it came. */
class HostileSessionsTest {

    private static final Map<Dialect, String> EXPECTED = new EnumMap<>(Dialect.class);

    private static final List<String> POSTGRES = List.of(
            "set timezone to 'Pacific/Chatham'",
            "set datestyle to 'ISO, DMY'",
            "set intervalstyle to 'sql_standard'",
            "set extra_float_digits to -15",
            "set bytea_output to 'escape'",
            "set standard_conforming_strings to off",
            "set transform_null_equals to on",
            "set default_transaction_isolation to 'serializable'",
            "create schema evil; create function evil.lower(text) returns text language sql as 'select ''evil''';"
                    + " create function evil.length(text) returns integer language sql as 'select 1';"
                    + " create function evil.coalesce(numeric, integer) returns numeric language sql as 'select 7.0';"
                    + " set search_path to evil, \"pg_catalog\", public");

    private static final List<String> MARIADB = List.of(
            "set time_zone = '+05:30'",
            "set sql_mode = ''",
            "set sql_mode = 'ANSI_QUOTES'",
            "set sql_mode = 'NO_BACKSLASH_ESCAPES'",
            "set sql_mode = 'ORACLE'",
            "set sql_mode = 'PIPES_AS_CONCAT,PAD_CHAR_TO_FULL_LENGTH,HIGH_NOT_PRECEDENCE,NO_UNSIGNED_SUBTRACTION'",
            "set names utf8mb4 collate utf8mb4_swedish_ci",
            "set names latin1 collate latin1_german1_ci",
            "set character_set_results = latin1",
            "set character_set_client = latin1",
            "set group_concat_max_len = 4",
            "set sql_select_limit = 1",
            "set sql_safe_updates = 1",
            "set sql_auto_is_null = 1",
            "set div_precision_increment = 0",
            "set lc_time_names = 'de_DE'",
            "set default_storage_engine = 'MyISAM'",
            "set tx_isolation = 'SERIALIZABLE'",
            "use mysql");

    private static final List<String> MYSQL = List.of(
            "set time_zone = '+05:30'",
            "set sql_mode = ''",
            "set sql_mode = 'ANSI_QUOTES'",
            "set sql_mode = 'NO_BACKSLASH_ESCAPES'",
            "set sql_mode = 'TIME_TRUNCATE_FRACTIONAL'",
            "set sql_mode = 'PIPES_AS_CONCAT,PAD_CHAR_TO_FULL_LENGTH,HIGH_NOT_PRECEDENCE,NO_UNSIGNED_SUBTRACTION'",
            "set names utf8mb4 collate utf8mb4_general_ci",
            "set character_set_results = latin1",
            "set character_set_client = latin1",
            "set group_concat_max_len = 4",
            "set sql_select_limit = 1",
            "set sql_safe_updates = 1",
            "set sql_auto_is_null = 1",
            "set div_precision_increment = 0",
            "set lc_time_names = 'de_DE'",
            "set default_storage_engine = 'MyISAM'",
            "set transaction_isolation = 'SERIALIZABLE'",
            "set lock_wait_timeout = 7",
            "use mysql");

    @ParameterizedTest
    @MethodSource
    void neither_changes_results_nor_is_changed(Dialect dialect, String setting) throws SQLException {
        String expected = EXPECTED.computeIfAbsent(dialect, HostileSessionsTest::withoutSettings);
        try (TestDatabase database = server(dialect).database();
                Connection connection = database.connect()) {
            Medallion medallion = on(OneConnection.over(connection));
            if (setting.equals("autocommit")) {
                connection.setAutoCommit(false);
            } else {
                run(connection, setting);
            }
            Map<String, String> before = settings(dialect, connection);

            assertThat(results(medallion)).isEqualTo(expected);
            assertThat(settings(dialect, connection)).isEqualTo(before);

            assertThatThrownBy(() -> medallion
                            .pipeline("shop")
                            .silver()
                            .build(Shop.ORDERS.withColumn(
                                    "amount", c -> c.check(Check.atLeast(3).orFail()))))
                    .isInstanceOf(BuildFailedException.class);
            assertThat(settings(dialect, connection)).isEqualTo(before);
        }
    }

    static Stream<Object[]> neither_changes_results_nor_is_changed() {
        return Engines.dialects().stream()
                .flatMap(dialect -> Stream.concat(hostile(dialect).stream(), Stream.of("autocommit"))
                        .map(setting -> new Object[] {dialect, setting}))
                .filter(test -> test[0] != Dialect.DUCKDB);
    }

    private static List<String> hostile(Dialect dialect) {
        return switch (dialect) {
            case DUCKDB -> List.of();
            case POSTGRES -> POSTGRES;
            case MARIADB -> MARIADB;
            case MYSQL -> MYSQL;
        };
    }

    private static String withoutSettings(Dialect dialect) {
        try (EngineUnderTest engine = EngineUnderTest.of(dialect)) {
            return results(on(engine.dataSource()));
        }
    }

    private static Medallion on(DataSource dataSource) {
        AtomicInteger ids = new AtomicInteger();
        return Medallion.builder()
                .clock(InsertedBronze.CLOCK)
                .ids(() -> "id" + ids.incrementAndGet())
                .on(dataSource);
    }

    /** Everything that is made of a few rows, in one text. */
    private static String results(Medallion medallion) {
        Pipeline shop = medallion.pipeline("shop", Shop.orders(rows()));
        shop.bronze().load();
        StringBuilder text = new StringBuilder();
        shop.silver().plan().suggestions().forEach(s -> text.append(s.id())
                .append(s.proposed())
                .append(s.evidence()));
        text.append(shop.silver().build(Shop.ORDERS).rows());
        text.append(shop.gold().build(List.of(Shop.REVENUE)).get(0).rows());
        text.append(shop.silver().head(10).rows());
        text.append(shop.silver().preview(Shop.ORDERS, 10).rows());
        text.append(shop.silver().rejects().page(0, 20).stream()
                .map(r -> r.rowNumber() + r.rule() + r.value())
                .collect(Collectors.joining("\n")));
        text.append(shop.query(measure(sum("orders.amount").named("revenue")).by("segment"))
                .toText());
        text.append(shop.query(measure(sum("orders.amount").named("revenue")).where("segment = 'x\\y''z'"))
                .toText());
        text.append(shop.refresh().explain());
        text.append(shop.status().of(Layer.GOLD));
        return text.toString();
    }

    private static String[][] rows() {
        return Stream.concat(
                        Stream.of(Shop.DIRTY),
                        Stream.of(
                                new String[] {"7", "2024-03-31", "0.10", "A"},
                                new String[] {"8", "2024-03-31", "0.20", "a\u0308"},
                                new String[] {"9", "2024-12-31", "1.005", "x\\y'z"},
                                new String[] {"10", "2024-12-31", "3", "\uD83D\uDE00 \u20AC"}))
                .toArray(String[][]::new);
    }

    /** Every setting of the session, as the server lists them, but those that count what the session did. */
    private static Map<String, String> settings(Dialect dialect, Connection connection) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("JDBC autocommit", "" + connection.getAutoCommit());
        settings.put("JDBC catalog", connection.getCatalog());
        settings.put("JDBC isolation", "" + connection.getTransactionIsolation());
        String list = dialect == Dialect.POSTGRES
                ? "select name, setting from pg_catalog.pg_settings"
                : "show session variables where variable_name not in ('timestamp', 'last_insert_id', 'identity',"
                        + " 'rand_seed1', 'rand_seed2', 'warning_count', 'error_count', 'in_transaction', 'last_gtid',"
                        + " 'insert_id', 'statement_id')";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(list)) {
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
        return settings;
    }

    private static DatabaseServer server(Dialect dialect) {
        return Engines.server(dialect);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
