package io.medallion.examples;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.medallion.jdbc.Medallion;
import io.medallion.jdbc.Pipeline;
import io.medallion.jdbc.source.Csv;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Planning Silver for a wide table against one statement that counts the distinct values of all its columns. */
final class PlanBenchmark {

    private static final int COLUMNS = 30;

    private PlanBenchmark() {}

    static void run(Path directory, long rows) throws Exception {
        Path file = write(directory.resolve("wide.csv"), rows);
        System.out.printf("plan: %,d rows x %d columns of mixed types%n", rows, COLUMNS);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:duckdb:" + directory.resolve("plan.duckdb"));
        try (HikariDataSource pool = new HikariDataSource(config);
                Medallion medallion = Medallion.on(pool)) {
            Pipeline pipeline = medallion.pipeline("wide", Csv.file(file).named("wide"));
            pipeline.bronze().load();
            Ratio.print(
                    "plan", () -> pipeline.silver("wide").plan(), "count distinct of every column", () -> counts(pool));
        }
    }

    private static void counts(DataSource database) throws Exception {
        String counts = IntStream.rangeClosed(1, COLUMNS)
                .mapToObj(i -> "count(distinct c" + i + ")")
                .collect(Collectors.joining(", "));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select count(*), " + counts + " from bronze.wide");
        }
    }

    private static Path write(Path file, long rows) throws IOException {
        Random random = new Random(20_260_101);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(IntStream.rangeClosed(1, COLUMNS).mapToObj(i -> "c" + i).collect(Collectors.joining(",")));
            out.write('\n');
            for (long row = 1; row <= rows; row++) {
                StringJoiner line = new StringJoiner(",", "", "\n");
                for (int column = 1; column <= COLUMNS; column++) {
                    line.add(value(column, row, random));
                }
                out.write(line.toString());
            }
        }
        return file;
    }

    /** Six kinds of columns in turn, five of each; the later ones have fewer distinct values. */
    private static String value(int column, long row, Random random) {
        int distinct = 200_000 / column;
        return switch (column % 6) {
            case 1 -> column == 1 ? Long.toString(row) : Integer.toString(random.nextInt(distinct));
            case 2 -> random.nextInt(distinct) + "." + (10 + random.nextInt(90));
            case 3 -> LocalDate.of(2020, 1, 1).plusDays(random.nextInt(1_800)).toString();
            case 4 -> "customer" + random.nextInt(distinct) + "@example.org";
            case 5 -> List.of("open", "paid", "shipped", "").get(random.nextInt(4));
            default -> random.nextBoolean() ? "yes" : "no";
        };
    }
}
