package io.medallion.jdbc.source;

import java.io.IOException;
import java.io.UncheckedIOException;
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
    private @Nullable FileBytes reading;

    private CsvPart(Path file, CsvFormat format, List<SourceColumn> columns) {
        this.file = file;
        this.format = format;
        this.columns = columns;
    }

    static CsvPart open(Path file, CsvSettings settings) {
        try {
            FormatSniffer.Found found = new FormatSniffer(file, settings).find();
            return new CsvPart(file, found.format(), ColumnNames.of(found.names()));
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file, e);
        }
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
        if (scan == null) {
            try {
                scan = new CsvScanner(file, format, columns.size()).scan();
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
        return Optional.of(scan);
    }

    @Override
    public void read(RecordSink sink) {
        int width = columns.size();
        long lastData = lastData();
        try (FileBytes in = new FileBytes(file)) {
            reading = in;
            CsvReader.Totals totals = new CsvReader(file, format, width, lastData)
                    .read(in, (record, rowNumber, reason) -> {
                        if (reason == null) {
                            sink.record(rowNumber, record.line(), record.utf8(width));
                        } else {
                            sink.reject(rowNumber, record.line(), reason, RawText.of(record.raw()));
                        }
                    });
            if (scan == null) {
                scan = CsvScanner.careful(in, totals, "was read before it was scanned");
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    @Override
    public long bytesRead() {
        return reading == null ? 0 : reading.count();
    }

    /** Which record is the last before the footer; known after the whole file was seen once. */
    private long lastData() {
        return format.footerRows() == 0 ? Long.MAX_VALUE : scan().orElseThrow().records() - format.footerRows();
    }

    private static SourceException unreadable(Path file, Exception cause) {
        return SourceException.in(
                file, "cannot be read: " + cause.getMessage() + ".", "Check the file and its permissions.", cause);
    }
}
