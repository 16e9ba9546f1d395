package io.medallion.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.medallion.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A database writes each type as reading it would. */
class InnerSelectTest {

    @Test
    void duckdb_writes_the_texts_that_reading_gives() {
        assertThat(verified(Dialect.DUCKDB, JdbcTextTest.DUCKDB)).hasSizeGreaterThan(30);
    }

    @Test
    void postgres_writes_the_texts_that_reading_gives() {
        assertThat(verified(Dialect.POSTGRES, JdbcTextTest.POSTGRES)).hasSizeGreaterThan(45);
    }

    @Test
    void mariadb_writes_the_texts_that_reading_gives() {
        assertThat(verified(Dialect.MARIADB, JdbcTextTest.MARIADB)).hasSizeGreaterThan(2);
    }

    @Test
    void a_decimal_without_whole_digits_is_read() {
        try (SourceDatabase source = SourceDatabase.of(Dialect.DUCKDB)) {
            assertThat(Inside.rows(source, "select 0.5::decimal(2,2) as x")).isEmpty();
        }
    }

    @Test
    void a_query_that_could_write_is_not_seen_inside() throws SQLException {
        try (SourceDatabase source = SourceDatabase.of(Dialect.POSTGRES)) {
            source.run(
                    "create sequence numbers",
                    "create table t (id int, random_id int)",
                    "create function touched() returns int language sql as 'insert into t values (1) returning id'",
                    "create function \"Ä b\"() returns int language sql as 'insert into t values (1) returning id'",
                    "create function \"Log-\"\"it\"() returns int language sql as 'insert into t values (1) returning id'");
            assertThat(isSeen(source, "select id, lower('A') as touched_at from t where id > 1 order by id"))
                    .isTrue();
            for (String sql : List.of(
                    "select nextval('numbers') as n",
                    "select \"touched\"() as n",
                    "select \"Log-\"\"it\"() as n",
                    "select \"Ä b\"() as n",
                    "select id from t for update",
                    "with x as (insert into t values (1) returning id) select * from x",
                    "select 'a\\b' as text",
                    "select id from t where id = null")) {
                assertThat(isSeen(source, sql)).as(sql).isFalse();
            }
        }
    }

    @Test
    void a_query_of_mariadb_that_could_change_anything_is_not_seen_inside() throws SQLException {
        try (SourceDatabase source = SourceDatabase.of(Dialect.MARIADB)) {
            source.run(
                    "create sequence numbers",
                    "create table t (id int, random_id int)",
                    "create function Touched() returns int modifies sql data begin insert into t values (1, 1);"
                            + " return 1; end",
                    "create function `log-``it`() returns int return 1",
                    "create function `2nd`() returns int return 1");
            for (String sql : List.of(
                    "select id, char_length('A') as touched_at from t where id > 1 order by id -- all",
                    "with x as (select id from t) select * from x")) {
                assertThat(isSeen(source, sql)).as(sql).isTrue();
            }
            for (String sql : List.of(
                    "select next value for numbers as n",
                    "select nextval(numbers) as n",
                    "select `touched`() as n",
                    "select `LOG-``it`() as n",
                    "select 2nd() as n",
                    "select id from t for update",
                    "select id from t lock in share mode",
                    "select @x := id from t",
                    "select get_lock('x', 0) as n")) {
                assertThat(isSeen(source, sql)).as(sql).isFalse();
            }
            for (String sql : List.of(
                    "with x as (select id from t) select * from x order by id",
                    "with x as (select id from t) select id, id from x",
                    "(select id from t)",
                    "select cast(id as double) as x from t",
                    "select concat(id) as x from t",
                    "select id / 3 as x from t",
                    "select max(id / 3) as x from t group by id",
                    "select x from (select concat(id) as x from t) y")) {
                assertThat(Inside.rows(source, sql)).as(sql).isEmpty();
            }
        }
    }

    @Test
    void what_a_view_of_mariadb_computes_is_read() {
        try (SourceDatabase source = SourceDatabase.of(Dialect.MARIADB)) {
            source.run("create table t (k int, x decimal(5,5), y varchar(9), d datetime)");
            for (String view : List.of(
                    "select k, sum(x) as x from t group by k",
                    "select k, min(x) as x from t group by k",
                    "select k, group_concat(y) as y from t group by k",
                    "select k, max(d) as d from t group by k",
                    "select -x as x from t",
                    "select concat(y) as y from t",
                    "select x from t union all select -x from t")) {
                source.run("create or replace view v as " + view);
                assertThat(Inside.rows(Jdbc.table(source.pool, "v"))).as(view).isEmpty();
                assertThat(Inside.rows(source, "select * from v")).as(view).isEmpty();
                assertThat(Inside.rows(source, "select * from (select * from v) w"))
                        .as(view)
                        .isEmpty();
            }
        }
    }

