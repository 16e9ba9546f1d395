package io.medallion.jdbc.source;

import io.medallion.expression.NearestName;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What tables a schema has. */
record JdbcSchema(DataSource dataSource, String schema) {

    private static final Set<String> TABLES =
            Set.of("TABLE", "BASE TABLE", "PARTITIONED TABLE", "FOREIGN TABLE", "TEMPORARY TABLE");
    private static final Set<String> VIEWS = Set.of("VIEW", "MATERIALIZED VIEW", "SYSTEM TABLE", "SYSTEM VIEW");
    private static final int NAMES_SHOWN = 5;

    /** A source for each table but those that match a pattern. */
    List<Source> sources(List<String> exclude) {
        List<Pattern> patterns = exclude.stream().map(JdbcSchema::like).toList();
        String where = "schema " + schema;
        try (SourceConnection source = SourceConnection.open(dataSource)) {
            Set<String> names = names(source, schema, TABLES);
            names.removeAll(partitions(source));
            names.removeIf(
                    name -> patterns.stream().anyMatch(p -> p.matcher(name).matches()));
            if (names.isEmpty()) {
                throw SourceException.of(
                        where,
                        "has no table" + (exclude.isEmpty() ? "" : " besides those left out") + ".",
                        "Check its name, and that the user of this data source may see its tables.");
            }
            return names.stream()
                    .<Source>map(name -> Jdbc.table(dataSource, schema, name))
                    .toList();
        } catch (SQLException e) {
            throw SourceFailure.of(where, "cannot be read", e);
        }
    }

    /** The table as the database names it; an unknown one is refused with the nearest. */
    static JdbcRelation.Table found(SourceConnection source, JdbcRelation.Table wanted) throws SQLException {
        String schema = wanted.schema() == null ? current(source) : wanted.schema();
        Set<String> there = names(source, schema, null);
        if (there.contains(wanted.table())) {
            return new JdbcRelation.Table(schema, wanted.table());
        }
        List<String> same = there.stream()
                .filter(name -> name.equalsIgnoreCase(wanted.table()))
                .toList();
        if (same.size() == 1) {
            return new JdbcRelation.Table(schema, same.get(0));
        }
        throw SourceException.of(
                wanted.label(),
                "is not there, or may not be seen by the user of this data source.",
                NearestName.of(wanted.table(), there)
                        .map(near -> "Did you mean '" + near + "'?")
                        .orElseGet(() -> listing(schema, there)));
    }

    private static @Nullable String current(SourceConnection source) throws SQLException {
        Connection connection = source.connection();
        return source.product().speaksMySql() ? connection.getCatalog() : connection.getSchema();
    }

    /** Names of tables and, where no types are stated, of views. */
    private static Set<String> names(SourceConnection source, @Nullable String schema, @Nullable Set<String> types)
            throws SQLException {
        DatabaseMetaData data = source.connection().getMetaData();
        boolean catalogs = source.product().speaksMySql();
        String pattern = schema == null || catalogs ? null : escaped(data, schema);
        String catalog = catalogs ? schema : source.connection().getCatalog();
        Set<String> names = new TreeSet<>();
        try (ResultSet tables = data.getTables(catalog, pattern, "%", null)) {
            while (tables.next()) {
                String type = String.valueOf(tables.getString("TABLE_TYPE")).toUpperCase(Locale.ROOT);
                boolean wanted = types == null ? TABLES.contains(type) || VIEWS.contains(type) : types.contains(type);
                if (wanted) {
                    names.add(tables.getString("TABLE_NAME"));
                }
            }
        }
        return names;
    }

    /** Their rows are those of the table they are partitions of. */
    private Set<String> partitions(SourceConnection source) throws SQLException {
        Set<String> partitions = new TreeSet<>();
        if (source.product() == SourceProduct.POSTGRES) {
            String sql = "select c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n"
                    + " on n.oid = c.relnamespace where c.relispartition and n.nspname = ?";
            try (PreparedStatement statement = source.connection().prepareStatement(sql)) {
                statement.setString(1, schema);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        partitions.add(rows.getString(1));
                    }
                }
            }
        }
        return partitions;
    }

    private static String escaped(DatabaseMetaData data, String name) throws SQLException {
        String escape = data.getSearchStringEscape();
        return escape == null || escape.isEmpty()
                ? name
                : name.replace(escape, escape + escape)
                        .replace("_", escape + "_")
                        .replace("%", escape + "%");
    }

    private static Pattern like(String pattern) {
        StringBuilder regex = new StringBuilder();
        pattern.codePoints()
                .forEach(c -> regex.append(
                        switch (c) {
                            case '%' -> ".*";
                            case '_' -> ".";
                            default -> Pattern.quote(Character.toString(c));
                        }));
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    private static String listing(@Nullable String schema, Set<String> names) {
        List<String> shown = new ArrayList<>(names).subList(0, Math.min(NAMES_SHOWN, names.size()));
        String place = schema == null ? "The database" : "Schema " + schema;
        return names.isEmpty()
                ? place + " has no table that this user sees."
                : place + " has " + String.join(", ", shown) + (names.size() > NAMES_SHOWN ? ", ..." : "") + ".";
    }
}
