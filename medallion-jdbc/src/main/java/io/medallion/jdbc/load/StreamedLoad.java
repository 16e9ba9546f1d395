package io.medallion.jdbc.load;

import io.medallion.jdbc.source.RecordSink;
import io.medallion.jdbc.source.SourcePart;
import io.medallion.jdbc.store.Session;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads a part record by record: this thread reads and hashes, another one writes, and a few batches of rows are between them.
 */
final class StreamedLoad implements RecordSink {

    private final Session session;
    private final Target target;
    private final Unholdable unholdable;
    private final EventTimes events;
    private final @Nullable RowHash hash;
    private final ContentHash content = new ContentHash();
    private final Progress progress;
    private final RowQueue between = new RowQueue();
    private RowBatch batch = new RowBatch();
    private @Nullable Beside<Void> writer;
    private long records;
    private boolean decoded;

    StreamedLoad(Session session, Target target, Progress progress) {
        this.session = session;
        this.target = target;
        this.unholdable = Unholdable.of(session);
        this.events = new EventTimes(target.spec(), target.stamp().loadedAt());
        this.hash = target.spec().rowHash() ? new RowHash(target.spec().columns()) : null;
        this.progress = progress;
    }

    Loaded run(SourcePart part) throws Exception {
        decoded = part.format().isPresent();
        try (Beside<Void> started = Beside.start("medallion-write", this::write)) {
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
            started.result();
        }
        return new Loaded(records, content.value(), events.latency());
    }

    @Override
    public void record(long rowNumber, long line, @Nullable String[] values) {
        String reason = unholdable.reason(values, decoded);
        if (reason != null) {
            content.add(values);
            reject(rowNumber, line, reason, Unholdable.raw(values));
            return;
        }
        records++;
        content.add(values);
        @Nullable String[] arranged = target.arranged(values);
        events.add(arranged);
        batch.add(new RowBatch.Row(rowNumber, arranged, hash == null ? null : hash.of(arranged)));
        handOverWhenFull();
    }

    @Override
    public void reject(long rowNumber, long line, String reason, String rawText) {
        records++;
        content.add(new String[] {reason, rawText});
        batch.add(new RowBatch.Reject(rowNumber, line, reason, rawText));
        handOverWhenFull();
    }

    private void handOverWhenFull() {
        if (batch.isFull()) {
            handOver();
            progress.rows(records);
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

    private @Nullable Void write() throws SQLException, InterruptedException {
        BulkWriter.of(session, target).write(between);
        return null;
    }

    /** Ends the reading when nobody writes any more. */
    private static final class WriterFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
