package io.medallion.jdbc.load;

import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a queue as the driver reads them, up to the next batch with rejects. It never throws while it is read: the driver would leave the
 * connection in the middle of a statement. It ends instead, and {@link #check()} throws.
 */
final class LoadDataStream extends InputStream {

    private final RowQueue records;
    private final TargetRows target;
    private final LoadDataText text = new LoadDataText();
    private @Nullable RowBatch next;
    private List<RowBatch.Reject> rejects = List.of();
    private int position;
    private @Nullable InterruptedException interruption;
    private @Nullable RuntimeException failure;

    LoadDataStream(RowQueue records, TargetRows target) {
        this.records = records;
        this.target = target;
    }

    /** Waits for another batch. */
    boolean hasMore() throws InterruptedException {
        if (next == null) {
            next = records.next();
        }
        return next != null;
    }

    /** The rejects that ended the last statement. */
    List<RowBatch.Reject> takeRejects() {
        List<RowBatch.Reject> taken = rejects;
        rejects = List.of();
        return taken;
    }

    /** Throws what ended the rows too early. */
    void check() throws InterruptedException {
        if (interruption != null) {
            throw interruption;
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) {
        Bytes bytes = text.bytes();
        if (position == bytes.length() && !fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length() - position);
        System.arraycopy(bytes.array(), position, target, from, count);
        position += count;
        return count;
    }

    private boolean fill() {
        try {
            text.bytes().clear();
            position = 0;
            while (rejects.isEmpty() && text.bytes().length() == 0 && hasMore()) {
                encode();
            }
            return text.bytes().length() > 0;
        } catch (InterruptedException e) {
            interruption = e;
        } catch (SQLException e) {
            failure = new IllegalStateException(e);
        } catch (RuntimeException e) {
            failure = e;
        }
        return false;
    }

    private void encode() throws SQLException {
        RowBatch batch = next;
        if (batch != null) {
            for (RowBatch.Row row : batch.rows()) {
                target.encodeVarying(row, text);
            }
            rejects = batch.rejects();
            next = null;
        }
    }
}
