package io.medallion.jdbc;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.jdbc.store.Batches;
import io.medallion.jdbc.store.BronzeRejects;
import io.medallion.jdbc.store.Limits;
import io.medallion.jdbc.store.Session;
import io.medallion.jdbc.store.TableStates;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.SqlGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
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
        return engine.readingPublished(
                Limits.NONE,
                NONE,
                layer,
                table,
                session -> layer == Layer.BRONZE ? ofBronze(session) : ofSilver(session));
    }

    /**
     * A page of reasons in the order in which the rows were loaded. Values are shown as they are, personal ones too.
     *
     * @param offset how many reasons to leave out first
     * @param n how many reasons at most
     */
    public List<RejectedRow> page(long offset, int n) {
        return engine.readingPublished(
                Limits.NONE,
                List.of(),
                layer,
                table,
                session -> layer == Layer.BRONZE ? bronzePage(session, offset, n) : page(session, offset, n));
    }

    /**
     * Judges the refused rows again with the spec and the data of now, after one of them was fixed: the table is built from
     * Bronze, so that every row has one disposition however often this is done. When neither has changed since the last build,
     * nothing is built and every row is still refused: replaying twice is replaying once.
     *
     * @throws MedallionException when the table was never built, and for Bronze, whose records are read again by loading
     * @throws BuildFailedException when the build fails; what was published and refused before stays
     * @throws PipelineBusyException when another writer works for longer than we wait
     */
    public Replay replay() {
        requireSilver();
        return engine.writing(writer -> new ReplayRun(writer, table).run(null));
    }

    /** The same with a fixed spec, which holds from then on. */
    public Replay replay(SilverSpec fixed) {
        requireSilver();
        if (!fixed.table().equals(table)) {
            throw new MedallionException(Problem.at("silver." + table, "was given a spec of '" + fixed.table() + "'.")
                    .advise("Use silver(\"" + fixed.table() + "\")."));
        }
        return engine.writing(writer -> new ReplayRun(writer, table).run(fixed));
    }

    private void requireSilver() {
        if (layer == Layer.BRONZE) {
            throw new MedallionException(Problem.at("bronze." + table, "keeps records that could not be read.")
                    .advise("Correct the source and load it again."));
        }
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
        int version = new SpecBook(session, engine.pipeline()).version(Layer.SILVER, table);
        return session.query(
                "select r.*, s.first_seen, s.last_seen from "
                        + rejectsTable(session) + " r left join (select batch_id, sequence from "
                        + session.own("batches") + " where table_name = ?) b on b.batch_id = r."
                        + sql.quoted("_batch_id") + " left join " + session.own("reject_sightings")
                        + " s on s.table_name = ? and s.batch_id = r." + sql.quoted("_batch_id") + " and s."
                        + sql.quoted("row_number") + " = r." + sql.quoted("_row_number") + " order by b.sequence, r."
                        + sql.quoted("_row_number") + ", r." + sql.quoted("rule") + " limit " + Math.max(0, n)
                        + " offset " + Math.max(0, offset),
                row -> rejected(row, version),
                engine.bronzeOf(session, table),
                table);
    }

    private static RejectedRow rejected(ResultSet row, int specVersion) throws SQLException {
        String witness = row.getString("witness_batch_id");
        return new RejectedRow(
                row.getString("_batch_id"),
                row.getLong("_row_number"),
                null,
                row.getString("rule"),
                row.getString("column_name"),
                row.getString("value"),
                witness == null ? null : new RejectedRow.Witness(witness, row.getLong("witness_row_number")),
                specVersion,
                Session.instant(row, "first_seen"),
                Session.instant(row, "last_seen"));
    }

    private List<RejectedRow> bronzePage(Session session, long offset, int n) {
        return new BronzeRejects(session)
                .inForce(table, offset, n).stream()
                        .map(r -> RejectedRow.ofBronze(r.batchId(), r.rowNumber(), r.line(), r.reason(), r.raw()))
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
