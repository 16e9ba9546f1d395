package io.medallion.jdbc.store;

import io.medallion.sql.Dialect;
import io.medallion.sql.SessionSetting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The settings of a connection that change what statements mean, replaced for one operation and put back after it; one
 * statement each. What bounds work (timeouts, memory, a role, a connection that may only read) stays as the host set it.
 *
 * <p>A DuckDB connection is set one setting after the other: nothing travels there.
 */
final class SessionSettings {

    /** Its name since MariaDB 11.1; 11 knows the one before, too. */
    private static final String ISOLATION = "transaction_isolation";

    private static final Map<String, String> POSTGRES = new LinkedHashMap<>();
    private static final Map<String, String> MARIADB = new LinkedHashMap<>();
    private static final Map<String, String> MYSQL = new LinkedHashMap<>();

    static {
        POSTGRES.put("timezone", "'UTC'");
        POSTGRES.put("datestyle", "'ISO, YMD'");
        POSTGRES.put("intervalstyle", "'postgres'");
        POSTGRES.put("extra_float_digits", "'3'");
        POSTGRES.put("bytea_output", "'hex'");
        POSTGRES.put("standard_conforming_strings", "'on'");
        POSTGRES.put("transform_null_equals", "'off'");
        POSTGRES.put("default_transaction_isolation", "'read committed'");
        // without an explicit place the built-in functions come before all others of their names
        POSTGRES.put(
                "search_path",
                "pg_catalog.ltrim(pg_catalog.regexp_replace(\"search_path\","
                        + " '(^|,)\\s*\"?pg_catalog\"?\\s*(?=,|$)', '', 'gi'), ', ')");

        MARIADB.put("group_concat_max_len", "1073741824");
        MARIADB.put("sql_big_selects", "1");
        MARIADB.put("lc_time_names", "'en_US'");
        MARIADB.put("default_storage_engine", "'InnoDB'");
        MYSQL.putAll(MARIADB);
        // set for a moment by what publishes
        MYSQL.put("lock_wait_timeout", "@@session.lock_wait_timeout");
        SessionSetting.of(Dialect.POSTGRES).forEach(needed -> POSTGRES.put(key(needed), needed.literal()));
        // in their order, which is also that of putting them back: a charset sets its collation
        SessionSetting.of(Dialect.MARIADB).forEach(needed -> MARIADB.put(key(needed), needed.literal()));
        SessionSetting.of(Dialect.MYSQL).forEach(needed -> MYSQL.put(key(needed), needed.literal()));
    }

    /** What a query means on MariaDB depends on these, but for the time zone, which is always UTC. */
    private static final List<String> MEANING = List.of(
            "sql_mode",
            "character_set_connection",
            "collation_connection",
            "group_concat_max_len",
            "div_precision_increment",
            "max_sort_length",
            "lc_time_names",
            "sql_auto_is_null");

    private static String key(SessionSetting needed) {
        return needed.name().toLowerCase(Locale.ROOT);
    }

    private final Connection connection;
    private final List<String> names;
    private final List<String> before;
    private final Product product;

    private SessionSettings(Connection connection, Product product, List<String> names, List<String> before) {
        this.connection = connection;
        this.product = product;
        this.names = names;
        this.before = before;
    }

    /** Sets what this library relies on; the connection commits each statement. */
    static SessionSettings replace(Connection connection, Product product, Mode mode) throws SQLException {
        return switch (product.dialect()) {
            case DUCKDB -> duckDb(connection, product);
            case POSTGRES -> postgres(connection, product, mode);
            case MARIADB ->
                mariaDb(connection, product, MARIADB, product.major() < 12 ? "tx_isolation" : ISOLATION, mode);
            case MYSQL -> mariaDb(connection, product, MYSQL, ISOLATION, mode);
        };
    }

    /** Puts back, for a while, what decides what the SQL of the host means; on MariaDB. */
    static void putMeaningBack(Connection connection) throws SQLException {
        StringJoiner set = new StringJoiner(", ", "set ", "");
        MEANING.forEach(name -> set.add("session " + name + " = @medallion_" + name));
        execute(connection, set.toString());
    }

