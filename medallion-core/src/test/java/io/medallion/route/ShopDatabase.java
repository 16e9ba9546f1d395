package io.medallion.route;

import io.medallion.Layer;
import io.medallion.engines.Engines;
import io.medallion.engines.TestDatabase;
import io.medallion.expression.Query;
import io.medallion.semantic.ShopModel;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.PipelineSpec;
import io.medallion.sql.Dialect;
import io.medallion.sql.SessionSetting;
import io.medallion.sql.SqlGenerator;
import io.medallion.sql.SqlScript;
import io.medallion.sql.SqlStatement;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database with the rows of a shop as Silver tables. */
final class ShopDatabase implements AutoCloseable {

    private final SqlGenerator sql;
    private final @Nullable TestDatabase database;
    private final Connection connection;
    private PipelineSpec specs = PipelineSpec.empty("shop").with(ShopModel.ORDERS, ShopModel.CUSTOMERS);

    ShopDatabase(Dialect dialect, ShopRows rows) throws SQLException {
        sql = SqlGenerator.forDialect(dialect);
        database = dialect == Dialect.DUCKDB ? null : Engines.server(dialect).database();
        connection = database == null ? DriverManager.getConnection("jdbc:duckdb:") : database.connect();
        for (SessionSetting setting : SessionSetting.of(dialect)) {
            run(setting.set());
        }
        if (!Engines.speaksMySql(dialect)) {
            run("create schema silver");
            run("create schema gold");
        }
        run(sql.create(ShopModel.CUSTOMERS));
        run(sql.create(ShopModel.ORDERS));
        insert(
                "customers",
                "customer_id, segment",
                rows.customers().stream()
                        .map(c -> new Object[] {c.id(), c.segment()})
                        .toList());
        insert(
                "orders",
                "order_id, customer_id, region, status, ordered_at, shipped_on, quantity, amount, weight",
                rows.orders().stream()
                        .map(o -> new Object[] {
                            o.id(),
                            o.customer(),
                            o.region(),
                            o.status(),
                            o.at(),
                            o.shipped(),
                            o.quantity(),
                            o.amount(),
                            o.weight()
                        })
                        .toList());
    }

    /** Builds a Gold table and says what came out. */
    TableState build(GoldSpec gold) throws SQLException {
        run(sql.build(gold));
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
                    row.add(
                            value instanceof Timestamp timestamp
                                    ? timestamp.toLocalDateTime()
                                    : value instanceof Date day ? day.toLocalDate() : value);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private void insert(String table, String columns, List<Object[]> rows) throws SQLException {
        String name = sql.quoted(sql.naming().table(Layer.SILVER, table));
        String marks = columns.replaceAll("\\w+", "?");
        try (PreparedStatement statement =
                connection.prepareStatement("insert into " + name + " (" + columns + ") values (" + marks + ")")) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void run(SqlScript script) throws SQLException {
        for (SqlStatement statement : script.statements()) {
            run(statement.text());
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
        if (database != null) {
            database.close();
        }
    }
}
