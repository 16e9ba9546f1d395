package io.medallion.sql;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.SqlScript.Step;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The tables a Silver build reads and makes. */
final class SilverTables {

    private final Rendering rendering;
    private final SilverSpec spec;
    private final Naming naming;

    SilverTables(Rendering rendering, SilverSpec spec) {
        this.rendering = rendering;
        this.spec = spec;
        this.naming = rendering.naming();
    }

    /**
     * That nothing of a spec is left to be worked out.
     *
     * @throws MedallionException naming the columns of which something is
     */
    static void requireFitted(SilverSpec spec) {
        List<Problem> problems = spec.unfitted().stream()
                .map(name -> Problem.at(
                                "Silver spec '" + spec.table() + "': column '" + name + "'",
                                "has its missing values "
                                        + spec.column(name).nulls().describe() + ".")
                        .advise("Build the plan it comes from, or call fit(spec) on the Silver layer first."))
                .toList();
        if (!problems.isEmpty()) {
            throw new MedallionException(problems, null);
        }
    }

    TableName silver() {
        return naming.table(Layer.SILVER, spec.table());
    }

    TableName rejects() {
        return naming.rejects(spec.table());
    }

    TableName duplicates() {
        return naming.duplicates(spec.table());
    }

    /** The three tables readers see. */
    List<TableName> published() {
        return List.of(silver(), rejects(), duplicates());
    }

    TableName next() {
        return naming.next(silver());
    }

    TableName nextRejects() {
        return naming.next(rejects());
    }

    TableName nextDuplicates() {
        return naming.next(duplicates());
    }

    /** What the build says of rows: all rows where the database copies what passes, else those with something to say. */
    TableName stage() {
        return naming.stage(Layer.SILVER, spec.table());
    }

    /**
     * Whether rows are written once, into the next version itself, and those refused deleted from it. On DuckDB and PostgreSQL that
     * saves writing most rows twice; what the deleted rows leave behind is small where little is refused, and the databases use it
     * again. MariaDB would look at the whole table for each row that is deleted by its address.
     */
    boolean deletesRefused() {
        return switch (rendering.dialect()) {
            case DUCKDB, POSTGRES -> true;
            case MARIADB -> !refusesByAddress();
            case MYSQL -> false;
        };
    }

    /** Whether rows leave because of others: as duplicates, or because they repeat a key. */
    private boolean refusesByAddress() {
        SilverKeys keys = new SilverKeys(rendering, spec, this);
        return keys.deduplicates() || !keys.rejecting().isEmpty();
    }

    /** Whether one statement deletes rows and keeps something of them. */
    boolean movesRefused() {
        return switch (rendering.dialect()) {
            case POSTGRES -> true;
            case DUCKDB, MARIADB, MYSQL -> false;
        };
    }

    /**
     * Makes the size of a small table known. PostgreSQL knows nothing of a table it has just filled, and would rather hash all of Bronze
     * than the few rows that are looked up in it.
     */
    List<SqlStatement> known(TableName table) {
        return switch (rendering.dialect()) {
            case POSTGRES ->
                List.of(rendering.statement(
                        Step.STAGE, "look at the size of " + table, DSL.sql("analyze {0}", rendering.name(table))));
            case DUCKDB, MARIADB, MYSQL -> List.of();
        };
    }

    /** Where every row is, typed and judged, until those refused are gone. */
    TableName work() {
        return deletesRefused() ? next() : stage();
    }

    /** Bronze under the alias {@code b} with its batches {@code x}. */
    static Table<?> bronze(Rendering rendering, String table) {
        return rendering
                .table(rendering.naming().table(Layer.BRONZE, table))
                .as(DSL.name("b"))
                .join(batches(rendering))
                .on(inForce(rendering, table, "b"));
    }

    static Table<?> batches(Rendering rendering) {
        return rendering.table(rendering.naming().own("batches")).as(DSL.name("x"));
    }

    /** That the batch {@code x} is the one of the row of this alias, and in force. */
    static Condition inForce(Rendering rendering, String table, String alias) {
        return DSL.condition(
                        "{0} = {1}", rendering.field("x", "table_name"), LiteralSql.text(table, rendering.dialect()))
                .and(DSL.condition("{0} = {1}", rendering.field("x", "batch_id"), rendering.field(alias, "_batch_id")))
                .and(DSL.condition("{0}", rendering.field("x", "in_force")));
    }
}
