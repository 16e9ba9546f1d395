package io.medallion.jdbc.load;

import static io.medallion.jdbc.load.Bronze.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.Layer;
import io.medallion.jdbc.source.Csv;
import io.medallion.sql.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On PostgreSQL the rows that a new table is filled with do not hold what is the same in all of them. */
class StampedLaterTest {

    private static final List<String> STAMP =
            List.of("id", "_batch_id", "_source_id", "_source_file", "_schema_version", "_loaded_at");

    @TempDir
    Path directory;

    @Test
    void the_first_batch_has_its_stamp_in_the_catalog_and_the_later_ones_in_their_rows() throws IOException {
        Path first = Files.writeString(directory.resolve("a 'quoted' \\ $1.csv"), "id\n1\n2\n\"broken\" x,\n3\n");
        Path second = Files.writeString(directory.resolve("b.csv"), "id\n4\n");
        try (Bronze bronze = new Bronze(Dialect.POSTGRES)) {
            LoadResult loaded = bronze.load(Csv.files(directory, "*.csv").named("orders"));
            assertThat(keptInCatalog(bronze))
                    .containsExactlyInAnyOrder(
                            "_batch_id", "_source_id", "_source_file", "_schema_version", "_loaded_at");
            Files.writeString(second, "id\n5\n");
            bronze.load(Csv.files(directory, "*.csv").named("orders"), loaded.spec());
            String time = "2026-03-01 12:00:00";
            String name = first.getFileName().toString();
            assertThat(bronze.rows("orders", STAMP))
                    .containsExactly(
                            row("1", "id1", first.toString(), name, "1", time),
                            row("2", "id1", first.toString(), name, "1", time),
                            row("3", "id1", first.toString(), name, "1", time),
                            row("5", "id4", second.toString(), "b.csv", "1", time));
            assertThat(bronze.rejects("orders")).hasSize(1);
        }
    }

    private static List<String> keptInCatalog(Bronze bronze) {
        return bronze.database.read(session -> session.query(
                "select attname from pg_attribute where atthasmissing and attrelid = '"
                        + session.table(Layer.BRONZE, "orders") + "'::regclass",
                columns -> columns.getString(1)));
    }
}
