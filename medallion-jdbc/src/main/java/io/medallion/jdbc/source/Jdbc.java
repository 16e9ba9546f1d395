package io.medallion.jdbc.source;

import io.medallion.spec.BatchMode;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tables and queries of any database with a JDBC driver. Immutable, thread-safe; nothing is read here. A read takes one connection, in a read-only
 * transaction, fetches rows in portions and gives the connection back as it was; the data source is never closed.
 *
 * <pre>{@code
 * Jdbc.table(crm, "sales", "orders").watermark("updated_at").lookBack(Duration.ofHours(1))
 * Jdbc.query(crm, "paid_orders", "select * from orders where paid")
 * Jdbc.tables(crm, "sales", "audit_%", "tmp_%")
 * }</pre>
 *
 * <p>Bronze holds text, and each value has one text, the same whatever the settings of server, session and JVM are:
 *
 * <table>
 * <caption>Types and their text</caption>
 * <tr><th>type</th><th>text</th></tr>
 * <tr><td>NULL; empty text</td><td>NULL; the empty text</td></tr>
 * <tr><td>integers of any size, YEAR, OID</td><td>{@code -42}; ZEROFILL columns of MariaDB and MySQL keep their zeros</td></tr>
 * <tr><td>DECIMAL, NUMERIC</td><td>{@code 1.50}: plain digits with the scale of the column, never an exponent</td></tr>
 * <tr><td>DOUBLE, REAL, FLOAT</td><td>the fewest digits that lead back to the value, {@code 5.0}, {@code 0.1}, {@code 1e-05}, {@code 1e+16}, {@code
 *     -0.0}, {@code NaN}, {@code Infinity}, {@code -Infinity}; with an exponent below 0.0001 and from 1e16 on. MariaDB writes negative zero as {@code 0.0}</td></tr>
 * <tr><td>BOOLEAN</td><td>{@code true}, {@code false}; MariaDB and MySQL have none, their {@code tinyint(1)} is its number</td></tr>
 * <tr><td>DATE</td><td>{@code 2024-01-31}</td></tr>
 * <tr><td>TIME; with time zone</td><td>{@code 10:20:30.5}; {@code 10:20:30.5+02:00}. MariaDB's durations: {@code -838:59:59}</td></tr>
 * <tr><td>TIMESTAMP, DATETIME</td><td>{@code 2024-01-31T10:20:30.5}</td></tr>
 * <tr><td>TIMESTAMP WITH TIME ZONE, TIMESTAMP of MariaDB and MySQL</td><td>in UTC: {@code 2024-01-31T08:20:30.5Z}</td></tr>
 * <tr><td>any of these</td><td>seconds are always there, of a fraction as many digits as it needs, up to nanoseconds; the calendar is the proleptic
 *     Gregorian one. Years after 9999 are written out; years before 1 are {@code 0044-03-15 BC}; {@code infinity} and {@code -infinity} stay words;
 *     dates of MariaDB and MySQL with a month or day 00 stay as the server writes them, {@code 0000-00-00 00:00:00}</td></tr>
 * <tr><td>INTERVAL</td><td>ISO 8601, {@code P1Y2M3DT4H5M6.789S}, with a sign per part; on PostgreSQL and DuckDB</td></tr>
 * <tr><td>BYTEA, BLOB, BINARY, geometry of MariaDB and MySQL</td><td>{@code 0x00ff}</td></tr>
 * <tr><td>BIT</td><td>{@code 101}, as long as the column is wide</td></tr>
 * <tr><td>arrays, lists; structs, maps</td><td>JSON without blanks: {@code [1,null,"a"]}; {@code {"a":1}}. Numbers and booleans as such, everything
 *     else as text; dates and times in nested values of DuckDB as it writes them; arrays of PostgreSQL that do not begin at 1 as it writes them</td></tr>
 * <tr><td>JSON, JSONB, XML, UUID, enums, sets, network addresses, ranges, composites</td><td>as the database writes them</td></tr>
 * <tr><td>MONEY of PostgreSQL</td><td>as the database writes it under its {@code lc_monetary}: {@code $1,234.50}</td></tr>
 * <tr><td>CHAR(n)</td><td>padded with blanks as the driver hands it over: on PostgreSQL yes, on MariaDB and DuckDB no</td></tr>
 * <tr><td>CLOB, TEXT</td><td>the text</td></tr>
 * </table>
 *
 * <p>A text with the character NUL becomes a reject of Bronze: most databases cannot hold it. Other databases than DuckDB, PostgreSQL, MariaDB and
 * MySQL are read by the types that JDBC knows; what JDBC does not know is as the driver's {@code getString} has it.
 *
 * <p>Columns are named as for files: empty and repeated names of a query get names of their own. The order of rows, and so their number, is the order
 * in which the database hands them over.
 *
 * <p>Memory is bounded by a portion of rows. DuckDB's driver holds the result of a query in the database's own memory unless the connection was opened
 * with {@code jdbc_stream_results=true}.
 *
 * <p>Where the source is in the very database that is loaded into, the rows do not leave it: one insert on the connection of the load writes the
 * same rows, numbers and hashes, so a pool of one connection is enough. That is so for the same data source, and for another one that is provably in
 * the same database as the same user with the same schemas (on MariaDB: with the same settings). Rows are read and written one by one instead, with
 * the same result, when a column is a floating-point number, an interval, nested, or of another type whose text the database does not write exactly
 * so; when a query on PostgreSQL names a volatile function, or one on MariaDB a stored one, a variable or a sequence, or writes or locks rows (a view
 * is taken to write nothing: what it calls is not looked at, and would write in the transaction of the load); on
 * MariaDB also when a query computes text, decimals or times, or begins with WITH and is ordered; when the Bronze spec names an event time, on
 * servers; and always on MySQL. Then a pool shared with the target must have a second connection to give, or the load fails when its time-out is
 * over.
 */
