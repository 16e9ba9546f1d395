package io.medallion.jdbc.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is written, and how that is known. What the host stated always holds; the rest is found out on the file.
 *
 * @param charset of the whole file
 * @param byteOrderMark whether the file begins with one; it belongs to no value
 * @param delimiter between fields; null in a file of one column, where every character belongs to the value
 * @param quote around fields; null when quotes are ordinary text
 * @param escape makes the next quote, delimiter or escape ordinary; null when a quote inside quotes is doubled instead
 * @param blanksAroundQuotes whether blanks between a delimiter and a quote belong to no value; otherwise such a field is not quoted
 * @param headerRows how many of the first records hold the names of the columns; 0 for none
 * @param repeatedHeaders whether rows that repeat the header are rejected
 * @param preambleLines lines before the header (or the first record) that belong to neither
 * @param footerRows how many of the last records are no data and rejected
 * @param shortRows whether rows of two or more fields may leave out their last ones, which are then missing; otherwise such a row is rejected
 * @param rowEnds in the part of the file that was looked at; a reader accepts all of them
 * @param findings where each setting comes from, one for each setting named in {@link Finding}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CsvFormat(
        Charset charset,
        boolean byteOrderMark,
        @Nullable Character delimiter,
        @Nullable Character quote,
        @Nullable Character escape,
        boolean blanksAroundQuotes,
        int headerRows,
        boolean repeatedHeaders,
        int preambleLines,
        int footerRows,
        boolean shortRows,
        RowEnds rowEnds,
        List<Finding> findings) {

    /**
     * Where one setting comes from.
     *
     * @param setting {@code encoding}, {@code delimiter}, {@code quote}, {@code escape}, {@code preamble}, {@code header}, {@code repeated
     *     header} or {@code footer}
     * @param stated true when the host stated it, false when it was found out
     * @param confidence 0 to 1; 1 for what was stated
     * @param reason a plain sentence
     */
    public record Finding(String setting, boolean stated, double confidence, String reason) {

        public Finding {
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException(
                        "confidence of " + setting + " is not within 0 and 1: " + confidence);
            }
        }

        /** The reason, and whether it was stated or how sure it is. */
        public String explain() {
            return reason + (stated ? " (stated)" : " (found, confidence " + Math.round(confidence * 100) + "%)");
        }
    }

    private static final double SURE = 0.8;

    public CsvFormat {
        Objects.requireNonNull(charset, "charset");
        Objects.requireNonNull(rowEnds, "rowEnds");
        findings = List.copyOf(findings);
    }

    /** Whether the file names its columns. */
    public boolean header() {
        return headerRows > 0;
    }

    /** The format in a few words: {@code UTF-8, divided by ',', quoted by '"', 1 header row}. */
    public String summary() {
        StringBuilder words = new StringBuilder(charset.name());
        words.append(delimiter == null ? ", one column" : ", divided by " + shown(delimiter));
        words.append(quote == null ? "" : ", quoted by " + shown(quote));
        words.append(escape == null ? "" : ", escaped by " + shown(escape));
        words.append(preambleLines == 0 ? "" : ", " + preambleLines + " lines skipped before the table");
        words.append(", ")
                .append(headerRows == 0 ? "no header" : headerRows + " header row" + (headerRows == 1 ? "" : "s"));
        return words.append(footerRows == 0 ? "" : ", " + footerRows + " footer row" + (footerRows == 1 ? "" : "s"))
                .toString();
    }

    /** What a person should look at, in sentences: what was found and is not nearly certain, and what keeps lines out of the table. */
    public List<String> remarks() {
        return findings.stream()
                .filter(finding -> !finding.stated())
                .filter(finding -> finding.confidence() < SURE || keepsOut(finding.setting()))
                .map(Finding::explain)
                .toList();
    }

    private boolean keepsOut(String setting) {
        return switch (setting) {
            case "preamble" -> preambleLines > 0;
            case "header" -> headerRows > 1;
            case "repeated header" -> repeatedHeaders;
            case "footer" -> footerRows > 0;
            default -> false;
        };
    }

    private static String shown(char c) {
        return c == '\t' ? "tab" : c < ' ' ? String.format("U+%04X", (int) c) : "'" + c + "'";
    }

    /** The format in plain sentences, one per setting, each with what it rests on. */
    public String explain() {
        List<String> sentences = new ArrayList<>();
        for (Finding finding : findings) {
            sentences.add(finding.explain());
        }
        return String.join(System.lineSeparator(), sentences);
    }
}
