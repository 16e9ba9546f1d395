package io.medallion.jdbc.load;

import io.medallion.Layer;
import io.medallion.Problem;
import io.medallion.jdbc.source.SourcePart;
import io.medallion.jdbc.source.Watermark;
import io.medallion.jdbc.store.Batches;
import io.medallion.jdbc.store.Session;
import io.medallion.jdbc.store.Watermarks;
import io.medallion.jdbc.store.Watermarks.Reached;
import io.medallion.spec.BatchMode;
import io.medallion.spec.BronzeSpec;
import java.time.Instant;
import java.util.Optional;

/** Loads of what is new by a watermark: where reading goes on, what of it was there already, how far it came. */
final class Increments {

    private final Session session;
    private final Watermarks watermarks;

    Increments(Session session) {
        this.session = session;
        this.watermarks = new Watermarks(session);
    }

    /**
     * Tells a part where to go on.
     *
     * @return whether it reads only what is new
     */
    boolean begin(SourcePart part, BronzeSpec spec) {
        Optional<Reached> before = watermarks.of(spec.table(), part.sourceId());
        if (part.watermark().isEmpty()) {
            before.ifPresent(reached -> fromNowOnEverything(part, spec, reached));
            return false;
        }
        check(part, spec);
        Watermark watermark = part.watermark().get();
        Optional<String> reached = before.filter(r -> r.column().equalsIgnoreCase(watermark.column()))
                .map(Reached::value);
        watermark.since(reached.orElse(null));
        return reached.isPresent();
    }

    /** Takes an earlier full extract of the same source out of force: the batch at hand holds everything again. */
    long replace(SourcePart part, BronzeSpec spec) {
        return new Batches(session).replace(spec.table(), BatchMode.REPLACE_SAME_FILE, part.sourceId());
    }

    /** Removes rows and rejects that earlier batches hold in the same form, each as often as it is there; gives how many. */
    long removeKnown(SourcePart part, Target target) {
        String table = session.table(Layer.BRONZE, target.spec().table());
        String batch = session.sql().quoted("_batch_id");
        String number = session.sql().quoted("_row_number");
        String hash = session.sql().quoted("_row_hash");
        String earlier = "select " + session.sql().quoted("batch_id") + " from " + session.own("batches")
                + " where table_name = ? and source_id = ? and in_force = ?";
        String batchId = target.stamp().batchId();
        long rows = session.update(
                "delete from " + table + " where " + batch + " = ? and " + number + " in (select n from (select b."
                        + number
                        + " as n, row_number() over (partition by b." + hash + " order by b." + number
                        + ") as copy, o.copies from " + table + " b join (select " + hash + ", count(*) as copies from "
                        + table + " where " + batch + " in (" + earlier + ") group by " + hash + ") o on o." + hash
                        + " = b." + hash + " where b." + batch + " = ?) known where copy <= copies)",
                batchId,
                target.spec().table(),
                part.sourceId(),
                true,
                batchId);
        return rows + removeKnownRejects(part, target, earlier);
    }

    /** Remembers how far the part came. */
    void keep(SourcePart part, BronzeSpec spec, String batchId, Instant now) {
        part.watermark()
                .flatMap(watermark -> watermark.reached().map(value -> new Reached(watermark.column(), value)))
                .ifPresent(reached -> watermarks.put(spec.table(), part.sourceId(), reached, batchId, now));
    }

    private long removeKnownRejects(SourcePart part, Target target, String earlier) {
        String rejects = session.own("bronze_rejects");
        String batchId = target.stamp().batchId();
        return session.update(
                "delete from " + rejects
                        + " where table_name = ? and batch_id = ? and raw in (select raw from (select raw" + " from "
                        + rejects + " where table_name = ? and batch_id in (" + earlier + ")) known)",
                target.spec().table(),
                batchId,
                target.spec().table(),
                target.spec().table(),
                part.sourceId(),
                true);
    }

    private void check(SourcePart part, BronzeSpec spec) {
        String where = "bronze table '" + spec.table() + "'";
        if (spec.batches() != BatchMode.ADD) {
            throw new LoadException(new Problem(
                    where,
                    "replaces what was loaded with each load (" + spec.batches()
                            + "), and a watermark loads only what is new.",
                    "Apply a Bronze spec withBatches(BatchMode.ADD), or load without a watermark."));
        }
        if (!spec.rowHash()) {
            throw new LoadException(new Problem(
                    where,
                    "has no row hash, by which rows that a watermark reads twice are known again.",
                    "Apply a Bronze spec withRowHash(true), or load without a watermark."));
        }
    }

    private void fromNowOnEverything(SourcePart part, BronzeSpec spec, Reached reached) {
        if (spec.batches() == BatchMode.ADD) {
            throw new LoadException(new Problem(
                    "bronze table '" + spec.table() + "'",
                    "was loaded by the watermark '" + reached.column()
                            + "' and adds what is loaded; without it every row would be" + " added again.",
                    "State the watermark, or apply a Bronze spec withBatches(BatchMode.REPLACE_ALL)."));
        }
        watermarks.remove(spec.table(), part.sourceId());
    }
}
