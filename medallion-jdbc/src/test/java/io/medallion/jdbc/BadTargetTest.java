package io.medallion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.MedallionException;
import io.medallion.jdbc.source.Csv;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that cannot take what it is given is left as it was, and says why it cannot. */
class BadTargetTest {

    @TempDir
    private Path directory;

    @Test
    void a_load_onto_a_full_disk_leaves_nothing() throws Exception {
        Path orders = orders(150_000);
        assertThat(limited("load", orders, 2 << 20))
                .contains("File too large", "Free space on the disk of the database")
                .doesNotContain("done", "Exception in");
        assertThat(Leftovers.in(database()).keySet()).noneMatch(table -> table.startsWith("bronze."));
        assertThat(Leftovers.in(database()))
                .doesNotContainKeys("medallion.batches", "medallion.tables", "medallion.specs");
        try (Medallion medallion = Medallion.embedded(database())) {
            Pipeline shop = medallion.pipeline("shop", Csv.file(orders));
            assertThat(shop.bronze().load().get(0).rows()).isEqualTo(150_000);
        }
    }

    @Test
    void a_build_onto_a_full_disk_leaves_the_version_before_and_the_next_build_works() throws Exception {
        Path orders = orders(150_000);
        SilverSpec small = SilverSpec.of("orders", SilverColumn.column("id"));
        try (Medallion medallion = Medallion.embedded(database())) {
            Pipeline shop = medallion.pipeline("shop", Csv.file(orders));
            shop.bronze().load();
            shop.silver().build(small);
        }
        assertThat(limited("build", orders, Files.size(database()) + (1 << 20)))
                .contains("silver.orders could not be built")
                .contains("Free space on the disk of the database")
                .contains("Version 1 is still in place")
                .doesNotContain("done", "Exception in");
        try (Medallion medallion = Medallion.embedded(database())) {
            Pipeline shop = medallion.pipeline("shop");
            assertThat(shop.silver().spec()).contains(small);
            assertThat(shop.silver().head(3).rows()).hasSize(3);
            assertThat(shop.silver().build(small).version()).isEqualTo(2);
            assertThat(shop.history(9).stream().filter(build -> build.status() == Build.Status.RUNNING))
                    .isEmpty();
        }
    }

    @Test
    void a_read_only_database_is_read_and_not_written() throws Exception {
        Path orders = orders(10);
        try (Medallion medallion = Medallion.embedded(database())) {
            medallion.pipeline("shop", Csv.file(orders)).bronze().load();
        }
        try (Medallion medallion =
                Medallion.builder().embeddedSetting("access_mode", "READ_ONLY").embedded(database())) {
            Pipeline shop = medallion.pipeline("shop", Csv.file(orders));
            assertThat(shop.silver().plan().columns()).hasSize(2);
            assertThatThrownBy(() -> shop.bronze().load())
                    .isInstanceOf(MedallionException.class)
                    .hasMessageContaining("read-only")
                    .hasMessageContaining("Use a file, directory and user that may write.");
        }
        assertThat(Leftovers.in(database())).containsEntry("bronze.orders", 10L);
    }

    @Test
    void a_directory_that_may_not_be_written_gets_no_file() throws Exception {
        Path locked = Files.createDirectory(directory.resolve("locked"));
        assertThat(locked.toFile().setWritable(false, false)).isTrue();
        // where everything is permitted, the directory of a device driver still is not
        Path target = Files.isWritable(locked) ? Path.of("/sys/shop.duckdb") : locked.resolve("shop.duckdb");
        assertThatThrownBy(() -> Medallion.embedded(target))
                .hasMessageContaining(target.toString())
                .hasMessageContaining("Use a file, directory and user that may write.");
        assertThat(target).doesNotExist();
    }

    private String limited(String work, Path orders, long bytes) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LimitedDisk.class.getName(),
                        work,
                        database().toString(),
                        orders.toString(),
                        String.valueOf(bytes))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** Rows that do not compress. */
    private Path orders(int rows) throws IOException {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder("id,note\n");
        for (int i = 0; i < rows; i++) {
            text.append(i)
                    .append(',')
                    .append(Long.toHexString(random.nextLong()))
                    .append(Long.toHexString(random.nextLong()))
                    .append('\n');
        }
        return Files.writeString(directory.resolve("orders.csv"), text);
    }

    private Path database() {
        return directory.resolve("shop.duckdb");
    }
}