    /** Ends {@link #putMeaningBack}. */
    static void replaceMeaning(Connection connection) throws SQLException {
        StringJoiner set = new StringJoiner(", ", "set ", "");
        MEANING.forEach(name -> set.add("session " + name + " = " + MARIADB.get(name)));
        execute(connection, set.toString());
    }

    /** Puts everything back. */
    void restore() throws SQLException {
        switch (product.dialect()) {
            case DUCKDB -> restoreDuckDb();
            case POSTGRES -> restorePostgres();
            case MARIADB, MYSQL -> restoreMariaDb();
        }
    }

    private static SessionSettings duckDb(Connection connection, Product product) throws SQLException {
        List<String> changed = new ArrayList<>();
        List<String> before = new ArrayList<>();
        for (SessionSetting needed : SessionSetting.of(Dialect.DUCKDB)) {
            String then = "";
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(needed.current())) {
                row.next();
                then = row.getString(1);
            }
            if (!then.equals(needed.value())) {
                execute(connection, needed.set());
                changed.add(needed.name());
                before.add(needed.set(then));
            }
        }
        return new SessionSettings(connection, product, changed, before);
    }

    private void restoreDuckDb() throws SQLException {
        for (String set : before) {
            execute(connection, set);
        }
    }

    private static SessionSettings postgres(Connection connection, Product product, Mode mode) throws SQLException {
        Map<String, String> wanted = new LinkedHashMap<>(POSTGRES);
        if (mode == Mode.SNAPSHOT) {
            wanted.put("default_transaction_isolation", "'repeatable read'");
        }
        StringJoiner read = new StringJoiner(", ");
        StringJoiner set = new StringJoiner(", ");
        wanted.forEach((name, value) -> {
            read.add("pg_catalog.current_setting('" + name + "') as \"" + name + "\"");
            set.add("\"" + name + "\", pg_catalog.set_config('" + name + "', " + value + ", false)");
        });
        List<String> changed = new ArrayList<>();
        List<String> before = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "with before as materialized (select " + read + ") select " + set + " from before")) {
            row.next();
            int column = 1;
            for (String name : wanted.keySet()) {
                String then = row.getString(column++);
                if (!then.equals(row.getString(column++))) {
                    changed.add(name);
                    before.add(then);
                }
            }
        }
        return new SessionSettings(connection, product, changed, before);
    }

    private void restorePostgres() throws SQLException {
        if (names.isEmpty()) {
            return;
        }
        StringJoiner set = new StringJoiner(", ");
        names.forEach(name -> set.add("pg_catalog.set_config('" + name + "', ?, false)"));
        try (PreparedStatement statement = connection.prepareStatement("select " + set)) {
            for (int i = 0; i < before.size(); i++) {
                statement.setString(i + 1, before.get(i));
            }
            statement.execute();
        }
    }

    /** What was set before waits in variables of the session, which end as NULL. */
    private static SessionSettings mariaDb(
            Connection connection, Product product, Map<String, String> settings, String isolation, Mode mode)
            throws SQLException {
        Map<String, String> wanted = new LinkedHashMap<>(settings);
        if (product.mayRelax()) {
            wanted.put("innodb_strict_mode", "0");
        }
        wanted.put(isolation, mode == Mode.SNAPSHOT ? "'REPEATABLE-READ'" : "'READ-COMMITTED'");
        StringJoiner set = new StringJoiner(", ", "set ", "");
        wanted.forEach((name, value) ->
                set.add("@medallion_" + name + " = @@session." + name).add("session " + name + " = " + value));
        execute(connection, set.toString());
        return new SessionSettings(connection, product, List.copyOf(wanted.keySet()), List.of());
    }

    private void restoreMariaDb() throws SQLException {
        StringJoiner set = new StringJoiner(", ", "set ", "");
        names.forEach(name -> set.add("session " + name + " = @medallion_" + name));
        names.forEach(name -> set.add("@medallion_" + name + " = null"));
        execute(connection, set.toString());
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
