package io.medallion.jdbc.source;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The texts of a workbook that cells name by number: in memory, and from some size on in a temporary file. */
final class SharedStrings implements Closeable {

    private static final long MOST_CHARS = 16 << 20;

    /** What a small file may unpack to on the disk. */
    private static final long MOST_BYTES = 4L << 30;

    private final List<String> held = new ArrayList<>();
    private long[] ends = new long[0];
    private int count;
    private @Nullable Path file;
    private @Nullable FileChannel channel;

    /** Reads them all. */
    static SharedStrings of(XmlParts xml) throws IOException {
        SharedStrings strings = new SharedStrings();
        try {
            strings.read(xml);
            return strings;
        } catch (IOException | RuntimeException e) {
            strings.close();
            throw e;
        }
    }

    static SharedStrings none() {
        return new SharedStrings();
    }

    /** The text of a number; an error where there is none. */
    String get(int index) throws IOException {
        if (index < 0 || index >= held.size() + count) {
            throw new IOException("a cell names the text " + index + ", which is not there");
        }
        return index < held.size() ? held.get(index) : spilled(index - held.size());
    }

    private void read(XmlParts xml) throws IOException {
        long chars = 0;
        while (chars <= MOST_CHARS && xml.next()) {
            if (xml.starts("si")) {
                String text = xml.richText("si");
                // an object costs memory too
                chars += text.length() + 32;
                held.add(text);
            }
        }
        if (chars > MOST_CHARS) {
            spill(xml);
        }
    }

    private void spill(XmlParts xml) throws IOException {
        Path target = Files.createTempFile("medallion-texts", ".tmp");
        file = target;
        ends = new long[1 << 16];
        long end = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            while (xml.next()) {
                if (xml.starts("si")) {
                    byte[] bytes = xml.richText("si").getBytes(StandardCharsets.UTF_8);
                    out.write(bytes);
                    end += bytes.length;
                    if (end > MOST_BYTES) {
                        throw new IOException("its texts take more than 4 GiB");
                    }
                    ends = count == ends.length ? Arrays.copyOf(ends, count * 2) : ends;
                    ends[count++] = end;
                }
            }
        }
        channel = FileChannel.open(target);
    }

    private String spilled(int index) throws IOException {
        long from = index == 0 ? 0 : ends[index - 1];
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(ends[index] - from));
        FileChannel open = channel;
        while (open != null && bytes.hasRemaining() && open.read(bytes, from + bytes.position()) >= 0) {
            // reads on until the text is whole
        }
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
