package io.medallion.jdbc.source;

import io.medallion.jdbc.source.CsvFormat.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out how a file is written, one question after the other: encoding, punctuation, where the table begins. */
final class FormatSniffer {

    /** The format and the original names of the columns. */
    record Found(CsvFormat format, List<String> names) {}

    private final Path file;
    private final CsvSettings settings;

    FormatSniffer(Path file, CsvSettings settings) {
        this.file = file;
        this.settings = settings;
    }

    Found find() throws IOException {
        byte[] head = CsvFiles.head(file);
        boolean whole = Files.size(file) == head.length;
        EncodingSniffer sniffer = new EncodingSniffer(file, head);
        Encoding encoding = settings.encoding() == null ? sniffer.find() : sniffer.verify(settings.encoding());
        Sample sample = Sample.of(head, encoding.markLength(), encoding.charset(), whole);
        if (whole && sample.blank()) {
            throw CsvFiles.empty(file, "holds only blank lines.");
        }
        PunctuationSniffer punctuationSniffer = new PunctuationSniffer(sample, settings);
        Punctuation punctuation = punctuationSniffer.find();
        TableTop top = new TableTop(sample, punctuation, settings);
        top.find();
        if (top.names().isEmpty()) {
            throw CsvFiles.empty(file, "has no header and no record after the skipped lines.");
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(encoding.finding());
        findings.addAll(punctuationSniffer.findings());
        findings.addAll(top.findings());
        FooterSniffer footer = new FooterSniffer(file, encoding, punctuation, top, settings);
        int footerRows = footer.find();
        findings.addAll(footer.findings());
        return new Found(format(encoding, punctuation, top, footerRows, sample, findings), top.names());
    }

    private static CsvFormat format(
            Encoding encoding,
            Punctuation punctuation,
            TableTop top,
            int footerRows,
            Sample sample,
            List<Finding> findings)
            throws IOException {
        return new CsvFormat(
                encoding.charset(),
                encoding.markLength() > 0,
                character(punctuation.delimiter()),
                character(punctuation.quote()),
                character(punctuation.escape()),
                punctuation.paddedQuotes(),
                top.headerRows(),
                top.repeatedHeaders(),
                top.preambleLines(),
                footerRows,
                top.shortRows(),
                rowEnds(sample, punctuation),
                findings);
    }

    private static @Nullable Character character(int code) {
        return code < 0 ? null : (char) code;
    }

    private static RowEnds rowEnds(Sample sample, Punctuation punctuation) throws IOException {
        CsvTokenizer tokenizer = new CsvTokenizer(CharSource.of(sample.characters(), sample.length()), punctuation);
        while (tokenizer.next()) {
            // only the row ends count
        }
        return tokenizer.rowEnds() == null ? RowEnds.LF : tokenizer.rowEnds();
    }
}
