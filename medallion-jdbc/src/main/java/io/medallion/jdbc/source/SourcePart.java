package io.medallion.jdbc.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One file (one database table, one row producer) of a source, opened far enough to know its columns. May be read more than once; not thread-safe. */
public sealed interface SourcePart permits CsvPart, JdbcPart, RowPart, XlsxPart {

    /** The most characters of a rejected record that are kept. */
    int RAW_TEXT_LIMIT = 10_000;

    /** What makes two reads reads of the same thing: the absolute path of a file, else {@code rows:} or {@code jdbc:} and a name. */
    String sourceId();

    /** The file, where there is one. */
    Optional<Path> file();

    /** The name of the file without its directory, or the name of the source. */
    String fileName();

    /** At least one column, in the order of the values. */
    List<SourceColumn> columns();

    /** How the file is written, stated or found out; empty for what is not CSV. */
    Optional<CsvFormat> format();

    /**
     * The facts of one pass over the whole file, made on the first call (unless {@link #read} has seen the whole file before) and remembered; empty for what is not CSV. Run it before anything is
     * written: it finds the errors that would otherwise end a load half way.
     *
     * @throws SourceException when a quote is never closed, a record is too long, or the file is not in the stated encoding
     */
    Optional<CsvScan> scan();

    /** By which column only new rows are read; empty where a read is of everything. */
    default Optional<Watermark> watermark() {
        return Optional.empty();
    }

    /** How the database that the rows are in selects them in their canonical text; empty where it cannot, or there is none. */
    default Optional<InnerSelect> select() {
        return Optional.empty();
    }

    /** Whether the order of the records is a part of the content; a table has none. */
    default boolean isOrdered() {
        return true;
    }

    /** How many bytes of the file the reading has taken so far; 0 where there is no file. */
    default long bytesRead() {
        return 0;
    }

    /**
     * Reads every data record in order. Memory is bounded by the longest record.
     *
     * @throws SourceException as {@link #scan()}, and when a row producer fails (with its exception as the cause)
     */
    void read(RecordSink sink);
}
