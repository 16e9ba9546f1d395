package io.medallion.jdbc.source;

import java.util.ArrayList;
import java.util.List;

/** Knows the records of the header again where they stand, written the same, in a file that was put together from several. */
final class RepeatedHeader {

    private final boolean looked;
    private final List<String> headers = new ArrayList<>();

    /** @param looked whether repeated headers matter at all */
    RepeatedHeader(boolean looked) {
        this.looked = looked;
    }

    void remember(CsvTokenizer header) {
        if (looked) {
            headers.add(header.raw());
        }
    }

    boolean by(CsvTokenizer record) {
        for (String header : headers) {
            int rowEnd = record.length() - header.length();
            if (rowEnd >= 0 && rowEnd <= 2 && record.raw().equals(header)) {
                return true;
            }
        }
        return false;
    }
}
