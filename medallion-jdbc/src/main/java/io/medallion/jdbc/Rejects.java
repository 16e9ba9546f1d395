package io.medallion.jdbc;

import io.medallion.Layer;
import io.medallion.jdbc.store.Batches;
import io.medallion.jdbc.store.BronzeRejects;
import io.medallion.jdbc.store.Session;
import io.medallion.jdbc.store.TableStates;
import io.medallion.sql.SqlGenerator;
import java.util.List;

/** The rows a table refused, each with its address and every reason. A view: it reads when asked. Thread-safe. */
public final class Rejects {

    private static final RejectSummary NONE = new RejectSummary(0, List.of());

    private final Engine engine;
    private final Layer layer;
    private final String table;

    Rejects(Engine engine, Layer layer, String table) {
        this.engine = engine;
        this.layer = layer;
        this.table = table;
    }

    /** How many rows were refused, and which rule refused how many; nothing when the table was never built. */
    public RejectSummary summary() {
        return engine.reading(NONE, session -> layer == Layer.BRONZE ? ofBronze(session) : ofSilver(session));
    }

    /**
     * A page of reasons in the order in which the rows were loaded. Values are shown as they are, personal ones too.
     *
     * @param offset how many reasons to leave out first
     * @param n how many reasons at most
     */
    public List<RejectedRow> page(long offset, int n) {
        return engine.reading(
                List.of(),
                session -> layer == Layer.BRONZE ? bronzePage(session, offset, n) : page(session, offset, n));
    }

    private RejectSummary ofBronze(Session session) {
        long rows = new Batches(session)
                .inForce(table).stream().mapToLong(b -> b.rejects()).sum();
        String rules = "select r.reason, count(*) from " + session.own("bronze_rejects") + " r join "
                + session.own("batches") + " b on b.table_name = r.table_name and b.batch_id = r.batch_id"
                + " where r.table_name = ? and b.in_force = ? group by r.reason order by count(*) desc, r.reason";
        return new RejectSummary(
                rows,
                session.query(rules, row -> new RejectSummary.Rule(row.getString(1), row.getLong(2)), table, true));
    }

    private RejectSummary ofSilver(Session session) {
        if (!isBuilt(session)) {
            return NONE;
        }
        String rejects = rejectsTable(session);
        long rows = session.number("select count(*) from (select distinct "
                + columns(session, "_batch_id", "_row_number") + " from " + rejects + ") d");
        String rule = session.sql().quoted("rule");
        return new RejectSummary(
                rows,
                session.query(
                        "select " + rule + ", count(*) from " + rejects + " group by " + rule
                                + " order by count(*) desc, " + rule,
                        row -> new RejectSummary.Rule(row.getString(1), row.getLong(2))));
    }

    private List<RejectedRow> page(Session session, long offset, int n) {
        if (!isBuilt(session)) {
            return List.of();
        }
        SqlGenerator sql = session.sql();
        String columns = columns(session, "_batch_id", "_row_number", "rule", "column_name", "value");
        return session.query(
                "select " + columns + " from " + rejectsTable(session) + " r left join (select batch_id, sequence from "
                        + session.own("batches") + " where table_name = ?) b on b.batch_id = r."
                        + sql.quoted("_batch_id") + " order by b.sequence, "
                        + columns(session, "_row_number", "rule") + " limit " + Math.max(0, n) + " offset "
                        + Math.max(0, offset),
                row -> new RejectedRow(
                        row.getString(1), row.getLong(2), null, row.getString(3), row.getString(4), row.getString(5)),
                engine.bronzeOf(session, table));
    }

    private List<RejectedRow> bronzePage(Session session, long offset, int n) {
        return new BronzeRejects(session)
                .inForce(table, offset, n).stream()
                        .map(r -> new RejectedRow(r.batchId(), r.rowNumber(), r.line(), r.reason(), null, r.raw()))
                        .toList();
    }

    private boolean isBuilt(Session session) {
        return new TableStates(session).of(Layer.SILVER, table).isPresent();
    }

    private String rejectsTable(Session session) {
        return session.sql().quoted(session.sql().naming().rejects(table));
    }

    private static String columns(Session session, String... names) {
        return String.join(
                ", ", List.of(names).stream().map(session.sql()::quoted).toList());
    }
}
