package io.medallion.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.engines.EachDialect;
import io.medallion.engines.Engines;
import io.medallion.sql.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class JdbcTest {

    @ParameterizedTest
    @EachDialect
    void a_table_is_read_value_for_value(Dialect dialect) {
        try (SourceDatabase crm = SourceDatabase.of(dialect)) {
            crm.run(
                    "create table orders (id int, note varchar(20))",
                    "insert into orders values (1, ''), (2, null), (3, ' a '), (4, 'NULL')");
            SourcePart part = Jdbc.table(crm.pool, "orders").parts().get(0);

            assertThat(part.columns()).extracting(SourceColumn::name).containsExactly("id", "note");
            assertThat(WrittenTable.read(part))
                    .containsExactlyInAnyOrder(
                            List.of("1", ""), Arrays.asList("2", null), List.of("3", " a "), List.of("4", "NULL"));
            assertThat(WrittenTable.read(part)).as("read again").hasSize(4);
        }
    }

    @ParameterizedTest
    @EachDialect
    void columns_of_a_query_get_names_of_their_own(Dialect dialect) {
        try (SourceDatabase crm = SourceDatabase.of(dialect)) {
            // the last one makes the query be wrapped
            String odd = Engines.speaksMySql(dialect) ? "cast(0.5 as float)" : "date '2024-01-31'";
            SourcePart part = Jdbc.query(crm.pool, "q", "select 1 as id, 2 as ID, 'x' as note, " + odd + " as id ; ")
                    .parts()
                    .get(0);

            assertThat(part.columns())
                    .extracting(SourceColumn::name)
                    .containsExactly("id", dialect == Dialect.POSTGRES ? "id_2" : "ID_2", "note", "id_3");
            assertThat(WrittenTable.read(part))
                    .containsExactly(List.of("1", "2", "x", Engines.speaksMySql(dialect) ? "0.5" : "2024-01-31"));
        }
    }

    @ParameterizedTest
    @EachDialect
    void all_tables_of_a_schema_but_those_left_out(Dialect dialect) {
        try (SourceDatabase crm = SourceDatabase.of(dialect)) {
            String schema =
                    Engines.speaksMySql(dialect) ? crm.ask("select database()").get(0) : "tenant_1";
            if (!Engines.speaksMySql(dialect)) {
                crm.run("create schema tenant_1", "create table outside (id int)");
            }
            for (String table : List.of("orders", "customers", "audit_log", "AUDIT_old", "auditors")) {
                String quote = Engines.speaksMySql(dialect) ? "`" : "\"";
                crm.run("create table " + quote + schema + quote + "." + quote + table + quote + " (id int)");
            }
            crm.run("create view " + schema + ".everything as select * from " + schema + ".orders");
            if (dialect == Dialect.POSTGRES) {
                crm.run(
                        "create table tenant_1.events (id int) partition by range (id)",
                        "create table tenant_1.events_1 partition of tenant_1.events for values from (0) to (10)");
            }
            Source all = Jdbc.tables(crm.pool, schema, "audit\\_%", "audit_%", "x%");

            assertThat(all.isGroup()).isTrue();
            List<String> expected = new ArrayList<>(List.of("auditors", "customers", "orders"));
            expected.remove("auditors");
            if (dialect == Dialect.POSTGRES) {
                expected.add(1, "events");
            }
            assertThat(all.tables()).extracting(Source::name).containsExactlyElementsOf(expected);
            assertThatThrownBy(() -> all.named("x")).isInstanceOf(SourceException.class);
            assertThatThrownBy(() -> Jdbc.tables(crm.pool, "nowhere").tables())
                    .hasMessageContaining("schema nowhere")
                    .hasMessageContaining("has no table");
        }
    }

    @ParameterizedTest
    @EachDialect
    void an_unknown_table_is_refused_with_the_nearest(Dialect dialect) {
        try (SourceDatabase crm = SourceDatabase.of(dialect)) {
            crm.run("create table orders (id int)");
            assertThatThrownBy(() -> Jdbc.table(crm.pool, "ordres").parts())
                    .hasMessageContaining("table ordres")
                    .hasMessageContaining("Did you mean 'orders'?");
            assertThat(Jdbc.table(crm.pool, "ORDERS").parts()).as("letter case").hasSize(1);
        }
    }

    @Test
    void a_missing_right_is_told() {
        try (SourceDatabase crm = SourceDatabase.of(Dialect.POSTGRES)) {
            String role = "r_" + UUID.randomUUID().toString().replace("-", "");
            crm.run("create table salaries (id int)", "create role " + role, "set role " + role);
            assertThatThrownBy(() ->
                            Jdbc.table(crm.pool, "salaries").parts().get(0).read(new Nowhere()))
                    .hasMessageContaining("table salaries")
                    .hasMessageContaining("permission denied")
                    .hasMessageContaining("Grant");
            crm.run("reset role", "drop role " + role);
        }
    }

    @Test
    void errors_of_the_database_say_no_values() {
        try (SourceDatabase crm = SourceDatabase.of(Dialect.POSTGRES)) {
            String secret = "select cast(x as int) as x from (values ('secret')) v(x)";
            assertThatThrownBy(() ->
                            Jdbc.query(crm.pool, "q", secret).parts().get(0).read(new Nowhere()))
                    .hasMessageContaining("query 'q'")
                    .hasMessageContaining("invalid input syntax")
                    .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain("secret"));
            assertThatThrownBy(() ->
                            Jdbc.query(crm.pool, "q", "selec 1").parts().get(0).read(new Nowhere()))
                    .hasMessageContaining("syntax error")
                    .hasMessageContaining("Check the SQL");
        }
    }

    @Test
    void nothing_is_written_through_a_query() {
        try (SourceDatabase crm = SourceDatabase.of(Dialect.POSTGRES)) {
            crm.run("create table t (id int)");
            String hostile = "with x as (insert into t values (1) returning id) select * from x";
            assertThatThrownBy(() ->
                            Jdbc.query(crm.pool, "q", hostile).parts().get(0).read(new Nowhere()))
                    .hasMessageContaining("read-only transaction");
        }
    }

    @ParameterizedTest
    @EachDialect
    void a_connection_is_given_back_as_it_was(Dialect dialect) throws Exception {
        try (SourceDatabase crm = SourceDatabase.of(dialect);
                Connection connection = crm.pool.getConnection()) {
            boolean postgres = dialect == Dialect.POSTGRES;
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table t as select 1 as id");
                statement.execute(postgres ? "set intervalstyle to 'sql_standard'" : "select 1");
            }
            SourcePart part =
                    Jdbc.table(new OneConnection(connection), "t").parts().get(0);
            part.read(new Nowhere());
            IllegalStateException full = new IllegalStateException("disk full");
            assertThatThrownBy(() -> part.read(new Nowhere(full))).isSameAs(full);

            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.isReadOnly()).isFalse();
            try (Statement statement = connection.createStatement()) {
                statement.execute("insert into t values (2)");
                ResultSet style = statement.executeQuery(postgres ? "show intervalstyle" : "select 'sql_standard'");
                assertThat(style.next()).isTrue();
                assertThat(style.getString(1)).isEqualTo("sql_standard");
            }
        }
    }

    @Test
    void a_nul_becomes_a_reject() {
        try (SourceDatabase crm = SourceDatabase.of(Dialect.DUCKDB)) {
            assertThat(WrittenTable.read(Jdbc.query(crm.pool, "q", "select 'a' || chr(0) || 'b' as x")
                            .parts()
                            .get(0)))
                    .containsExactly(List.of("rejected: holds a NUL character", "a\\x00b"));
        }
    }

    @ParameterizedTest
    @EachDialect
    void large_tables_come_in_portions(Dialect dialect) {
        try (SourceDatabase crm = SourceDatabase.of(dialect)) {
            String numbers =
                    switch (dialect) {
                        case DUCKDB -> "select range as n from range(50000)";
                        case POSTGRES -> "select n from generate_series(0, 49999) n";
                        case MARIADB -> "select seq as n from seq_0_to_49999";
                        case MYSQL ->
                            "select a.n + 250 * b.n as n from (select row_number() over () - 1 as n from"
                                    + " information_schema.character_sets a, information_schema.character_sets b"
                                    + " limit 250) a, (select row_number() over () - 1 as n from"
                                    + " information_schema.character_sets a, information_schema.character_sets b"
                                    + " limit 200) b";
                    };
            long[] sum = {0, 0};
            Jdbc.query(crm.pool, "q", numbers).parts().get(0).read(new Nowhere() {
                @Override
                public void record(long rowNumber, long line, @Nullable String[] values) {
                    sum[0] += Long.parseLong(values[0]);
                    sum[1]++;
                }
            });
            assertThat(sum).containsExactly(49999L * 25000, 50000);
        }
    }

    /** Takes rows and does nothing with them, or throws. */
    private static class Nowhere implements RecordSink {

        private final @Nullable RuntimeException failure;

        Nowhere() {
            this(null);
        }

        Nowhere(@Nullable RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        public void record(long rowNumber, long line, @Nullable String[] values) {
            if (failure != null) {
                throw failure;
            }
        }

        @Override
        public void reject(long rowNumber, long line, String reason, String rawText) {}
    }
}