    @Test
    void another_pool_on_mariadb_sees_the_same_where_a_lock_of_its_server_is_seen() throws SQLException {
        try (SourceDatabase source = SourceDatabase.of(Dialect.MARIADB);
                SourceDatabase elsewhere = SourceDatabase.of(Dialect.MARIADB)) {
            source.run("create table t (id int)");
            InnerSelect select = select(source, "select id from t");
            try (HikariDataSource second = new HikariDataSource()) {
                second.setJdbcUrl(source.pool.getJdbcUrl());
                second.setMaximumPoolSize(1);
                try (Connection connection = second.getConnection()) {
                    assertThat(select.isSeenBy(second, connection)).isTrue();
                    connection.createStatement().execute("set sql_mode = 'ANSI_QUOTES'");
                    assertThat(select.isSeenBy(second, connection))
                            .as("another meaning")
                            .isFalse();
                }
            }
            try (Connection connection = elsewhere.pool.getConnection()) {
                assertThat(select.isSeenBy(elsewhere.pool, connection)).isFalse();
            }
        }
    }

    @Test
    void another_pool_on_the_same_database_sees_the_same_unless_its_user_or_schemas_differ() throws SQLException {
        try (SourceDatabase source = SourceDatabase.of(Dialect.POSTGRES);
                SourceDatabase elsewhere = SourceDatabase.of(Dialect.POSTGRES)) {
            source.run("create table t (id int)");
            InnerSelect select = select(source, "select id from t");
            try (HikariDataSource second = new HikariDataSource()) {
                second.setJdbcUrl(source.pool.getJdbcUrl());
                second.setMaximumPoolSize(1);
                try (Connection connection = second.getConnection()) {
                    assertThat(select.isSeenBy(second, connection)).isTrue();
                    connection.createStatement().execute("set search_path to pg_catalog, information_schema");
                    assertThat(select.isSeenBy(second, connection))
                            .as("schemas")
                            .isFalse();
                    connection.createStatement().execute("reset search_path");
                    connection.createStatement().execute("alter table t enable row level security");
                    assertThat(select.isSeenBy(second, connection))
                            .as("policies")
                            .isFalse();
                }
            }
            try (Connection connection = elsewhere.pool.getConnection()) {
                assertThat(select.isSeenBy(elsewhere.pool, connection)).isFalse();
            }
        }
    }

    private static boolean isSeen(SourceDatabase source, String sql) throws SQLException {
        InnerSelect select = select(source, sql);
        try (Connection connection = source.pool.getConnection()) {
            return select.isSeenBy(source.pool, connection);
        }
    }

    private static InnerSelect select(SourceDatabase source, String sql) {
        return Jdbc.query(source.pool, "q", sql).parts().get(0).select().orElseThrow();
    }

    /** The expressions that the database writes itself. */
    private static List<String> verified(Dialect dialect, String cases) {
        List<String> wrong = new ArrayList<>();
        List<String> written = new ArrayList<>();
        try (SourceDatabase source = SourceDatabase.of(dialect)) {
            if (dialect == Dialect.POSTGRES) {
                source.run(
                        "create type mood as enum ('a', 'b')",
                        "set intervalstyle to 'sql_standard'",
                        "set timezone to 'Asia/Kolkata'",
                        "set datestyle to 'ISO, DMY'",
                        "set bytea_output to 'escape'");
            } else if (dialect == Dialect.DUCKDB) {
                source.run("set timezone = 'Asia/Kolkata'");
            } else {
                source.run("set time_zone = '+05:30'", "set sql_mode = 'ORACLE,NO_BACKSLASH_ESCAPES'");
            }
            SourceDatabase.inBerlin(() -> cases.lines().forEach(line -> {
                int bar = line.indexOf('|');
                String expression = line.substring(0, bar);
                Optional<List<List<@Nullable String>>> rows = Inside.rows(source, "select " + expression + " as x");
                if (rows.isPresent()) {
                    written.add(expression);
                    String text = rows.get().get(0).get(0);
                    if (!line.substring(bar + 1).equals(text == null ? "<null>" : text)) {
                        wrong.add(line + " -> " + text);
                    }
                }
            }));
        }
        assertThat(wrong).as("type|expected -> found").isEmpty();
        return written;
    }
}
