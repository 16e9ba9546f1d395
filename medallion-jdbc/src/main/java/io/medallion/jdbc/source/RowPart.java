package io.medallion.jdbc.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one part of a {@link RowSource}. */
final class RowPart implements SourcePart {

    private final RowSource source;
    private final List<SourceColumn> columns;

    RowPart(RowSource source) {
        this.source = source;
        this.columns = ColumnNames.of(source.columns());
    }

    @Override
    public String sourceId() {
        return "rows:" + source.name();
    }

    @Override
    public Optional<Path> file() {
        return Optional.empty();
    }

    @Override
    public String fileName() {
        return source.name();
    }

    @Override
    public List<SourceColumn> columns() {
        return columns;
    }

    @Override
    public Optional<CsvFormat> format() {
        return Optional.empty();
    }

    @Override
    public Optional<CsvScan> scan() {
        return Optional.empty();
    }

    @Override
    public void read(RecordSink sink) {
        Counting rows = new Counting(sink);
        try {
            source.producer().produce(rows);
        } catch (Exception e) {
            if (e == rows.failure) {
                throw rows.failure;
            }
            throw SourceException.of(
                    where(),
                    "The producer of the rows failed after " + rows.records.count() + " rows: " + e + ".",
                    "Nothing of this load is kept.",
                    e);
        }
    }

    private String where() {
        return "source '" + source.name() + "'";
    }

    /** Remembers what the sink threw, so that it is told from what the producer threw. */
    private final class Counting implements RowSink {

        private final NumberedRecords records;
        private @Nullable RuntimeException failure;

        Counting(RecordSink sink) {
            this.records = new NumberedRecords(sink);
        }

        @Override
        public void row(@Nullable String... values) {
            try {
                take(values.clone());
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
        }

        private void take(@Nullable String[] values) {
            if (values.length != columns.size()) {
                throw SourceException.of(
                        where(),
                        "Row " + (records.count() + 1) + " has " + values.length + " values, expected " + columns.size()
                                + ".",
                        "Hand over one value per column, null where it is missing.");
            }
            records.next(values);
        }
    }
}