public final class Jdbc implements Source {

    private final DataSource dataSource;
    private final String name;
    private final JdbcRelation relation;
    private final @Nullable Increment increment;

    private Jdbc(DataSource dataSource, String name, JdbcRelation relation, @Nullable Increment increment) {
        if (name.isBlank()) {
            throw SourceException.of("JDBC source", "A source needs a name.", "Give it one with named(..).");
        }
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        this.name = name;
        this.relation = relation;
        this.increment = increment;
    }

    /** A table or view of the schema that connections are in, named after it. */
    public static Jdbc table(DataSource dataSource, String table) {
        return new Jdbc(dataSource, table, new JdbcRelation.Table(null, table), null);
    }

    /**
     * A table or view, named after it without its schema.
     *
     * @param schema on MariaDB and MySQL the database
     */
    public static Jdbc table(DataSource dataSource, String schema, String table) {
        return new Jdbc(dataSource, table, new JdbcRelation.Table(Objects.requireNonNull(schema), table), null);
    }

    /**
     * The rows of a query.
     *
     * @param name of the source and of the table it fills
     * @param sql one SELECT in the language of the database; run as it is, in a read-only transaction
     */
    public static Jdbc query(DataSource dataSource, String name, String sql) {
        return new Jdbc(dataSource, name, new JdbcRelation.Query(name, sql), null);
    }

    /**
     * All tables of a schema, each filling a table of its name: those that are there when the source is loaded, in alphabetical order, without views
     * and without the partitions of a table. Tables that are gone keep what was loaded.
     *
     * @param schema on MariaDB and MySQL the database
     * @param exclude names to leave out, letter case ignored, in which {@code %} is any text and {@code _} any character
     */
    public static Source tables(DataSource dataSource, String schema, String... exclude) {
        Objects.requireNonNull(schema, "schema");
        List<String> patterns = List.of(exclude);
        return new SourceGroup(
                "all tables of schema " + schema, () -> new JdbcSchema(dataSource, schema).sources(patterns));
    }

    /**
     * Loads only rows that are new: those whose value in a column that only grows, a time of change or a growing number, is at least what was reached
     * before. The first load, and one by another column, takes everything and replaces what was loaded from this source before. What was reached is
     * kept with the batch. Rows without a value are read every time.
     *
     * <p>Rows that an earlier load brought in the same form are not added again, as often as they are there: so rows equal to the last one reached, or
     * within the look-back, are neither lost nor doubled. A changed row is added beside its earlier form; Silver keeps the latest per key. Rows that
     * are deleted in the source are not noticed.
     *
     * @param column of integers, decimals, dates, timestamps or text
     */
    public Jdbc watermark(String column) {
        return new Jdbc(dataSource, name, relation, Increment.by(column));
    }

    /**
     * Reads again, with each load, rows that lie as far as this before the last value reached, so that rows which become visible late are not missed.
     *
     * @param time not negative; on a column of dates whole days, rounded up
     */
    public Jdbc lookBack(Duration time) {
        if (time.isNegative()) {
            throw SourceException.of(relation.label(), "The look-back " + time + " is negative.", "State 0 or more.");
        }
        return new Jdbc(dataSource, name, relation, new Increment(stated().column(), time, 0));
    }

    /** The same for a column of numbers; not negative. */
    public Jdbc lookBack(long number) {
        if (number < 0) {
            throw SourceException.of(relation.label(), "The look-back " + number + " is negative.", "State 0 or more.");
        }
        return new Jdbc(dataSource, name, relation, new Increment(stated().column(), Duration.ZERO, number));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Jdbc named(String name) {
        return new Jdbc(dataSource, name, relation, increment);
    }

    /** A watermark adds; everything replaces everything. */
    @Override
    public BatchMode batches() {
        return increment == null ? BatchMode.REPLACE_ALL : BatchMode.ADD;
    }

    @Override
    public List<SourcePart> parts() {
        return List.of(JdbcPart.open(this));
    }

    /** The same as seen over a connection of this source's database that the caller holds and keeps; nothing of it is changed. */
    public List<SourcePart> parts(Connection held) {
        return List.of(JdbcPart.over(this, held));
    }

    /** Whether this source takes its connections from there. */
    public boolean reads(DataSource from) {
        return dataSource == from;
    }

    @Override
    public String toString() {
        return "Jdbc " + name + " (" + relation.label()
                + (increment == null ? ")" : " by watermark " + increment.column() + ")");
    }

    DataSource dataSource() {
        return dataSource;
    }

    JdbcRelation relation() {
        return relation;
    }

    @Nullable
    Increment increment() {
        return increment;
    }

    private Increment stated() {
        if (increment == null) {
            throw SourceException.of(
                    relation.label(), "Without a watermark there is no look-back.", "Call watermark(column) before.");
        }
        return increment;
    }
}
