package io.medallion.jdbc.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Goes over all records of a file whose format is known: skips what is no data, numbers the rest and says what is wrong with it. */
final class CsvReader {

    /** Takes one data record; {@code reason} is null when it has a value for every column. */
    @FunctionalInterface
    interface Visitor {
        void visit(CsvTokenizer record, long rowNumber, @Nullable String reason);
    }

    /** What a pass over the file counted. */
    record Totals(
            long records,
            long rejected,
            long blankLines,
            long longestRecord,
            boolean multiLine,
            @Nullable RowEnds rowEnds) {}

    private final Path file;
    private final CsvFormat format;
    private final int columns;
    private final long lastData;
    private final RepeatedHeader repeated;
    private final LastRecords footer;

    private long records;
    private long rejected;
    private long blankLines;
    private long longest;

    /** A pass that counts the records, and only then knows which of them are the last. */
    CsvReader(Path file, CsvFormat format, int columns) {
        this(file, format, columns, Long.MAX_VALUE);
    }

    /** A pass that knows the number of the last record that is data; those after it belong to the footer. */
    CsvReader(Path file, CsvFormat format, int columns, long lastData) {
        this.file = file;
        this.format = format;
        this.columns = columns;
        this.lastData = lastData;
        this.repeated = new RepeatedHeader(format.repeatedHeaders());
        this.footer = new LastRecords(format.footerRows());
    }

    Totals read(InputStream in, Visitor visitor) throws IOException {
        in.skipNBytes(markLength());
        LossyReader characters = new LossyReader(in, format.charset());
        CsvTokenizer record = new CsvTokenizer(characters, Punctuation.of(format));
        try {
            record.skipLines(format.preambleLines());
            int headersAhead = format.headerRows();
            while (record.next()) {
                longest = Math.max(longest, record.length());
                boolean blank = blank(record);
                if (headersAhead > 0 && !blank) {
                    headersAhead--;
                    check(record, characters.lossy());
                    repeated.remember(record);
                } else if (blank && (headersAhead > 0 || columns > 1)) {
                    blankLines += headersAhead > 0 ? 0 : 1;
                } else {
                    visit(record, characters.lossy(), visitor);
                }
            }
        } catch (RecordTooLongException e) {
            throw tooLong(e);
        }
        long ofFooter = lastData == Long.MAX_VALUE ? footer.good() : 0;
        return new Totals(records, rejected + ofFooter, blankLines, longest, record.multiLine(), record.rowEnds());
    }

    /** In a file of one column blanks are a value, and an empty line is a missing one. */
    private boolean blank(CsvTokenizer record) {
        return columns > 1 ? record.blank() : record.empty();
    }

    private void visit(CsvTokenizer record, boolean lossy, Visitor visitor) {
        record.endAtFirstLine(columns);
        Flaw flaw = check(record, lossy);
        records++;
        String reason = flaw != null ? flaw.reason() : wrongCount(record.fields());
        if (reason == null) {
            reason = noData(record);
        }
        rejected += reason == null ? 0 : 1;
        footer.add(reason != null);
        visitor.visit(record, records, reason);
    }

    private @Nullable String noData(CsvTokenizer record) {
        if (records > lastData) {
            return "belongs to the footer of the table";
        }
        return repeated.by(record) ? "repeats the header" : null;
    }

    private @Nullable String wrongCount(int fields) {
        // a single field is a title or a total rather than a row that leaves out all others
        if (fields == columns || fields < columns && fields > 1 && format.shortRows()) {
            return null;
        }
        return "has " + fields + (fields == 1 ? " field" : " fields") + ", expected " + columns;
    }

    /** What is wrong with a record; throws where the whole file is wrong. */
    private @Nullable Flaw check(CsvTokenizer record, boolean lossy) {
        if (record.unterminated() && records > 0 && !record.goesOverLines()) {
            return Flaw.OPEN_QUOTE;
        }
        if (record.unterminated()) {
            throw SourceException.at(
                    file,
                    record.quoteLine(),
                    "A quote is opened here and never closed.",
                    "Close it, or state noQuote() if quote characters are ordinary text in this file.");
        }
        Flaw flaw = record.flaw(lossy);
        if (flaw == Flaw.UNDECODABLE && statedEncoding()) {
            long[] position = record.lostPosition();
            throw SourceException.at(
                    file,
                    position[0],
                    position[1],
                    "The file is not in the stated encoding " + format.charset() + ": these bytes are no text in it.",
                    "State the right encoding, or leave it out to have it found.");
        }
        return flaw;
    }

    private boolean statedEncoding() {
        return format.findings().stream().anyMatch(finding -> finding.setting().equals("encoding") && finding.stated());
    }

    private SourceException tooLong(RecordTooLongException e) {
        String limit = (CsvTokenizer.RECORD_LIMIT >> 20) + " Mi characters";
        return e.quoteLine() >= e.line()
                ? SourceException.at(
                        file,
                        e.quoteLine(),
                        "A quote is opened here and not closed within " + limit + ".",
                        "Close it, or state noQuote() if quote characters are ordinary text in this file.")
                : SourceException.at(
                        file,
                        e.line(),
                        "A record is longer than " + limit + ".",
                        "Check the row ends and the delimiter of the file.");
    }

    private int markLength() {
        if (!format.byteOrderMark()) {
            return 0;
        }
        return switch (format.charset().name()) {
            case "UTF-8" -> 3;
            case "UTF-32LE", "UTF-32BE" -> 4;
            default -> 2;
        };
    }
}
