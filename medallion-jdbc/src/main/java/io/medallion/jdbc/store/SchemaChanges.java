package io.medallion.jdbc.store;

import io.medallion.jdbc.store.SchemaChangeRow.Kind;
import java.util.List;
import java.util.Objects;

/** The own table {@code schema_changes}: the audit of the columns that Bronze tables were loaded from. */
public final class SchemaChanges {

    private static final String COLUMNS = "table_name, version, change, column_name, original, batch_id, changed_at";

    private final Session session;

    /** The table as this session sees it. */
    public SchemaChanges(Session session) {
        this.session = session;
    }

    /** All changes of a table, oldest first. */
    public List<SchemaChangeRow> of(String table) {
        return session.query(
                "select " + session.columns(COLUMNS) + " from " + name() + " where table_name = ? order by version",
                row -> new SchemaChangeRow(
                        row.getString("table_name"),
                        row.getInt("version"),
                        Kind.valueOf(row.getString("change")),
                        row.getString("column_name"),
                        row.getString("original"),
                        row.getString("batch_id"),
                        Objects.requireNonNull(Session.instant(row, "changed_at"))),
                table);
    }

    /** The newest version of a table's columns, 0 for a table that was never loaded. */
    public int newest(String table) {
        return (int) session.number("select coalesce(max(version), 0) from " + name() + " where table_name = ?", table);
    }

    /** Records the changes of one version. */
    public void add(List<SchemaChangeRow> changes) {
        for (SchemaChangeRow change : changes) {
            session.update(
                    "insert into " + name() + " (" + session.columns(COLUMNS) + ") values (?, ?, ?, ?, ?, ?, ?)",
                    change.table(),
                    change.version(),
                    change.change(),
                    change.column(),
                    change.original(),
                    change.batchId(),
                    change.changedAt());
        }
    }

    private String name() {
        return session.own("schema_changes");
    }
}
