package io.medallion.jdbc.source;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * CSV files: any delimiter, quote, encoding, with header or without. What is not stated is found out when the file is opened and said by
 * {@link CsvFormat#explain()}. Immutable; nothing is opened here.
 *
 * <pre>{@code
 * Csv.file(Path.of("orders.csv"))
 * Csv.files(Path.of("exports"), "orders-*.csv").named("orders").delimiter(';').encoding(StandardCharsets.ISO_8859_1)
 * }</pre>
 */
public final class Csv implements Source {

    private static final Set<String> EXTENSIONS = Set.of("csv", "tsv", "tab", "psv", "txt", "dat", "data", "text");

    private final Path path;
    private final @Nullable String glob;
    private final String name;
    private final CsvSettings settings;

    private Csv(Path path, @Nullable String glob, String name, CsvSettings settings) {
        if (name.isBlank()) {
            throw SourceException.of("CSV source " + path, "A source needs a name.", "Give it one with named(..).");
        }
        this.path = path;
        this.glob = glob;
        this.name = name;
        this.settings = settings;
    }

    /** One file, named after it without its extension: {@code orders.csv} is {@code orders}. */
    public static Csv file(Path file) {
        return new Csv(file, null, withoutExtension(lastNameOf(file)), CsvSettings.NOTHING);
    }

    /**
     * All files of a directory whose names match, one part each in the order of their names, named after the directory.
     *
     * @param glob as in {@link java.nio.file.FileSystem#getPathMatcher}, on the name alone: {@code *.csv}
     */
    public static Csv files(Path directory, String glob) {
        return new Csv(directory, Objects.requireNonNull(glob, "glob"), lastNameOf(directory), CsvSettings.NOTHING);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Csv named(String name) {
        return new Csv(path, glob, name, settings);
    }

    /** States the character between fields. */
    public Csv delimiter(char delimiter) {
        return with(settings.delimiter(delimiter));
    }

    /** States the character around fields. */
    public Csv quote(char quote) {
        return with(settings.quote(quote));
    }

    /** States that no field is quoted: quote characters are ordinary text. */
    public Csv noQuote() {
        return with(settings.withoutQuote());
    }

    /** States the character that makes the next quote, delimiter, row end or escape ordinary. */
    public Csv escape(char escape) {
        return with(settings.escape(escape));
    }

    /** States the encoding; a file that is not written in it is an error. A byte order mark is skipped. */
    public Csv encoding(Charset encoding) {
        return with(settings.encoding(Objects.requireNonNull(encoding, "encoding")));
    }

    /** States whether the first record holds the names of the columns. */
    public Csv header(boolean header) {
        return headerRows(header ? 1 : 0);
    }

    /**
     * States how many records together hold the names of the columns, 0 to 10. With two, {@code Age} above {@code under 18} names the column
     * {@code Age under 18}; a group named once holds for the unnamed columns to its right.
     */
    public Csv headerRows(int rows) {
        return with(settings.headerRows(rows));
    }

    /**
     * States whether rows that repeat the header, as files that were put together have them, are set aside as rejects of Bronze. The default is to
     * do so in tables of two or more columns whose header was found; where the header was stated, they are data unless stated here.
     */
    public Csv repeatedHeaders(boolean setAside) {
        return with(settings.repeatedHeaders(setAside));
    }

    /** States how many lines to skip before the header or the first record. */
    public Csv preamble(int lines) {
        return with(settings.preamble(lines));
    }

    /**
     * States how many of the last records are no data but a footer, 0 to 1,000; blank lines do not count. They become rejects of Bronze. The
     * default is a row of totals where one is found, and the lines below it.
     */
    public Csv footer(int rows) {
        return with(settings.footerRows(rows));
    }

    @Override
    public List<SourcePart> parts() {
        List<Path> files = glob == null ? List.of(path) : CsvFiles.matching(path, glob);
        return files.stream()
                .<SourcePart>map(file -> CsvPart.open(file, settings))
                .toList();
    }

    @Override
    public String toString() {
        return "Csv " + name + " (" + (glob == null ? path : path.resolve(glob)) + ")";
    }

    private Csv with(CsvSettings changed) {
        return new Csv(path, glob, name, changed);
    }

    private static String lastNameOf(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? "files" : last.toString();
    }

    private static String withoutExtension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        if (dot <= 0) {
            return fileName;
        }
        String stem = fileName.substring(0, dot);
        int before = stem.lastIndexOf('.');
        boolean another =
                before > 0 && EXTENSIONS.contains(stem.substring(before + 1).toLowerCase(Locale.ROOT));
        return another ? withoutExtension(stem) : stem;
    }
}
