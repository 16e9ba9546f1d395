package io.medallion.jdbc.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One sheet of a workbook, its table found. */
final class XlsxPart implements SourcePart {

    private final Path file;
    private final XlsxSettings settings;
    private final Workbook.Sheet sheet;
    private final SheetTop top;
    private final List<SourceColumn> columns;

    private XlsxPart(Path file, XlsxSettings settings, Workbook.Sheet sheet, SheetTop top) {
        this.file = file;
        this.settings = settings;
        this.sheet = sheet;
        this.top = top;
        this.columns = ColumnNames.of(top.names());
    }

    static XlsxPart open(Path file, XlsxSettings settings) {
        try (Workbook book = XlsxFiles.open(file)) {
            Workbook.Sheet sheet = XlsxFiles.sheet(file, book, settings);
            SheetScan scan = new SheetScan(book, sheet);
            if (scan.rows == 0) {
                throw SourceException.in(file, "Its sheet '" + sheet.name() + "' is empty.", "Name another sheet.");
            }
            SheetTop top = new SheetTop(scan, settings);
            top.find();
            return new XlsxPart(file, settings, sheet, top);
        } catch (IOException | RuntimeException e) {
            throw XlsxFiles.damaged(file, e);
        }
    }

    @Override
    public String sourceId() {
        String path = file.toAbsolutePath().normalize().toString();
        return settings.sheet() == null && settings.number() == null ? path : path + "#" + sheet.name();
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
        return Optional.empty();
    }

    @Override
    public Optional<CsvScan> scan() {
        return Optional.empty();
    }

    @Override
    public void read(RecordSink sink) {
        Workbook book = XlsxFiles.open(file);
        try (book;
                SheetReader reader = new SheetReader(book, sheet, 0)) {
            long number = 0;
            for (SheetRow row = reader.next(); row != null; row = reader.next()) {
                if (row.number() >= top.firstData()) {
                    take(row, ++number, sink);
                }
            }
        } catch (IOException e) {
            throw XlsxFiles.damaged(file, e);
        }
    }

    private void take(SheetRow row, long number, RecordSink sink) {
        @Nullable String[] values = row.values(top.from(), top.to());
        String reason = reason(row, values);
        if (reason == null) {
            sink.record(number, row.number(), values);
        } else {
            sink.reject(number, row.number(), reason, RawText.of(text(values)));
        }
    }

    private @Nullable String reason(SheetRow row, @Nullable String[] values) {
        if (row.number() >= top.footerFrom()) {
            return "belongs to the footer of the table";
        }
        boolean repeats = top.headers().size() == 1
                && columns.size() > 1
                && Arrays.equals(values, top.headers().get(0).values(top.from(), top.to()));
        if (repeats) {
            return "repeats the header";
        }
        for (String value : values) {
            if (value != null && value.indexOf('\0') >= 0) {
                return Flaw.NUL.reason();
            }
        }
        return null;
    }

    private static String text(@Nullable String[] values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : "\t").append(values[i] == null ? "" : values[i]);
        }
        return text.toString();
    }
}
