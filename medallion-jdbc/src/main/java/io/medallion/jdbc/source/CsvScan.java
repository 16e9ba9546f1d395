package io.medallion.jdbc.source;

import java.util.Optional;

/**
 * What one pass over all bytes of a CSV file found.
 *
 * @param sha256 of the whole file, 64 hexadecimal digits
 * @param bytes size of the file
 * @param records data records: rejected ones count, header, preamble and blank lines do not
 * @param rejected data records that {@link SourcePart#read} will hand to {@code reject}
 * @param blankLines lines without a record, header and preamble not counted
 * @param longestRecord upper bound of the bytes of one record, header included
 * @param multiLine whether row ends occur within quotes; a reader that divides a file by lines to read it in parallel must not
 * @param rowEnds over the records, line breaks inside quotes not counted
 * @param irregularity why a strict reader could differ, empty when the file is regular
 */
public record CsvScan(
        String sha256,
        long bytes,
        long records,
        long rejected,
        long blankLines,
        long longestRecord,
        boolean multiLine,
        RowEnds rowEnds,
        Optional<String> irregularity) {

    /**
     * A character (U+001F) that does not occur in a regular file unless it is its delimiter: what to give a strict reader that insists on a delimiter
     * where a file of one column has none.
     */
    public static final char NO_DELIMITER = '\u001F';

    /**
     * Whether a strict reader of a database gives the very records that {@link SourcePart#read} gives: UTF-8, one kind of row end, every record with
     * all its fields, no lines to skip, no blank lines, no NUL, quotes only around whole fields and doubled inside.
     */
    public boolean regular() {
        return irregularity.isEmpty();
    }
}
