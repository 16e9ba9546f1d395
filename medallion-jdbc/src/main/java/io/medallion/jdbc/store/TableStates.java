package io.medallion.jdbc.store;

import io.medallion.Layer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The own table {@code table_states}: which version of each table readers see, and what it was built from. */
public final class TableStates {

    private static final String COLUMNS =
            "layer, table_name, version, build_id, spec_fingerprint, built_from, row_count, published_at, in_doubt";

    private final Session session;

    /** The table as this session sees it. */
    public TableStates(Session session) {
        this.session = session;
    }

    /** All tables that readers see. */
    public List<TableStateRow> all() {
        return session.query(select() + " order by layer, table_name", TableStates::row);
    }

    /** One table, if it was ever published. */
    public Optional<TableStateRow> of(Layer layer, String table) {
        return session.first(select() + " where layer = ? and table_name = ?", TableStates::row, layer, table);
    }

    /** Records what readers see from now on. */
    public void put(TableStateRow state) {
        remove(state.layer(), state.table());
        session.update(
                "insert into " + name() + " (" + session.columns(COLUMNS) + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                state.layer(),
                state.table(),
                state.version(),
                state.buildId(),
                state.specFingerprint(),
                state.builtFrom(),
                state.rows(),
                state.publishedAt(),
                state.inDoubt());
    }

    /** Notes that what readers see is in doubt, or not any more; nothing for a table that was never published. */
    public void doubt(Layer layer, String table, boolean inDoubt) {
        session.update(
                "update " + name() + " set " + session.columns("in_doubt") + " = ? where layer = ? and table_name = ?",
                inDoubt,
                layer,
                table);
    }

    /** Forgets a table that was dropped. */
    public void remove(Layer layer, String table) {
        session.update("delete from " + name() + " where layer = ? and table_name = ?", layer, table);
    }

    private String select() {
        return "select " + session.columns(COLUMNS) + " from " + name();
    }

    private String name() {
        return session.own("table_states");
    }

    private static TableStateRow row(ResultSet row) throws SQLException {
        return new TableStateRow(
                Layer.valueOf(row.getString("layer")),
                row.getString("table_name"),
                row.getLong("version"),
                row.getString("build_id"),
                row.getString("spec_fingerprint"),
                row.getString("built_from"),
                row.getLong("row_count"),
                Objects.requireNonNull(Session.instant(row, "published_at")),
                row.getBoolean("in_doubt"));
    }
}
