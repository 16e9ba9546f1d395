package io.medallion.jdbc.store;

import io.medallion.Layer;
import io.medallion.sql.TableName;
import java.time.Instant;

/**
 * The own table {@code reject_sightings}: when each Bronze row was first and last refused by Silver. A row that is accepted
 * later keeps its line, for it may be refused again; the lines of batches no longer in force go.
 */
public final class RejectSightings {

    private final Session session;

    /** The table as this session sees it. */
    public RejectSightings(Session session) {
        this.session = session;
    }

    /**
     * Notes what a version of a Silver table refuses; its rejects are published already.
     *
     * @param bronze the Bronze table it was read from
     * @param rejected how many rows were refused
     */
    public void record(String silver, String bronze, long version, long rejected, Instant now) {
        session.update(
                "delete from " + name() + " where table_name = ? and batch_id not in (select batch_id from "
                        + session.own("batches") + " where table_name = ? and in_force = ?)",
                silver,
                bronze,
                true);
        if (rejected == 0) {
            return;
        }
        String same = "r." + column("_batch_id") + " = s.batch_id and r." + column("_row_number") + " = s."
                + column("row_number");
        session.update(again(rejects(silver), same), now, version, silver);
        session.update(
                "insert into " + name() + " (" + session.columns("table_name, batch_id, row_number")
                        + ", first_seen, last_seen, version, version_before) select ?, r." + column("_batch_id")
                        + ", r." + column("_row_number") + ", ?, ?, ?, 0 from (select distinct "
                        + session.columns("_batch_id, _row_number") + " from " + rejects(silver)
                        + ") r where not exists (select 1 from " + name() + " s where s.table_name = ? and " + same
                        + ")",
                silver,
                now,
                now,
                version,
                silver);
    }

    /** The rows that were refused before. MariaDB would go over all rejects for each of them, unless it is told to begin with the rejects. */
    private String again(String rejects, String same) {
        String seen = " set last_seen = ?, version_before = version, version = ? where s.table_name = ?";
        return switch (session.sql().dialect()) {
            case DUCKDB, POSTGRES ->
                "update " + name() + " as s" + seen + " and exists (select 1 from " + rejects + " r where " + same
                        + ")";
            case MARIADB, MYSQL -> "update " + rejects + " r straight_join " + name() + " s on " + same + seen;
        };
    }

    /** Forgets a table that was dropped. */
    public void remove(String silver) {
        session.update("delete from " + name() + " where table_name = ?", silver);
    }

    /** How many rows a version refused. */
    public long refused(String silver, long version) {
        return session.number(
                "select count(*) from " + name() + " where table_name = ? and version = ?", silver, version);
    }

    /** How many rows two versions refused, one after the other. */
    public long refusedAgain(String silver, long version, long before) {
        return session.number(
                "select count(*) from " + name() + " where table_name = ? and version = ? and version_before = ?",
                silver,
                version,
                before);
    }

    /** How many rows that a version refused last are in Silver now. */
    public long accepted(String silver, long version) {
        return found(silver, version, session.sql().naming().table(Layer.SILVER, silver));
    }

    /** How many rows that a version refused last are duplicates now. */
    public long duplicates(String silver, long version) {
        return found(silver, version, session.sql().naming().duplicates(silver));
    }

    private long found(String silver, long version, TableName table) {
        return session.number(
                "select count(*) from " + name() + " s where s.table_name = ? and s.version = ? and exists"
                        + " (select 1 from " + session.sql().quoted(table) + " r where r." + column("_batch_id")
                        + " = s.batch_id and r." + column("_row_number") + " = s." + column("row_number") + ")",
                silver,
                version);
    }

    private String rejects(String silver) {
        return session.sql().quoted(session.sql().naming().rejects(silver));
    }

    private String column(String column) {
        return session.sql().quoted(column);
    }

    private String name() {
        return session.own("reject_sightings");
    }
}
