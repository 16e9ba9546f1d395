package io.medallion.jdbc.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One CSV file, its format known. */
final class CsvPart implements SourcePart {

    private final Path file;
    private final CsvFormat format;
    private final List<SourceColumn> columns;
    private @Nullable CsvScan scan;

    private CsvPart(Path file, CsvFormat format, List<SourceColumn> columns) {
        this.file = file;
        this.format = format;
        this.columns = columns;
    }

    static CsvPart open(Path file, CsvSettings settings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String sourceId() {
        return file.toAbsolutePath().normalize().toString();
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(file);
    }

    @Override
    public String fileName() {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }

    @Override
    public List<SourceColumn> columns() {
        return columns;
    }

    @Override
    public Optional<CsvFormat> format() {
        return Optional.of(format);
    }

    @Override
    public Optional<CsvScan> scan() {
        return Optional.ofNullable(scan);
    }

    @Override
    public void read(RecordSink sink) {
        throw new UnsupportedOperationException();
    }
}
