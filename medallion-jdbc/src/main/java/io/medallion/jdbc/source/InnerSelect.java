package io.medallion.jdbc.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table or query as their own database selects them, every value in the text that reading it would give. A load into the same database
 * need not take them out of it. There is none when a column has a type whose text the database cannot write exactly, or when it would not keep the order of a query.
 */
public final class InnerSelect {

    /**
     * A statement that selects the columns as {@code c0, c1, ..}.
     *
     * @param sql with a question mark where a value is stated
     * @param from the value to read on from; empty for everything
     */
    public record Selection(String sql, Optional<Object> from) {}

    private final Jdbc source;
    private final SourceProduct product;
    private final JdbcRelation relation;
    private final String everything;
    private final String newer;
    private final @Nullable JdbcWatermark watermark;

    private InnerSelect(
            Jdbc source,
            SourceProduct product,
            JdbcRelation relation,
            String everything,
            String newer,
            @Nullable JdbcWatermark watermark) {
        this.source = source;
        this.product = product;
        this.relation = relation;
        this.everything = everything;
        this.newer = newer;
        this.watermark = watermark;
    }

    /** None when a column cannot be written. */
    static @Nullable InnerSelect of(
            Jdbc source,
            JdbcRelation relation,
            SourceConnection connection,
            ResultSetMetaData data,
            @Nullable JdbcWatermark watermark)
            throws SQLException {
        SourceSql sql = new SourceSql(connection, relation);
        List<String> names = sql.names(data);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Optional<String> text = InnerText.of(connection.product(), data, i + 1, names.get(i));
            if (text.isEmpty()) {
                return null;
            }
            texts.add(text.get() + " as c" + i);
        }
        String selected = String.join(", ", texts);
        Optional<String> everything = connection.product() == SourceProduct.MARIADB
                ? sql.fromMade(data, selected)
                : Optional.of(sql.from(data, selected));
        if (everything.isEmpty()) {
            return null;
        }
        String newer = watermark == null ? "" : sql.newer(data, watermark.position());
        return new InnerSelect(source, connection.product(), relation, everything.get(), newer, watermark);
    }

    /**
     * Whether a connection of a target sees the same rows in the same way: it comes from the same data source, or is provably in the same database as
     * the same user with the same schemas, and the statement could not write anything.
     */
    public boolean isSeenBy(DataSource target, Connection connection) {
        try {
            return (source.reads(target) || isSamePlace(connection)) && ReadsOnly.is(product, relation, connection);
        } catch (SQLException e) {
            // what cannot be found out is not known to be the same
            return false;
        }
    }

    /** Begins a read as {@link SourcePart#read} does. */
    public Selection begin(Connection connection) throws SQLException {
        if (watermark == null) {
            return new Selection(everything, Optional.empty());
        }
        watermark.begin(connection);
        Object from = watermark.from();
        return new Selection(from == null ? everything : everything + newer, Optional.ofNullable(from));
    }

    private boolean isSamePlace(Connection connection) throws SQLException {
        String sql = place();
        if (sql == null || SourceProduct.of(connection.getMetaData().getDatabaseProductName()) != product) {
            return false;
        }
        String there = text(connection, sql);
        if (there == null) {
            return false;
        }
        try (SourceConnection own = SourceConnection.open(source.dataSource())) {
            return there.equals(text(own.connection(), sql))
                    && (product != SourceProduct.MARIADB || isOnSameServer(own.connection(), connection));
        }
    }

    /** A lock that one session of MariaDB takes is seen on its server only. */
    private static boolean isOnSameServer(Connection one, Connection other) throws SQLException {
        String name = "'medallion " + UUID.randomUUID() + "'";
        String id = text(one, "select if(get_lock(" + name + ", 0) = 1, connection_id(), null)");
        try {
            return id != null && id.equals(text(other, "select is_used_lock(" + name + ")"));
        } finally {
            text(one, "select release_lock(" + name + ")");
        }
    }

    /**
     * Asks where a connection is, NULL when that proves nothing. A file of DuckDB belongs to one instance. Policies for rows may depend on settings of
     * a session that nobody can list. On MariaDB what a query means depends on settings.
     */
    private @Nullable String place() {
        return switch (product) {
            case DUCKDB ->
                "select path || chr(10) || database_name || chr(10) || current_schema() || chr(10)"
                        + " || current_setting('search_path') from duckdb_databases()"
                        + " where database_name = current_database()";
            case POSTGRES ->
                "select case when not exists (select 1 from pg_catalog.pg_class where relrowsecurity)"
                        + " then concat_ws(chr(10), coalesce(inet_server_addr()::text, 'local'), inet_server_port(),"
                        + " extract(epoch from pg_postmaster_start_time()), current_database(), current_user, session_user,"
                        + " array_remove(current_schemas(false), 'pg_catalog')::text) end";
            case MARIADB ->
                "select concat_ws(char(10), database(), current_user(), coalesce(current_role(), '-'), @@sql_mode,"
                        + " @@character_set_connection, @@collation_connection, @@group_concat_max_len,"
                        + " @@div_precision_increment, @@lc_time_names, @@sql_auto_is_null)";
            case MYSQL, OTHER -> null;
        };
    }

    private static @Nullable String text(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
