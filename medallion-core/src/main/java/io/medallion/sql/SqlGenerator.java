package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.Query;
import io.medallion.plan.ProbeQuestion;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.Changes;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.LayerSpec;
import io.medallion.spec.PipelineSpec;
import io.medallion.spec.Relationship;
import io.medallion.spec.SilverSpec;
import java.util.List;
import java.util.Map;

/**
 * Specs and queries to SQL for one database, without a connection. What it generates is what the runtime runs. Immutable,
 * thread-safe.
 *
 * <pre>{@code
 * SqlGenerator sql = SqlGenerator.forDialect(Dialect.POSTGRES).atVersion(15).with(Naming.inSchema("analytics"));
 * Files.writeString(file, sql.create(bronze).text());
 * }</pre>
 */
public final class SqlGenerator {

    private final Rendering rendering;

    private SqlGenerator(Rendering rendering) {
        this.rendering = rendering;
    }

    /** A generator for the oldest supported version of a database, with a schema per layer. */
    public static SqlGenerator forDialect(Dialect dialect) {
        return new SqlGenerator(new Rendering(dialect, dialect.oldestVersion(), Naming.schemaPerLayer()));
    }

    /**
     * The same for a major version, whose features may then be used.
     *
     * @throws MedallionException when the version is older than {@link Dialect#oldestVersion()}
     */
    public SqlGenerator atVersion(int major) {
        Dialect dialect = dialect();
        if (major < dialect.oldestVersion()) {
            throw new MedallionException(Problem.at(dialect.product() + " " + major, "is not supported.")
                    .advise("Use " + dialect.product() + " " + dialect.oldestVersion() + " or later."));
        }
        return new SqlGenerator(new Rendering(dialect, major, naming()));
    }

    /** The same with other physical names. */
    public SqlGenerator with(Naming naming) {
        return new SqlGenerator(new Rendering(dialect(), rendering.version(), naming));
    }

    /** The database. */
    public Dialect dialect() {
        return rendering.dialect();
    }

    /** The physical names, as this database can hold them. */
    public Naming naming() {
        return rendering.naming();
    }

    /** The schemas and the empty tables of a spec, as far as they are not there; for Silver its rejects and duplicates too. */
    public SqlScript create(LayerSpec spec) {
        return new TableSql(rendering).create(spec);
    }

    /**
     * The schema and the empty table of a Bronze spec as {@link #create} makes them, but without the columns whose value is the
     * same in every row of a batch: to be filled with one batch and completed by {@link #stamp}, which puts them last. The runtime
     * makes new tables so on PostgreSQL, which keeps the default of a column that is added to a table with rows in its catalog
     * instead of in the rows (manual, "ALTER TABLE", Notes): those rows are shorter and their load is faster.
     */
    public SqlScript createUnstamped(BronzeSpec spec) {
        return new TableSql(rendering).createUnstamped(spec);
    }

    /** Completes a table made by {@link #createUnstamped}: every row in it gets this stamp, rows to come do not. */
    public SqlScript stamp(BronzeSpec spec, BronzeStamp stamp) {
        return new StampSql(rendering).stamp(spec, stamp);
    }

    /** A column that a Bronze table lacks; it is missing from every row that is there. */
    public SqlStatement addColumn(BronzeSpec spec, String column) {
        return new TableSql(rendering)
                .addColumn(rendering.naming().table(Layer.BRONZE, spec.table()), column, ColumnType.TEXT);
    }

    /** Removes the tables of a spec, as far as they are there. */
    public SqlScript drop(LayerSpec spec) {
        return new TableSql(rendering).drop(spec);
    }

    /** Builds the next version of a Silver table from the batches of Bronze in force, audits it and publishes it. */
    public SqlScript build(SilverSpec spec) {
        return build(spec, Publish.SWAP);
    }

    /**
     * The same, published so.
     *
     * @throws MedallionException when the database cannot publish a change of columns in place
     */
    public SqlScript build(SilverSpec spec, Publish how) {
        return new SilverSql(rendering, spec).build(how);
    }

    /** Builds the next version of a Gold table from Silver, audits it and publishes it. */
    public SqlScript build(GoldSpec spec) {
        return build(spec, Publish.SWAP);
    }

    /**
     * The same, published so.
     *
     * @throws MedallionException when the database cannot publish a change of columns in place
     */
    public SqlScript build(GoldSpec spec, Publish how) {
        return new GoldSql(rendering).build(spec, how);
    }

    /**
     * The tables of a Silver or Gold spec that readers see, the table itself first: {@code place} in {@link #standing} and
     * {@link #views} is the place in this list.
     */
    public List<TableName> published(LayerSpec spec) {
        return new TableSql(rendering).published(spec);
    }

    /**
     * What the catalog knows of the published tables of a spec and of their next versions: {@code place, is_next, dependent,
     * column_name, type, in_place, keeps, fixes, forbids, outlives}. A row without a dependent is a column with its type. A
     * dependent is something of the host's: {@code in_place} when a {@linkplain Publish#SWAP swap} would lose or break it, {@code
     * keeps} and {@code fixes} when the column (every column where none is named) must not go or change its type, {@code forbids}
     * when rows must not be deleted, {@code outlives} when it is no part of the table.
     */
    public SqlStatement standing(LayerSpec spec) {
        return new StandingSql(rendering).standing(published(spec));
    }

