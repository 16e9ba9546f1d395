package io.medallion.route;

import io.medallion.Layer;
import io.medallion.expression.Query;
import io.medallion.semantic.ShopModel;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.PipelineSpec;
import io.medallion.sql.Dialect;
import io.medallion.sql.SqlGenerator;
import io.medallion.sql.SqlStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;

/** DuckDB in memory with the rows of a shop as Silver tables. */
final class ShopDatabase implements AutoCloseable {

    private final SqlGenerator sql = SqlGenerator.forDialect(Dialect.DUCKDB);
    private final Connection connection;
    private PipelineSpec specs = PipelineSpec.empty("shop").with(ShopModel.ORDERS, ShopModel.CUSTOMERS);

    ShopDatabase(ShopRows rows) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        run("create schema silver");
        run("create schema gold");
        run("create table silver.customers (customer_id integer, name text, segment text, status text)");
        run("create table silver.orders (order_id integer, customer_id integer, region text, status text, ordered_at"
                + " timestamp, shipped_on date, quantity integer, amount decimal(12,2), weight double, discount_rate"
                + " decimal(5,2))");
        for (ShopRows.Customer c : rows.customers()) {
            insert("insert into silver.customers (customer_id, segment) values (?, ?)", c.id(), c.segment());
        }
        for (ShopRows.Order o : rows.orders()) {
            insert(
                    "insert into silver.orders values (?, ?, ?, ?, ?, ?, ?, ?, ?, null)",
                    o.id(),
                    o.customer(),
                    o.region(),
                    o.status(),
                    o.at(),
                    o.shipped(),
                    o.quantity(),
                    o.amount(),
                    o.weight());
        }
    }

    /** Builds a Gold table and says what came out. */
    TableState build(GoldSpec gold) throws SQLException {
        for (SqlStatement statement : sql.build(gold).statements()) {
            run(statement.text());
        }
        specs = specs.with(gold);
        long rows = ((Number)
                        read("select count(*) from " + sql.quoted(sql.naming().table(Layer.GOLD, gold.table())))
                                .get(0)
                                .get(0))
                .longValue();
        return Routing.built(gold, rows);
    }

    List<List<Object>> rows(Query query) throws SQLException {
        return read(sql.query(query, specs).text());
    }

    private List<List<Object>> read(String select) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(select)) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    Object value = result.getObject(i);
                    row.add(value instanceof Timestamp timestamp ? timestamp.toLocalDateTime() : value);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private void insert(String insert, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private void run(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
