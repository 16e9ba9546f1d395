package io.medallion.jdbc.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sheets of workbooks in the format of Excel 2007 and later (XLSX, XLSM). What is not stated is found out when the file is opened. Immutable; nothing
 * is opened here.
 *
 * <pre>{@code
 * Xlsx.file(Path.of("orders.xlsx"))
 * Xlsx.file(Path.of("orders.xlsx")).sheet("2024").named("orders_2024").preamble(3)
 * Xlsx.sheets(Path.of("orders.xlsx"))
 * }</pre>
 *
 * <p>Bronze holds text, and each cell has one text:
 *
 * <table>
 * <caption>Cells and their text</caption>
 * <tr><th>cell</th><th>text</th></tr>
 * <tr><td>no value; empty text</td><td>NULL; the empty text</td></tr>
 * <tr><td>number</td><td>the shortest that means the same number, {@code 5}, {@code 0.1}, {@code 100000000000000000000}; with an exponent only from
 *     1e21 on and below 1e-10. Its format as percent or currency changes nothing: 12.5 % is {@code 0.125}</td></tr>
 * <tr><td>number with a format of dates</td><td>{@code 2024-01-31}, by the calendar of the workbook (1900 or 1904); with its time where it has one</td>
 *     </tr>
 * <tr><td>with a format of dates and times</td><td>{@code 2024-01-31T10:20:30}, rounded to milliseconds, without those that are 0</td></tr>
 * <tr><td>with a format of times</td><td>{@code 10:20:30}; hours beyond a day, {@code [h]:mm}, {@code 36:20:30}</td></tr>
 * <tr><td>boolean</td><td>{@code true}, {@code false}</td></tr>
 * <tr><td>error</td><td>{@code #N/A}, {@code #DIV/0!}, ...</td></tr>
 * <tr><td>formula</td><td>its last result, by the rules above; nothing is computed</td></tr>
 * <tr><td>text, plain or rich</td><td>its characters, blanks and line ends included, without phonetic help</td></tr>
 * </table>
 *
 * <p>The table in a sheet is found by the types of its cells: title rows before it are skipped, the rows of a header that merged cells hold together
 * are one, {@code Sales 2023 / Q1}, and rows of words after it become rejects of Bronze. Hidden rows and columns are read as others are. Of merged
 * cells in the data the first has the value. Rows without any value are no rows. Row numbers in messages and rejects are those on the margin of the
 * sheet. Hidden sheets are read only when they are named. Memory is bounded by the widest rows, whatever the size of the sheet.
 */
public final class Xlsx implements Source {

    private final Path file;
    private final String name;
    private final XlsxSettings settings;

    private Xlsx(Path file, String name, XlsxSettings settings) {
        if (name.isBlank()) {
            throw SourceException.of("XLSX source " + file, "A source needs a name.", "Give it one with named(..).");
        }
        this.file = file;
        this.name = name;
        this.settings = settings;
    }

    /** The first sheet that is not hidden and holds something, named after the file without its extension. */
    public static Xlsx file(Path file) {
        Path last = file.toAbsolutePath().normalize().getFileName();
        String stem = last == null ? "workbook" : last.toString();
        String lower = stem.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".xlsx") || lower.endsWith(".xlsm")) {
            stem = stem.substring(0, stem.length() - 5);
        }
        return new Xlsx(file, stem.isBlank() ? "workbook" : stem, XlsxSettings.NOTHING);
    }

    /** All sheets that are not hidden and hold something, each filling a table of its name; which they are is read when they are loaded. */
    public static Source sheets(Path file) {
        return new SourceGroup("all sheets of " + file, () -> XlsxFiles.sheets(file));
    }

    /** States which sheet, by its name; a hidden one too. */
    public Xlsx sheet(String name) {
        return with(new XlsxSettings(
                Objects.requireNonNull(name), null, settings.header(), settings.preamble(), settings.footer()));
    }

    /** States which sheet, by its place: 1 is the first, hidden ones count. */
    public Xlsx sheet(int number) {
        return with(new XlsxSettings(null, number, settings.header(), settings.preamble(), settings.footer()));
    }

    /** States whether the first row of the table holds the names of the columns. */
    public Xlsx header(boolean header) {
        return with(
                new XlsxSettings(settings.sheet(), settings.number(), header, settings.preamble(), settings.footer()));
    }

    /** States after how many rows of the sheet the header or the first record comes. */
    public Xlsx preamble(int rows) {
        return with(new XlsxSettings(settings.sheet(), settings.number(), settings.header(), rows, settings.footer()));
    }

    /** States how many of the last rows that hold something are no data but a footer, 0 to 40; they become rejects of Bronze. */
    public Xlsx footer(int rows) {
        return with(
                new XlsxSettings(settings.sheet(), settings.number(), settings.header(), settings.preamble(), rows));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Xlsx named(String name) {
        return new Xlsx(file, name, settings);
    }

    @Override
    public List<SourcePart> parts() {
        return List.of(XlsxPart.open(file, settings));
    }

    @Override
    public String toString() {
        return "Xlsx " + name + " (" + file + sheetOf(settings) + ")";
    }

    private Xlsx with(XlsxSettings changed) {
        return new Xlsx(file, name, changed);
    }

    private static String sheetOf(XlsxSettings settings) {
        @Nullable String sheet = settings.sheet();
        return sheet != null ? ", sheet " + sheet : settings.number() != null ? ", sheet " + settings.number() : "";
    }
}
