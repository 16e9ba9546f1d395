package io.medallion.jdbc.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.medallion.engines.Engines;
import io.medallion.engines.TestDatabase;
import io.medallion.sql.Dialect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallHeapTest {

    private static final int ROWS = 100_000;

    /** The text has 100 MB; the last way is the one of servers or hosts that allow no local files. */
    @ParameterizedTest
    @CsvSource({
        "POSTGRES, ''",
        "MARIADB, &allowLocalInfile=true",
        "MARIADB, &allowLocalInfile=false",
        "MYSQL, &allowLoadLocalInfile=true",
        "MYSQL, &allowLoadLocalInfile=false"
    })
    void memory_is_bounded_whatever_the_size_of_the_source(Dialect dialect, String parameters) throws Exception {
        assumeThat(Engines.dialects()).contains(dialect);
        try (TestDatabase database = Engines.server(dialect).database()) {
            String url = database.url().replaceAll("&allowLo[a-zA-Z]*Infile=[a-z]+", "") + parameters;
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx40m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LoadInSmallHeap.class.getName(),
                            url,
                            "" + ROWS))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            assertThat(said.lines().toList()).contains("" + ROWS);
        }
    }
}