    /** The views that read the published tables of a spec by their names, as rows of {@link #standing}. */
    public SqlStatement views(LayerSpec spec) {
        return new StandingSql(rendering).views(published(spec));
    }

    /**
     * What leads from one pipeline spec to another: new tables, dropped tables and Bronze columns in place; Silver and Gold
     * tables with other columns, values or rows are built again. Destructive changes are generated whether they are confirmed
     * or not; the labels say what goes.
     */
    public SqlScript migrate(Changes changes) {
        return new MigrationSql(rendering).migrate(changes);
    }

    /** A query without knowledge of its columns' types: whole numbers are added in the type the database chooses. */
    public SqlStatement query(Query query) {
        return new QuerySql(rendering, TableTypes.unknown()).statement(query);
    }

    /** A query over the tables of a pipeline; every result has the type of its expression on every database. */
    public SqlStatement query(Query query, PipelineSpec tables) {
        return new QuerySql(rendering, TableTypes.of(tables, rendering)).statement(query);
    }

    /** The types of what a query over the tables of a pipeline gives, by the names of its columns, as far as they are known. */
    public Map<String, ColumnType> types(Query query, PipelineSpec tables) {
        return new QuerySql(rendering, TableTypes.of(tables, rendering)).types(query);
    }

    /** At most {@code n} rows of Bronze with what the spec makes of them; nothing is written. */
    public SqlStatement preview(SilverSpec spec, int n) {
        return new SilverPreview(rendering, spec).statement(n);
    }

    /** One row over the staged tables: {@code bronze_rows, kept, rejected, duplicates}. */
    public SqlStatement counts(SilverSpec spec) {
        return new SilverSql(rendering, spec).counts();
    }

    /** The staged rejects by rule: {@code rule, rows}. */
    public SqlStatement rejectCounts(SilverSpec spec) {
        return new SilverSql(rendering, spec).rejectCounts();
    }

    /** The staged rows by the warning they carry: {@code rule, rows}. */
    public SqlStatement warningCounts(SilverSpec spec) {
        return new SilverSql(rendering, spec).warningCounts();
    }

    /** How many rows of Bronze are in force: {@code row_count}. */
    public SqlStatement profileRows(BronzeSpec spec) {
        return new ProfileSql(rendering).rows(spec);
    }

    /** How many rows a Silver table has: {@code row_count}. */
    public SqlStatement profileRows(SilverSpec spec) {
        return new ProfileSql(rendering).rows(spec);
    }

    /**
     * Facts of some columns of Bronze over the rows in force: {@code column_index, kind, value, row_count, nulls, blanks,
     * distinct_values, shortest, longest}. A row of kind 0 holds the counts of a column, rows of kind 1 its values, the most
     * frequent first, a row of kind 2 a value with a leading zero where there is one.
     *
     * @param values at most so many values for each column
     * @param everyNth 1 for all rows, else only rows whose number is a multiple
     */
    public SqlStatement profile(BronzeSpec spec, List<String> columns, int values, long everyNth) {
        return new ProfileSql(rendering).columns(spec, columns, values, everyNth);
    }

    /** Facts of some columns of a Silver table, as text; see {@link #profile(BronzeSpec, List, int, long)}. */
    public SqlStatement profile(SilverSpec spec, List<String> columns, int values, long everyNth) {
        return new ProfileSql(rendering).columns(spec, columns, values, everyNth);
    }

    /**
     * The answers to questions about Bronze, counted with the guards of the build: {@code question, value, row_count, missing,
     * refused, failed_0, failed_1, ...}, in which {@code question} is the place of a question in the list.
     */
    public SqlStatement probe(BronzeSpec spec, List<? extends ProbeQuestion<?>> questions) {
        return ProbeSql.of(rendering, spec, questions);
    }

    /**
     * How far the values of referring columns of Silver tables are those of the columns referred to, in one statement with a row
     * for each relationship: {@code question, row_count, filled, found, distinct_values, parents, parent_keys}, in which {@code
     * question} is the place in the list; see {@link ProbeQuestion.InclusionAnswer}.
     */
    public SqlStatement inclusion(List<Relationship> relationships) {
        return new InclusionSql(rendering).of(relationships);
    }

    /** The library's own tables at their newest version, on a database that has none of them. */
    public SqlScript ownTables() {
        return new OwnTables(rendering).all();
    }

    /** The library's own tables version by version, the first version first. */
    public List<SqlMigration> ownMigrations() {
        return new OwnTables(rendering).migrations();
    }

    /** The name of a table as it is written in SQL: quoted, with its schema. */
    public String quoted(TableName table) {
        return rendering.text(rendering.name(table));
    }

    /** The physical name of a column as it is written in SQL: quoted. */
    public String quoted(String column) {
        return rendering.text(rendering.columnName(column));
    }

    /**
     * The physical name of a column: the name itself, unless the database cannot hold it (over 63 bytes on PostgreSQL, over 64
     * characters, with emoji or a space at the end on MariaDB); then it is cut and ends in eight digits of a hash.
     */
    public String column(String name) {
        return rendering.column(name);
    }
}
