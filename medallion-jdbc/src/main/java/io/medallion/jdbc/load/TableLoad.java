package io.medallion.jdbc.load;

import io.medallion.Layer;
import io.medallion.Problem;
import io.medallion.jdbc.load.StartOver.Way;
import io.medallion.jdbc.source.CsvScan;
import io.medallion.jdbc.source.SourcePart;
import io.medallion.jdbc.store.BatchRow;
import io.medallion.jdbc.store.Batches;
import io.medallion.jdbc.store.BronzeRejects;
import io.medallion.jdbc.store.Latency;
import io.medallion.jdbc.store.SchemaChangeRow;
import io.medallion.jdbc.store.Session;
import io.medallion.spec.BatchMode;
import io.medallion.spec.BronzeSpec;
import io.medallion.sql.BronzeStamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One load of one table within one transaction. */
final class TableLoad {

    private final Session session;
    private final LoadRequest request;
    private final Map<SourcePart, Way> ways;
    private final Stage stage;
    private final TableColumns columns;
    private final Batches batches;
    private final Increments increments;
    private final Instant loadedAt;
    private boolean empty;
    private final Set<String> ofThisLoad = new HashSet<>();

    TableLoad(
            Session session,
            LoadRequest request,
            Map<SourcePart, Way> ways,
            Stage stage,
            TableColumns columns,
            boolean made,
            Instant loadedAt) {
        this.session = session;
        this.request = request;
        this.ways = ways;
        this.stage = stage;
        this.columns = columns;
        this.batches = new Batches(session);
        this.increments = new Increments(session);
        this.empty = made;
        this.loadedAt = loadedAt;
    }

    LoadResult run(List<SourcePart> parts) throws Exception {
        List<LoadedBatch> loaded = new ArrayList<>();
        for (SourcePart part : parts) {
            loaded.add(load(part));
        }
        if (columns.spec().batches() == BatchMode.REPLACE_ALL) {
            batches.replaceAllBut(columns.spec().table(), ofThisLoad);
        }
        request.keeper().keep(session, columns.spec());
        return new LoadResult(columns.spec(), loaded);
    }

    private LoadedBatch load(SourcePart part) throws Exception {
        BronzeSpec spec = columns.spec();
        Optional<BatchRow> before = batches.inForce(spec.table(), part.sourceId());
        boolean further = increments.begin(part, spec);
        Target target = Target.of(
                spec,
                part.columns(),
                new BronzeStamp(
                        columns.batchId(part), part.sourceId(), part.fileName(), loadedAt, columns.version(part)));
        Optional<CsvScan> scan = scanned(part, before.isPresent());
        if (before.isPresent() && scan.isPresent()) {
            String content = ContentHash.of(scan.get(), part.format().orElseThrow(), ReaderLoad.kept(target, part));
            if (content.equals(before.get().contentHash())) {
                return unchanged(before.get(), part);
            }
        }
        Loaded loaded = rows(part, target, scan);
        empty = false;
        if (before.isPresent() && loaded.contentHash().equals(before.get().contentHash())) {
            discard(target);
            increments.keep(part, spec, before.get().batchId(), loadedAt);
            return unchanged(before.get(), part);
        }
        long known = further ? increments.removeKnown(part, target) : 0;
        Counts counts = audited(part, target, loaded, known);
        if (before.isPresent() && further && counts.rows() + counts.rejects() == 0) {
            increments.keep(part, spec, before.get().batchId(), loadedAt);
            return unchanged(before.get(), part);
        }
        increments.keep(part, spec, target.stamp().batchId(), loadedAt);
        return recorded(part, target, counts, further);
    }

    /** The scan, unless it is made beside the load or with it, or the part has none. */
    private Optional<CsvScan> scanned(SourcePart part, boolean loadedBefore) {
        boolean later =
                switch (ways.getOrDefault(part, Way.SCANNED)) {
                    case UNSCANNED -> !loadedBefore;
                    case SCANNED -> false;
                    case STREAMED, INNER -> !loadedBefore;
                };
        return later ? Optional.empty() : part.scan();
    }

    private Loaded rows(SourcePart part, Target target, Optional<CsvScan> scan) throws Exception {
        if (ways.get(part) == Way.INNER) {
            return new InnerLoad(session, part, target).run(part.select().orElseThrow());
        }
        Progress progress = progress(part, target, scan);
        boolean streamed = ways.get(part) == Way.STREAMED;
        if (part.format().isPresent() && scan.isEmpty() && !streamed) {
            return new ReaderLoad(part, target, progress).runUnscanned(session, stage.tableOf(part));
        }
        boolean regular = scan.map(CsvScan::regular).orElse(false)
                && !streamed
                && part.file().map(ReadCsv::canName).orElse(false);
        if (regular) {
            return new ReaderLoad(part, target, progress).run(session, scan.orElseThrow());
        }
        Loaded loaded = streamed(part, target, progress);
        return part.scan()
                .map(facts -> new Loaded(
                        facts.records(),
                        loaded.rows(),
                        ContentHash.of(facts, part.format().orElseThrow(), ReaderLoad.kept(target, part)),
                        loaded.latency()))
                .orElse(loaded);
    }

