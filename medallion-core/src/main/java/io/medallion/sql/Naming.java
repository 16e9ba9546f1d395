package io.medallion.sql;

import io.medallion.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The physical name of everything the library makes. Specs hold logical names only, so one spec serves many tenants, each
 * with a naming of its own. Immutable, thread-safe.
 *
 * <p>Names are physical for one database; a naming made here is for DuckDB until it is given to
 * {@link SqlGenerator#with(Naming)}, whose {@link SqlGenerator#naming()} is for the database of the generator. MariaDB and MySQL have no
 * schemas inside a database: there {@link #schemaPerLayer()} puts {@code bronze_orders} into the database the connection is
 * in. Names the database cannot hold (over 63 bytes on PostgreSQL, over 64 characters or with emoji on MariaDB and MySQL, over 250
 * characters on DuckDB) are cut and end in eight digits of a hash; the same name always becomes the same.
 */
public final class Naming {

    private static final String OWN = "medallion";

    private final Dialect dialect;
    private final @Nullable String schema;
    private final Map<String, TableName> overrides;

    private Naming(Dialect dialect, @Nullable String schema, Map<String, TableName> overrides) {
        this.dialect = dialect;
        this.schema = schema;
        this.overrides = overrides;
    }

    /** Schemas {@code bronze}, {@code silver}, {@code gold} and, for the library's own tables, {@code medallion}. */
    public static Naming schemaPerLayer() {
        return new Naming(Dialect.DUCKDB, null, Map.of());
    }

    /**
     * Everything in one schema (one database on MariaDB and MySQL): {@code bronze_orders}, {@code silver_orders}, {@code gold_revenue},
     * {@code medallion_batches}.
     *
     * @throws io.medallion.MedallionException when the name is blank or holds a NUL character
     */
    public static Naming inSchema(String schema) {
        TableName.check("schema", schema);
        return new Naming(Dialect.DUCKDB, schema, Map.of());
    }

    /** The same, with this physical name for one table; the tables beside it are named after it. */
    public Naming with(Layer layer, String table, TableName name) {
        Map<String, TableName> more = new TreeMap<>(overrides);
        more.put(key(layer, table), name);
        return new Naming(dialect, schema, more);
    }

    /** The same for another database. */
    Naming on(Dialect dialect) {
        return new Naming(dialect, schema, overrides);
    }

    /** The table of a layer. */
    public TableName table(Layer layer, String table) {
        TableName override = overrides.get(key(layer, table));
        return override == null ? named(prefix(layer), table) : limited(override);
    }

    /** The rows a Silver table refused, beside it: {@code silver.orders__rejects}. */
    public TableName rejects(String silver) {
        return beside(table(Layer.SILVER, silver), "__rejects");
    }

    /** The rows a Silver table left out as duplicates, beside it: {@code silver.orders__duplicates}. */
    public TableName duplicates(String silver) {
        return beside(table(Layer.SILVER, silver), "__duplicates");
    }

    /** Where a build works before anything is published: {@code silver.orders__stage}. */
    public TableName stage(Layer layer, String table) {
        return beside(table(layer, table), "__stage");
    }

    /** Where the next version of a table is built: {@code silver.orders__next}. */
    public TableName next(TableName table) {
        return beside(table, "__next");
    }

    /** One of the library's own tables: {@code medallion.batches}. */
    public TableName own(String table) {
        return named(OWN, table);
    }

    /** The schemas that must exist, without those of {@link #with overrides}; empty when the connection's own is used. */
    public List<String> schemas() {
        if (schema != null) {
            return List.of(schema);
        }
        if (!hasSchemaPerLayer()) {
            return List.of();
        }
        List<String> schemas = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            schemas.add(prefix(layer));
        }
        schemas.add(OWN);
        return List.copyOf(schemas);
    }

    /** The one schema everything is in; null when there is one per layer, or the connection's own is used. */
    public @Nullable String schema() {
        return schema;
    }

    private boolean hasSchemaPerLayer() {
        return schema == null
                && switch (dialect) {
                    case DUCKDB, POSTGRES -> true;
                    case MARIADB, MYSQL -> false;
                };
    }

    private TableName named(String prefix, String table) {
        return limited(
                hasSchemaPerLayer() ? new TableName(prefix, table) : new TableName(schema, prefix + "_" + table));
    }

    private TableName limited(TableName name) {
        return new TableName(name.schema(), PhysicalName.ofTable(dialect, name.name()));
    }

    private TableName beside(TableName table, String suffix) {
        return new TableName(table.schema(), PhysicalName.withSuffix(dialect, table.name(), suffix));
    }

    private static String prefix(Layer layer) {
        return layer.name().toLowerCase(Locale.ROOT);
    }

    private static String key(Layer layer, String table) {
        return layer + ":" + table;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Naming that
                && dialect == that.dialect
                && Objects.equals(schema, that.schema)
                && overrides.equals(that.overrides);
    }

    @Override
    public int hashCode() {
        return Objects.hash(dialect, schema, overrides);
    }

    @Override
    public String toString() {
        return (schema == null ? "schema per layer" : "in schema " + schema) + (overrides.isEmpty() ? "" : overrides);
    }
}
