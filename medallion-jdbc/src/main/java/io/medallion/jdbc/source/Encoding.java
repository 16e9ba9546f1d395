package io.medallion.jdbc.source;

import java.nio.charset.Charset;

/** The encoding of a file and where it is known from. {@code markLength} is the number of bytes of the byte order mark. */
record Encoding(Charset charset, int markLength, boolean stated, double confidence, String reason) {

    static Encoding stated(Charset charset, int markLength) {
        return new Encoding(charset, markLength, true, 1, "The encoding is " + charset + ".");
    }

    static Encoding found(Charset charset, int markLength, double confidence, String because) {
        return new Encoding(
                charset, markLength, false, confidence, "The encoding is " + charset + ": " + because + ".");
    }

    CsvFormat.Finding finding() {
        return new CsvFormat.Finding("encoding", stated, confidence, reason);
    }
}
