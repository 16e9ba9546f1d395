package io.medallion.jdbc.source;

import io.medallion.spec.BatchMode;
import java.util.List;

/**
 * Where the rows of one table come from, or of several whose list is read late. Making a source reads nothing; immutable and thread-safe.
 *
 * <p>A source is named after its file, directory, table or given name, and so is the table it fills; two equal names in one pipeline are an error
 * there.
 */
public sealed interface Source permits Csv, Jdbc, RowSource, SourceGroup, Xlsx {

    /**
     * A source whose rows the host produces, for everything this library has no reader for.
     *
     * <pre>{@code
     * Source.rows("contacts", List.of("id", "email"), sink -> crm.contacts().forEach(c -> sink.row(c.id(), c.email())));
     * }</pre>
     *
     * @param columns names in the order of the values; empty and repeated names get names of their own, as in a file
     * @param producer called once per read, on the reading thread
     */
    static Source rows(String name, List<String> columns, RowProducer producer) {
        return new RowSource(name, List.copyOf(columns), producer);
    }

    /** The name of the source and of the table it fills. */
    String name();

    /**
     * The same source under another name.
     *
     * @throws SourceException for a source of several tables, which have names of their own
     */
    Source named(String name);

    /**
     * The sources of the single tables: this one itself, or, of a source of several tables, one for each table that is there now.
     *
     * @throws SourceException when the list cannot be read
     */
    default List<Source> tables() {
        return List.of(this);
    }

    /** Whether this is a source of several tables. */
    default boolean isGroup() {
        return false;
    }

    /** What a further load means for the loads before it, where the table does not say otherwise. Default: the same file replaces itself. */
    default BatchMode batches() {
        return BatchMode.REPLACE_SAME_FILE;
    }

    /**
     * The parts of the source, one per file, in the order of their names. Opens the files, checks them and finds out how they are written.
     *
     * @throws SourceException when a file is missing, empty, binary, unreadable or not what was stated
     */
    List<SourcePart> parts();
}
