package io.medallion.examples;

import io.medallion.spec.Parse;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes a CSV file of 27 columns, of which some hold numbers, dates, times and flags and the others words; the same on every run. */
final class WideFile {

    static final int COLUMNS = 27;

    /** What typed columns hold, one after the other. */
    private enum Kind {
        BIGINT(Parse.bigint()),
        INTEGER(Parse.integer()),
        DECIMAL(Parse.decimal(10, 2)),
        DATE(Parse.date("yyyy-MM-dd")),
        TIMESTAMP(Parse.timestamp("yyyy-MM-dd HH:mm:ss")),
        SHARE(Parse.decimal(4, 2)),
        FLAG(Parse.yesNo("true", "false"));

        private final Parse parse;

        Kind(Parse parse) {
            this.parse = parse;
        }
    }

    private WideFile() {}

    static List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            columns.add("c" + i);
        }
        return columns;
    }

    /** A spec that types the first columns. */
    static SilverSpec spec(String table, int typed) {
        SilverColumn[] columns = new SilverColumn[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            SilverColumn column = SilverColumn.column("c" + i);
            columns[i] = i < typed ? column.as(kind(i).parse) : column;
        }
        return SilverSpec.of(table, columns);
    }

    /** The value of a column as a plain cast gives it. */
    static String cast(int column, int typed, boolean mariaDb) {
        String name = "c" + column;
        if (column >= typed) {
            return name;
        }
        return switch (kind(column)) {
            case BIGINT -> "cast(" + name + (mariaDb ? " as signed)" : " as bigint)");
            case INTEGER -> "cast(" + name + (mariaDb ? " as signed)" : " as integer)");
            case DECIMAL -> "cast(" + name + " as decimal(10, 2))";
            case SHARE -> "cast(" + name + " as decimal(4, 2))";
            case DATE -> "cast(" + name + " as date)";
            case TIMESTAMP -> "cast(" + name + (mariaDb ? " as datetime(6))" : " as timestamp)");
            case FLAG -> mariaDb ? name + " = 'true'" : "cast(" + name + " as boolean)";
        };
    }

    /** The type of a column once it is cast. */
    static String type(int column, int typed, boolean mariaDb) {
        if (column >= typed) {
            return mariaDb ? "longtext" : "text";
        }
        return switch (kind(column)) {
            case BIGINT -> "bigint";
            case INTEGER -> "integer";
            case DECIMAL -> "decimal(10, 2)";
            case SHARE -> "decimal(4, 2)";
            case DATE -> "date";
            case TIMESTAMP -> mariaDb ? "datetime(6)" : "timestamp";
            case FLAG -> "boolean";
        };
    }

    /**
     * Writes the file unless it is there.
     *
     * @param typed how many columns hold no words
     * @param badShare the share of rows in which one typed column holds a word, 0 to 1
     */
    static Path write(Path directory, long rows, int typed, double badShare) throws IOException {
        Path file = directory.resolve("wide-" + rows + "-" + typed + "-" + Math.round(badShare * 1000) + ".csv");
        if (Files.exists(file)) {
            return file;
        }
        Random random = new Random(20_260_101);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(String.join(",", columns()) + "\n");
            for (long row = 0; row < rows; row++) {
                int bad = random.nextDouble() < badShare ? random.nextInt(typed) : -1;
                for (int column = 0; column < COLUMNS; column++) {
                    out.write(column == 0 ? "" : ",");
                    out.write(column >= typed ? word(random) : column == bad ? "unknown" : value(kind(column), random));
                }
                out.write('\n');
            }
        }
        return file;
    }

    private static Kind kind(int column) {
        return Kind.values()[column % Kind.values().length];
    }

    private static String word(Random random) {
        return "word " + random.nextInt(100_000);
    }

    private static String value(Kind kind, Random random) {
        LocalDate day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(1_800));
        return switch (kind) {
            case BIGINT -> "" + random.nextLong(1_000_000_000_000L);
            case INTEGER -> "" + random.nextInt(1_000_000);
            case DECIMAL -> random.nextInt(100_000) + "." + (10 + random.nextInt(90));
            case SHARE -> "0." + (10 + random.nextInt(90));
            case DATE -> day.toString();
            case TIMESTAMP ->
                String.format(
                        Locale.ROOT,
                        "%s %02d:%02d:%02d",
                        day,
                        random.nextInt(24),
                        random.nextInt(60),
                        random.nextInt(60));
            case FLAG -> "" + random.nextBoolean();
        };
    }
}
