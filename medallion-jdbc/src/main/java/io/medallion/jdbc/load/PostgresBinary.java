package io.medallion.jdbc.load;

import java.time.Instant;

/** Rows in the binary format of {@code COPY} (PostgreSQL manual, "COPY", "Binary Format"): nothing has to be escaped, no setting of the session matters. */
final class PostgresBinary implements RowEncoder {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final long EPOCH_SECONDS =
            Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private final Bytes bytes = new Bytes();

    Bytes bytes() {
        return bytes;
    }

    void header() {
        bytes.add(SIGNATURE);
        bytes.addInt(0);
        bytes.addInt(0);
    }

    void trailer() {
        bytes.addShort(-1);
    }

    @Override
    public void begin(int values) {
        bytes.addShort(values);
    }

    @Override
    public void missing() {
        bytes.addInt(-1);
    }

    @Override
    public void text(byte[] utf8, int from, int to) {
        bytes.addInt(to - from);
        bytes.add(utf8, from, to);
    }

    @Override
    public void bigint(long value) {
        bytes.addInt(Long.BYTES);
        bytes.addLong(value);
    }

    @Override
    public void integer(int value) {
        bytes.addInt(Integer.BYTES);
        bytes.addInt(value);
    }

    @Override
    public void timestamp(Instant value) {
        bytes.addInt(Long.BYTES);
        bytes.addLong((value.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + value.getNano() / 1_000);
    }

    @Override
    public void end() {}
}
