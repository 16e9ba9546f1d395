package io.medallion.jdbc.store;

import io.medallion.Layer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The own tables {@code builds} and {@code build_reasons}: what was built, when, how it ended and which rules were broken. */
public final class BuildLog {

    private static final String COLUMNS = "build_id, pipeline, layer, table_name, version, spec_fingerprint, status,"
            + " started_at, finished_at, rows_read, rows_written, rows_rejected, rows_duplicate, sql_text, error";

    private final Session session;

    /** The tables as this session sees them. */
    public BuildLog(Session session) {
        this.session = session;
    }

    /** Records a build, in place of what was recorded under its id before. */
    public void put(BuildRow build) {
        session.update("delete from " + builds() + " where build_id = ?", build.buildId());
        session.update(
                "insert into " + builds() + " (" + session.columns(COLUMNS)
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                build.buildId(),
                build.pipeline(),
                build.layer(),
                build.table(),
                build.version(),
                build.specFingerprint(),
                build.status(),
                build.startedAt(),
                build.finishedAt(),
                build.rowsRead(),
                build.rowsWritten(),
                build.rowsRejected(),
                build.rowsDuplicate(),
                build.sqlText(),
                build.error());
    }

    /** Records the broken rules of a build. */
    public void addReasons(List<BuildReasonRow> reasons) {
        for (BuildReasonRow reason : reasons) {
            session.update(
                    "insert into " + reasons() + " (build_id, rule, action, row_count) values (?, ?, ?, ?)",
                    reason.buildId(),
                    reason.rule(),
                    reason.action(),
                    reason.rows());
        }
    }

    /** The broken rules of a build, most rows first. */
    public List<BuildReasonRow> reasons(String buildId) {
        return session.query(
                "select build_id, rule, action, row_count from " + reasons()
                        + " where build_id = ? order by row_count desc, rule",
                row -> new BuildReasonRow(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)),
                buildId);
    }

    /** The newest builds of a pipeline, newest first. */
    public List<BuildRow> newest(String pipeline, int count) {
        return session.query(
                select() + " where pipeline = ? order by started_at desc, build_id desc limit " + Math.max(0, count),
                BuildLog::row,
                pipeline);
    }

    /** The builds of a pipeline that have not said how they ended. */
    public List<BuildRow> running(String pipeline) {
        return session.query(
                select() + " where pipeline = ? and status = ? order by started_at",
                BuildLog::row,
                pipeline,
                "RUNNING");
    }

    /** The newest build of a table. */
    public Optional<BuildRow> newest(String pipeline, Layer layer, String table) {
        return session.first(
                select() + " where pipeline = ? and layer = ? and table_name = ?"
                        + " order by started_at desc, build_id desc limit 1",
                BuildLog::row,
                pipeline,
                layer,
                table);
    }

    /** Keeps others from recording how this build ended until the transaction is over; waits while one does. */
    public void hold(String buildId) {
        session.update("update " + builds() + " set status = status where build_id = ?", buildId);
    }

    /** One build. */
    public Optional<BuildRow> build(String buildId) {
        return session.first(select() + " where build_id = ?", BuildLog::row, buildId);
    }

    private String select() {
        return "select " + session.columns(COLUMNS) + " from " + builds();
    }

    private String builds() {
        return session.own("builds");
    }

    private String reasons() {
        return session.own("build_reasons");
    }

    private static BuildRow row(ResultSet row) throws SQLException {
        return new BuildRow(
                row.getString("build_id"),
                row.getString("pipeline"),
                Layer.valueOf(row.getString("layer")),
                row.getString("table_name"),
                row.getLong("version"),
                row.getString("spec_fingerprint"),
                row.getString("status"),
                Objects.requireNonNull(Session.instant(row, "started_at")),
                Session.instant(row, "finished_at"),
                row.getLong("rows_read"),
                row.getLong("rows_written"),
                row.getLong("rows_rejected"),
                row.getLong("rows_duplicate"),
                row.getString("sql_text"),
                row.getString("error"));
    }
}
