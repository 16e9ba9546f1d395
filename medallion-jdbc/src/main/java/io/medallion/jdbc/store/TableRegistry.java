package io.medallion.jdbc.store;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The own tables {@code pipelines} and {@code tables}: which pipelines there are, and whose each table is. */
public final class TableRegistry {

    private final Session session;

    /** The tables as this session sees them. */
    public TableRegistry(Session session) {
        this.session = session;
    }

    /** The names of all pipelines, in order. */
    public List<String> pipelines() {
        return session.query(
                "select name from " + session.own("pipelines") + " order by name", row -> row.getString(1));
    }

    /** The pipeline that a table belongs to. */
    public Optional<String> ownerOf(Layer layer, String table) {
        return session.first(
                "select pipeline from " + tables() + " where layer = ? and table_name = ?",
                row -> row.getString(1),
                layer,
                table);
    }

    /** The tables of a pipeline in a layer, in order. */
    public List<String> tables(String pipeline, Layer layer) {
        return session.query(
                "select table_name from " + tables() + " where pipeline = ? and layer = ? order by table_name",
                row -> row.getString(1),
                pipeline,
                layer);
    }

    /** Records a pipeline, unless it is known. */
    public void register(String pipeline, Instant now) {
        if (!pipelines().contains(pipeline)) {
            session.update(
                    "insert into " + session.own("pipelines") + " (name, created_at) values (?, ?)", pipeline, now);
        }
    }

    /**
     * Makes a table the pipeline's, unless it is already.
     *
     * @throws MedallionException when it is another pipeline's
     */
    public void claim(String pipeline, Layer layer, String table) {
        Optional<String> owner = ownerOf(layer, table);
        if (owner.isEmpty()) {
            session.update(
                    "insert into " + tables() + " (layer, table_name, pipeline) values (?, ?, ?)",
                    layer,
                    table,
                    pipeline);
        } else if (!owner.get().equals(pipeline)) {
            throw new MedallionException(new Problem(
                    layer.name().toLowerCase(Locale.ROOT) + " table '" + table + "' of pipeline '" + pipeline + "'",
                    "belongs to pipeline '" + owner.get() + "' in this database.",
                    "Name the source or table differently, or use a Naming of its own for one of the pipelines."));
        }
    }

    /** Gives a table up. */
    public void release(Layer layer, String table) {
        session.update("delete from " + tables() + " where layer = ? and table_name = ?", layer, table);
    }

    private String tables() {
        return session.own("tables");
    }
}
