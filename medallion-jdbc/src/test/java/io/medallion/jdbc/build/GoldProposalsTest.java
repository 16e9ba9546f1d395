package io.medallion.jdbc.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.jdbc.measure.Profiler;
import io.medallion.plan.GoldPlan;
import io.medallion.plan.GoldPlanRequest;
import io.medallion.plan.GoldPlanner;
import io.medallion.plan.GoldProposal;
import io.medallion.plan.Suggestion;
import io.medallion.profile.TableProfile;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.Dialect;
import io.medallion.sql.SqlGenerator;
import io.medallion.sql.SqlStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the rules propose is built and holds what it says. */
class GoldProposalsTest {

    private static final SqlGenerator SQL = SqlGenerator.forDialect(Dialect.DUCKDB);

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        for (String schema : List.of("silver", "gold", "medallion")) {
            run("create schema " + schema);
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void every_proposal_for_a_shop_is_built_within_the_rows_it_promised() throws SQLException {
        run("create table silver.customers as select i::integer as id, 'c' || i as name, 's' || (i % 4) as segment"
                + " from range(1, 201) t(i)");
        run("create table silver.orders as select i::integer as id, (i * 7 % 200 + 1)::integer as customer_id,"
                + " date '2023-01-01' + (i * 13 % 700)::integer as ordered_on, 'st' || (i % 3) as status,"
                + " case when i % 11 > 0 then (i * 37 % 1000 / 4.0)::decimal(12,2) end as amount,"
                + " (i % 10 / 100.0)::double as tax_rate from range(1, 3001) t(i)");

        GoldPlan plan = plan(spec("customers", "id"), spec("orders", "id"));

        assertThat(plan.suggestions())
                .extracting(s -> s.value().spec().table())
                .contains("orders_by_month", "orders_by_status", "orders_by_segment", "orders_key_figures");
        for (Suggestion<GoldProposal> suggestion : plan.suggestions()) {
            GoldProposal proposal = suggestion.value();
            String table = proposal.spec().table();
            String silver = proposal.spec().inputs().get(0).table();
            build(proposal);
            assertThat(number("select count(*) from gold." + table)).as(table).isBetween(1L, proposal.estimatedRows());
            assertThat(number("select sum(row_count) from gold." + table))
                    .as(table)
                    .isEqualTo(number("select count(*) from silver." + silver));
        }
        assertThat(number("select count(*) from gold.orders_by_month")).isEqualTo(23);
        assertThat(number("select (sum(sum_amount) * 100)::bigint from gold.orders_by_segment"))
                .isEqualTo(number("select (sum(amount) * 100)::bigint from silver.orders"));
    }

    @Test
    void odd_names_and_bands_are_built() throws SQLException {
        run(
                "create table silver.\"select\" as select i::bigint as \"order\", (i * 31 % 977 / 8.0)::double as \"Größe\","
                        + " (i * 17 % 4001)::bigint as \"cost\" from range(1, 2001) t(i)");

        GoldPlan plan = plan(spec("select"));

        assertThat(plan.suggestions())
                .extracting(s -> s.value().spec().table())
                .contains("select_by_cost_band", "select_key_figures");
        for (Suggestion<GoldProposal> suggestion : plan.suggestions()) {
            build(suggestion.value());
            String table = "gold.\"" + suggestion.value().spec().table() + "\"";
            assertThat(number("select sum(row_count) from " + table)).isEqualTo(2_000);
        }
    }

    private SilverSpec spec(String table, String... key) throws SQLException {
        return new SilverInDuckDb(connection).spec(table, key);
    }

    private GoldPlan plan(SilverSpec... specs) {
        List<TableProfile> profiles = List.of(specs).stream()
                .map(s -> Profiler.using(SQL).silver(connection, s))
                .toList();
        return GoldPlanner.ruleBased().plan(GoldPlanRequest.of(List.of(specs), profiles));
    }

    private void build(GoldProposal proposal) throws SQLException {
        for (SqlStatement statement : SQL.build(proposal.spec()).statements()) {
            run(statement.text());
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
