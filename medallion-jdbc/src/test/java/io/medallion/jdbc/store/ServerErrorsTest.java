package io.medallion.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.medallion.engines.EachDialect;
import io.medallion.engines.Engines;
import io.medallion.engines.TestDatabase;
import io.medallion.jdbc.store.DatabaseException.Kind;
import io.medallion.sql.Dialect;
import io.medallion.sql.Naming;
import io.medallion.sql.SqlScript.Step;
import io.medallion.sql.SqlStatement;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;

/** What servers refuse, as they say it, in our words and without values. */
@ParameterizedClass(name = "{0}")
@EachDialect(but = Dialect.DUCKDB)
class ServerErrorsTest {

    private static final String ENDLESS =
            "select count(*) from information_schema.columns a, information_schema.columns b,"
                    + " information_schema.columns c";

    private static final String MARKER = "zqmark";

    private final Dialect dialect;
    private final TestDatabase server;
    private final Database database;

    ServerErrorsTest(Dialect dialect) {
        this.dialect = dialect;
        server = Engines.server(dialect).database();
        database = Database.on(server.dataSource(), Naming.schemaPerLayer(), Clock.systemUTC(), () -> "id");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void values_reach_no_message() {
        server.run("create table people (email varchar(200) primary key, age integer, born date, note varchar(3),"
                + " constraint grown check (age > 3))");
        server.run("insert into people (email) values ('it''s \" " + MARKER + "')");
        List<String> refused = List.of(
                "insert into people (email) values ('it''s \" " + MARKER + "')",
                "insert into people (email, age) values ('a', '" + MARKER + " '' \" x')",
                "insert into people (email, born) values ('b', '" + MARKER + " '' \" x')",
                "insert into people (email, note) values ('c', '" + MARKER + " '' \" x')",
                "insert into people (email, age) values ('" + MARKER + "', 1)",
                "update people set age = email",
                "select '" + MARKER + "' from from people",
                "select * from people where email = '" + MARKER + "' )");
        for (String statement : refused) {
            assertThatThrownBy(() -> database.read(s -> s.run(new SqlStatement(Step.STAGE, "stage", statement))))
                    .as(statement)
                    .isInstanceOf(DatabaseException.class)
                    .satisfies(e -> assertThat(everything(e)).doesNotContain(MARKER));
        }
    }

    @Test
    void names_are_told() {
        assertThatThrownBy(() -> database.read(s -> s.number("select count(*) from nowhere")))
                .hasMessageContaining("nowhere")
                .hasMessageNotContaining("conn=");
        server.run("create table people (email varchar(200))");
        assertThatThrownBy(() -> database.read(s -> s.number("select emial from people")))
                .hasMessageContaining("emial");
    }

    @Test
    void work_that_takes_too_long_is_stopped_and_the_connection_goes_on() {
        String endless =
                switch (dialect) {
                    case POSTGRES -> "select pg_sleep(600)";
                    case MARIADB, DUCKDB -> "select sleep(600)";
                    // whose sleep ends with a value when it is stopped
                    case MYSQL -> ENDLESS;
                };
        assertThatThrownBy(() -> database.read(Limits.timeout(Duration.ofMillis(200)), s -> s.query(endless, row -> 1)))
                .asInstanceOf(type(DatabaseException.class))
                .returns(Kind.TIMEOUT, DatabaseException::kind);
        assertThat(database.<Long>read(s -> s.number("select 7"))).isEqualTo(7);
    }

    @Test
    void a_time_limit_of_the_host_is_told_as_one() {
        String limited =
                switch (dialect) {
                    case POSTGRES, DUCKDB -> "set statement_timeout = 100";
                    case MARIADB -> "set max_statement_time = 0.1";
                    case MYSQL -> "set max_execution_time = 100";
                };
        String endless = dialect == Dialect.POSTGRES ? "select pg_sleep(600)" : ENDLESS;
        assertThatThrownBy(() -> database.read(s -> {
                    s.update(limited);
                    return s.query(endless, row -> 1);
                }))
                .asInstanceOf(type(DatabaseException.class))
                .returns(Kind.TIMEOUT, DatabaseException::kind);
    }

    @Test
    void two_that_want_the_same_row_are_a_conflict() throws SQLException {
        server.run("create table counters (id integer primary key, n integer)");
        server.run("insert into counters values (1, 0)");
        String patience = dialect == Dialect.POSTGRES ? "set lock_timeout = 100" : "set innodb_lock_wait_timeout = 1";
        try (Connection other = server.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update counters set n = 1 where id = 1");
            assertThatThrownBy(() -> database.inTransaction(s -> {
                        s.update(patience);
                        return s.update("update counters set n = 2 where id = 1");
                    }))
                    .asInstanceOf(type(DatabaseException.class))
                    .returns(Kind.CONFLICT, DatabaseException::kind);
            other.rollback();
        }
    }

    @Test
    void a_snapshot_is_of_one_moment_and_is_taken_again_where_a_table_was_replaced() throws SQLException {
        server.run("create table published (n integer)");
        server.run("insert into published values (1)");
        server.run("create table version (n integer)");
        server.run("insert into version values (1)");
        CountDownLatch first = new CountDownLatch(1);
        String seen = database.inSnapshot(s -> {
            long version = s.number("select n from version");
            if (first.getCount() > 0) {
                first.countDown();
                server.run("update version set n = 2");
                server.run("create table next (n integer)");
                server.run("insert into next values (2)");
                if (dialect == Dialect.POSTGRES) {
                    server.run("alter table published rename to old");
                    server.run("alter table next rename to published");
                } else {
                    server.run("rename table published to old, next to published");
                }
            }
            return version + " " + s.number("select coalesce(sum(n), 0) from published");
        });
        assertThat(seen).isEqualTo("2 2");
    }

    @Test
    void a_connection_that_only_reads_is_left_so() throws SQLException {
        server.run("create table t (n integer)");
        try (Connection connection = server.connect()) {
            connection.setReadOnly(true);
            Database reading = Database.on(
                    io.medallion.jdbc.OneConnection.over(connection),
                    Naming.schemaPerLayer(),
                    Clock.systemUTC(),
                    () -> "id");
            assertThat(reading.<Long>inSnapshot(s -> s.number("select count(*) from t")))
                    .isZero();
            if (dialect == Dialect.POSTGRES) {
                assertThatThrownBy(() -> reading.inTransaction(s -> s.update("insert into t values (1)")))
                        .asInstanceOf(type(DatabaseException.class))
                        .returns(Kind.READ_ONLY, DatabaseException::kind);
            }
            assertThat(connection.isReadOnly()).isTrue();
        }
    }

    private static String everything(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