    private Loaded streamed(SourcePart part, Target target, Progress progress) throws Exception {
        TableShape shape = new TableShape(session, target.spec());
        if (!empty || !shape.isStampedLater()) {
            return new StreamedLoad(session, part, target, progress).run();
        }
        shape.makeUnstamped();
        Loaded loaded = new StreamedLoad(session, part, target.unstamped(), progress).run();
        shape.stamp(target.stamp());
        return loaded;
    }

    private Progress progress(SourcePart part, Target target, Optional<CsvScan> scan) {
        long bytes = scan.map(CsvScan::bytes)
                .orElseGet(() -> part.file().map(FileSize::of).orElse(0L));
        return new Progress(
                request.progress(),
                target.spec().table(),
                part.fileName(),
                bytes,
                scan.map(CsvScan::records).orElse(0L));
    }

    /** Conservation: source records = Bronze rows + Bronze rejects + those that were there before, as the database counts them. */
    private Counts audited(SourcePart part, Target target, Loaded loaded, long known) {
        String batchId = target.stamp().batchId();
        long rows = loaded.rows() == Loaded.UNCOUNTED || known > 0 ? stored(target) : loaded.rows();
        long rejects = new BronzeRejects(session).count(target.spec().table(), batchId);
        if (rows + rejects + known != loaded.records()) {
            throw new LoadException(new Problem(
                    part.fileName() + " into table '" + target.spec().table() + "'",
                    "has " + loaded.records() + " records, but " + rows + " rows and " + rejects
                            + " rejects arrived; nothing of it is kept.",
                    "This is a defect of the library; please report it with the file."));
        }
        return new Counts(rows, rejects, loaded);
    }

    private long stored(Target target) {
        return session.number(
                "select count(*) from " + table(target) + " where "
                        + session.sql().quoted("_batch_id") + " = ?",
                target.stamp().batchId());
    }

    private record Counts(long rows, long rejects, Loaded loaded) {}

    private LoadedBatch recorded(SourcePart part, Target target, Counts counts, boolean further) {
        BronzeSpec spec = columns.spec();
        BronzeStamp stamp = target.stamp();
        long replaced = replaced(part, spec, further);
        BatchRow batch = new BatchRow(
                spec.table(),
                stamp.batchId(),
                request.pipeline(),
                batches.nextSequence(spec.table()),
                spec.batches(),
                part.sourceId(),
                part.fileName(),
                counts.loaded().contentHash(),
                counts.rows(),
                counts.rejects(),
                stamp.schemaVersion(),
                loadedAt,
                latency(spec, stamp, counts.loaded()),
                true);
        batches.add(batch);
        ofThisLoad.add(batch.batchId());
        List<SchemaChangeRow> changes = columns.changes(part);
        return new LoadedBatch(batch, true, part.format(), changes, replaced);
    }

    private long replaced(SourcePart part, BronzeSpec spec, boolean further) {
        if (part.watermark().isPresent() && !further) {
            return increments.replace(part, spec);
        }
        return spec.batches() == BatchMode.REPLACE_ALL
                ? 0
                : batches.replace(spec.table(), spec.batches(), part.sourceId());
    }

    private @Nullable Latency latency(BronzeSpec spec, BronzeStamp stamp, Loaded loaded) {
        return switch (session.sql().dialect()) {
            case DUCKDB -> EventLatency.measure(session, spec, stamp.batchId());
            case POSTGRES, MARIADB, MYSQL -> loaded.latency();
        };
    }

    private LoadedBatch unchanged(BatchRow before, SourcePart part) {
        ofThisLoad.add(before.batchId());
        return new LoadedBatch(before, false, part.format(), List.of(), 0);
    }

    /** Takes back rows whose content turned out to be in force already. */
    private void discard(Target target) {
        session.update(
                "delete from " + table(target) + " where " + session.sql().quoted("_batch_id") + " = ?",
                target.stamp().batchId());
        new BronzeRejects(session).remove(target.spec().table(), target.stamp().batchId());
    }

    private String table(Target target) {
        return session.table(Layer.BRONZE, target.spec().table());
    }
}
