package io.medallion.examples;

import io.medallion.jdbc.Medallion;
import io.medallion.jdbc.Pipeline;
import io.medallion.jdbc.source.Csv;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.PipelineSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;

/** A CSV file into Bronze against the database's own {@code create table as select * from read_csv}. */
final class BronzeBenchmark {

    private BronzeBenchmark() {}

    static void run(Path directory, long rows) throws Exception {
        Path file = OrdersFile.write(directory, rows, 0);
        System.out.printf("bronze: %,d rows x 12 columns, %,d MB%n", rows, Files.size(file) >> 20);
        for (boolean hash : new boolean[] {false, true}) {
            Ratio.print(
                    hash ? "Bronze with row hash" : "Bronze without row hash",
                    () -> load(directory, file, hash),
                    "read_csv(all_varchar)",
                    () -> plain(directory, file));
        }
    }

    private static void load(Path directory, Path file, boolean hash) {
        Path database = directory.resolve("medallion.duckdb");
        Benchmarks.delete(database);
        try (Medallion medallion = Medallion.embedded(database)) {
            Pipeline pipeline = medallion.pipeline("orders", Csv.file(file).named("orders"));
            BronzeSpec spec = BronzeSpec.of("orders", List.of(OrdersFile.HEADER.split(",")))
                    .withRowHash(hash);
            pipeline.specs()
                    .apply(pipeline.specs().changes(PipelineSpec.empty("orders").with(spec)));
            pipeline.bronze().load();
        }
    }

    private static void plain(Path directory, Path file) throws Exception {
        Path database = directory.resolve("plain.duckdb");
        Benchmarks.delete(database);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("create table orders as select * from read_csv('" + file + "', all_varchar = true)");
        }
    }
}
