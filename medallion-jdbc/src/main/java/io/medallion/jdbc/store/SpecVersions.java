package io.medallion.jdbc.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The own table {@code specs}: every version of every spec, and which of them hold. */
public final class SpecVersions {

    private static final String COLUMNS =
            "pipeline, layer, table_name, version, fingerprint, json, created_at, in_force";

    private final Session session;

    /** The table as this session sees it. */
    public SpecVersions(Session session) {
        this.session = session;
    }

    /** Every version of everything in a pipeline, oldest first. */
    public List<SpecRow> of(String pipeline) {
        return session.query(
                select() + " where pipeline = ? order by version, layer, table_name", SpecVersions::row, pipeline);
    }

    /** What holds in a pipeline now. */
    public List<SpecRow> inForce(String pipeline) {
        return session.query(
                select() + " where pipeline = ? and in_force = ? order by layer, table_name",
                SpecVersions::row,
                pipeline,
                true);
    }

    /** What holds for one table now. */
    public Optional<SpecRow> inForce(String pipeline, String layer, String table) {
        return session.first(
                select() + " where pipeline = ? and layer = ? and table_name = ? and in_force = ?",
                SpecVersions::row,
                pipeline,
                layer,
                table,
                true);
    }

    /** The newest version number in a pipeline, 0 for none. */
    public int newest(String pipeline) {
        return (int)
                session.number("select coalesce(max(version), 0) from " + name() + " where pipeline = ?", pipeline);
    }

    /** Records a version, which holds from now on; what held for the table before is kept and holds no more. */
    public void put(
            String pipeline,
            String layer,
            String table,
            int version,
            String fingerprint,
            String json,
            Instant createdAt) {
        retire(pipeline, layer, table);
        session.update(
                "insert into " + name() + " (" + session.columns(COLUMNS) + ") values (?, ?, ?, ?, ?, ?, ?, ?)",
                pipeline,
                layer,
                table,
                version,
                fingerprint,
                json,
                createdAt,
                true);
    }

    /** Lets nothing hold for a table any more; its versions stay readable. */
    public void retire(String pipeline, String layer, String table) {
        session.update(
                "update " + name() + " set in_force = ? where pipeline = ? and layer = ? and table_name = ?"
                        + " and in_force = ?",
                false,
                pipeline,
                layer,
                table,
                true);
    }

    private String select() {
        return "select " + session.columns(COLUMNS) + " from " + name();
    }

    private String name() {
        return session.own("specs");
    }

    private static SpecRow row(ResultSet row) throws SQLException {
        return new SpecRow(
                row.getString("pipeline"),
                row.getString("layer"),
                row.getString("table_name"),
                row.getInt("version"),
                row.getString("fingerprint"),
                row.getString("json"),
                Objects.requireNonNull(Session.instant(row, "created_at")),
                row.getBoolean("in_force"));
    }
}
