package io.medallion.jdbc.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.jdbc.OnEveryEngine;
import io.medallion.jdbc.source.Csv;
import io.medallion.sql.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryEngine
class LoadProgressTest {

    @TempDir
    Path directory;

    private final Dialect dialect;
    private final Bronze bronze;

    LoadProgressTest(Dialect dialect) {
        this.dialect = dialect;
        this.bronze = new Bronze(dialect);
    }

    @AfterEach
    void close() {
        bronze.close();
    }

    @Test
    void progress_is_told_in_bytes_for_files() throws IOException {
        Path file = Files.writeString(directory.resolve("orders.csv"), "id,note\n" + "1,x,y\n".repeat(10_000));
        List<Long> seen = new ArrayList<>();
        new BronzeLoader(bronze.database)
                .load(new LoadRequest(
                        "shop",
                        Csv.file(file).delimiter(','),
                        null,
                        (table, name, done, total) -> {
                            assertThat(total).isEqualTo(8 + 60_000);
                            seen.add(done);
                        },
                        SpecKeeper.NONE));
        assertThat(seen).isSorted().isNotEmpty();
    }

    @Test
    void a_large_regular_file_tells_how_far_it_is() throws IOException {
        int size =
                switch (dialect) {
                    case DUCKDB -> 40 << 20;
                    case POSTGRES, MARIADB, MYSQL -> 4 << 20;
                };
        StringBuilder text = new StringBuilder("id,note\n");
        for (int i = 0; text.length() < size; i++) {
            text.append(i).append(",some longer note about an order that goes on for a while\n");
        }
        Path file = Files.writeString(directory.resolve("orders.csv"), text);
        List<Long> seen = new ArrayList<>();
        new BronzeLoader(bronze.database)
                .load(new LoadRequest(
                        "shop",
                        Csv.file(file),
                        null,
                        (table, name, done, total) -> {
                            assertThat(total).isEqualTo(text.length());
                            seen.add(done);
                        },
                        SpecKeeper.NONE));
        assertThat(seen).isSorted().allSatisfy(done -> assertThat(done).isBetween(0L, (long) text.length()));
        assertThat(seen).isNotEmpty();
    }
}
