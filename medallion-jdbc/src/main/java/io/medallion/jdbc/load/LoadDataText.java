package io.medallion.jdbc.load;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Rows as {@link LoadData} states them to the database: tabs between values, line feeds between rows, {@code \N} for NULL, a backslash before
 * what would be taken for one of these.
 */
final class LoadDataText implements RowEncoder {

    private static final byte[] NOTHING = {'\\', 'N'};
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Bytes bytes = new Bytes();
    private boolean first;

    /** The text as it is written in SQL, whatever the charset and the {@code sql_mode} of the session. */
    static String literal(String text) {
        return "_utf8mb4 x'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "'";
    }

    Bytes bytes() {
        return bytes;
    }

    @Override
    public void begin(int values) {
        first = true;
    }

    @Override
    public void missing() {
        separate();
        bytes.add(NOTHING);
    }

    @Override
    public void text(byte[] utf8, int from, int to) {
        separate();
        escaped(utf8, from, to);
    }

    @Override
    public void bigint(long value) {
        plain(Long.toString(value));
    }

    @Override
    public void integer(int value) {
        plain(Integer.toString(value));
    }

    @Override
    public void timestamp(Instant value) {
        plain(TIME.format(value));
    }

    @Override
    public void end() {
        bytes.add('\n');
    }

    private void separate() {
        if (!first) {
            bytes.add('\t');
        }
        first = false;
    }

    private void plain(String value) {
        separate();
        bytes.add(value.getBytes(StandardCharsets.US_ASCII));
    }

    /** In UTF-8 no part of another character looks like one of these. */
    private void escaped(byte[] value, int begin, int end) {
        int from = begin;
        for (int i = begin; i < end; i++) {
            byte b = value[i];
            if (b == '\\' || b == '\t' || b == '\n') {
                bytes.add(value, from, i);
                bytes.add('\\');
                from = i;
            }
        }
        bytes.add(value, from, end);
    }
}
