package io.medallion.jdbc.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes bytes and keeps those that are not text in the encoding: byte {@code b} becomes the lone surrogate U+DC00 + b, which no decoder yields, so
 * that one bad record can be told from the good ones around it.
 *
 * <p>The idea is Python's "surrogateescape" (PEP 383).
 */
final class LossyReader implements CharSource, Closeable {

    static final char FIRST_LOST = '\uDC00';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private boolean ended;
    private int pendingBad;
    private boolean lossy;

    LossyReader(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static boolean isLost(char c) {
        return c >= FIRST_LOST && c <= '\uDCFF';
    }

    /** The first byte between the positions that was not text, -1 when all were. */
    static int firstLost(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isLost(text[i]) && (i == from || !Character.isHighSurrogate(text[i - 1]))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether any byte so far was not text. */
    boolean lossy() {
        return lossy;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, from, length);
        while (out.hasRemaining()) {
            if (pendingBad > 0) {
                out.put((char) (FIRST_LOST + (bytes.get() & 0xFF)));
                pendingBad--;
                lossy = true;
                continue;
            }
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError()) {
                pendingBad = result.length();
            } else if (result.isOverflow() || out.position() > from) {
                break;
            } else if (ended) {
                decoder.flush(out);
                break;
            } else {
                fill();
            }
        }
        int count = out.position() - from;
        return count == 0 ? -1 : count;
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
