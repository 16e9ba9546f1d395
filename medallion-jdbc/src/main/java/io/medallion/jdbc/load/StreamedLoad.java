package io.medallion.jdbc.load;

import io.medallion.jdbc.source.RecordSink;
import io.medallion.jdbc.source.SourcePart;
import io.medallion.jdbc.source.Utf8Record;
import io.medallion.jdbc.store.Session;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads a part record by record: this thread reads and hashes, another one writes, and a few batches of rows are between them.
 */
final class StreamedLoad implements RecordSink {

    private final Session session;
    private final SourcePart part;
    private final boolean decoded;
    private final Target target;
    private final Unholdable unholdable;
    private final EventTimes events;
    private final @Nullable RowHash hash;
    private final ContentHash content = new ContentHash();
    private final @Nullable RowSums sums;
    private final Progress progress;
    private final RowQueue between = new RowQueue();
    private RowBatch batch = new RowBatch();
    private @Nullable Beside<Long> writer;
    private long records;

    StreamedLoad(Session session, SourcePart part, Target target, Progress progress) {
        this.session = session;
        this.part = part;
        this.decoded = part.format().isPresent();
        this.target = target;
        this.unholdable = Unholdable.of(session, target);
        this.events = new EventTimes(target);
        this.sums = part.isOrdered() ? null : new RowSums();
        this.hash = target.spec().rowHash() || sums != null
                ? new RowHash(target.spec().columns(), target.positions())
                : null;
        this.progress = progress;
    }

    Loaded run() throws Exception {
        long rows;
        try (Beside<Long> started = Beside.start("medallion-write", this::write)) {
            writer = started;
            try {
                part.read(this);
                handOver();
                between.end();
            } catch (WriterFailed e) {
                // its own exception says why
            } catch (RuntimeException | Error e) {
                started.interrupt();
                throw e;
            }
            rows = started.result();
        }
        return new Loaded(records, rows, content(), events.latency());
    }

    @Override
    public void record(long rowNumber, long line, @Nullable String[] values) {
        Utf8Record utf8 = Utf8Record.of(values);
        addToContent(utf8);
        String reason = Unholdable.reason(values);
        if (reason == null) {
            record(rowNumber, line, utf8);
        } else {
            reject(rowNumber, line, reason, Unholdable.raw(values));
        }
    }

    @Override
    public void record(long rowNumber, long line, Utf8Record values) {
        String reason = unholdable.reason(values);
        if (reason != null) {
            reject(rowNumber, line, reason, Unholdable.raw(values.texts()));
            return;
        }
        records++;
        events.add(values);
        batch.add(new RowBatch.Row(rowNumber, values, hashed(values)));
        handOverWhenFull();
    }

    @Override
    public void reject(long rowNumber, long line, String reason, String rawText) {
        records++;
        String[] rejected = {reason, rawText};
        addToContent(Utf8Record.of(rejected));
        if (sums != null) {
            sums.add(new RowHash(List.of("reason", "raw")).of(rejected));
        }
        batch.add(new RowBatch.Reject(rowNumber, line, reason, rawText));
        handOverWhenFull();
    }

    private byte @Nullable [] hashed(Utf8Record values) {
        byte[] rowHash = hash == null ? null : hash.of(values);
        if (sums != null && rowHash != null) {
            sums.add(new String(rowHash, StandardCharsets.US_ASCII));
        }
        return target.spec().rowHash() ? rowHash : null;
    }

    private String content() {
        return sums == null ? content.value() : sums.content(ReaderLoad.kept(target, part));
    }

    /** The content of a file is its bytes, that of a table its rows in any order. */
    private void addToContent(Utf8Record values) {
        if (!decoded && sums == null) {
            content.add(values);
        }
    }

    private void handOverWhenFull() {
        if (batch.isFull()) {
            handOver();
            progress.rows(records, part.bytesRead());
        }
    }

    private void handOver() {
        if (batch.isEmpty()) {
            return;
        }
        try {
            while (!between.offer(batch)) {
                if (Optional.ofNullable(writer).map(Beside::isDone).orElse(true)) {
                    throw new WriterFailed();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Interrupted.during(target);
        }
        batch = new RowBatch();
    }

    private long write() throws SQLException, InterruptedException {
        return BulkWriter.of(session, target).write(between);
    }

    /** Ends the reading when nobody writes any more. */
    private static final class WriterFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
