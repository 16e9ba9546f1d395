package io.medallion.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.engines.Engines;
import io.medallion.spec.LayerSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The generated text is that of the files under {@code golden}; {@code -Dmedallion.golden=update} writes them anew. Every file is
 * executed as printed on its database, and all give the same rows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenSqlTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final Map<Dialect, Engine> engines = new EnumMap<>(Dialect.class);

    @BeforeAll
    void starts_the_engines() throws Exception {
        if ("update".equals(System.getProperty("medallion.golden"))) {
            for (GoldenCase golden : cases().toList()) {
                for (Dialect dialect : Dialect.values()) {
                    Files.createDirectories(file(golden, dialect).getParent());
                    Files.writeString(file(golden, dialect), text(golden, dialect));
                }
            }
        }
        for (Dialect dialect : Engines.dialects()) {
            engines.put(dialect, Engine.of(dialect));
        }
    }

    @AfterAll
    void stops_the_engines() throws Exception {
        for (Engine engine : engines.values()) {
            engine.close();
        }
    }

    static Stream<GoldenCase> cases() {
        return Stream.of(
                        BronzeCases.all(),
                        SilverCases.all(),
                        SilverCheckCases.all(),
                        NullCases.all(),
                        ProbeCases.all(),
                        ParseCases.all(),
                        GoldCases.all(),
                        PublishCases.all(),
                        QueryCases.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_generated_as_before(GoldenCase golden) throws IOException {
        for (Dialect dialect : Dialect.values()) {
            String text =
                    golden.script().apply(SqlGenerator.forDialect(dialect)).text();
            Path file = file(golden, dialect);
            if ("update".equals(System.getProperty("medallion.golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(file)
                    .as("run with -Dmedallion.golden=update to write it")
                    .exists();
            assertThat(text(golden, dialect)).as(file.toString()).isEqualTo(Files.readString(file));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void runs_on_duckdb(GoldenCase golden) throws Exception {
        runs(golden, engines.get(Dialect.DUCKDB));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void runs_on_postgresql(GoldenCase golden) throws Exception {
        runs(golden, engines.get(Dialect.POSTGRES));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void runs_on_mariadb(GoldenCase golden) throws Exception {
        runs(golden, engines.get(Dialect.MARIADB));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("casesOfMySql")
    void runs_on_mysql(GoldenCase golden) throws Exception {
        runs(golden, engines.get(Dialect.MYSQL));
    }

    static Stream<GoldenCase> casesOfMySql() {
        return Engines.dialects().contains(Dialect.MYSQL) ? cases() : Stream.of();
    }

    @Test
    void no_file_is_left_without_a_case() throws IOException {
        Set<String> wanted = cases().flatMap(c -> Stream.of(Dialect.values()).map(d -> file(c, d)))
                .map(Path::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            assertThat(files.filter(Files::isRegularFile).map(Path::toString)).isSubsetOf(wanted);
        }
    }

    private static void runs(GoldenCase golden, Engine engine) throws Exception {
        SqlGenerator generator = SqlGenerator.forDialect(engine.dialect());
        engine.clear();
        for (LayerSpec table : golden.tables()) {
            engine.run(generator.create(table));
        }
        for (String statement : golden.given()) {
            engine.run(statement);
        }
        String text = Files.readString(file(golden, engine.dialect()));
        if (golden.result().isEmpty()) {
            assertThat(engine.comparable(engine.exactRows(text))).isEqualTo(engine.comparable(golden.expected()));
        } else {
            engine.runFile(text);
            assertThat(engine.comparable(engine.rows(golden.result()))).isEqualTo(engine.comparable(golden.expected()));
        }
    }

    private static String text(GoldenCase golden, Dialect dialect) {
        return golden.script().apply(SqlGenerator.forDialect(dialect)).text();
    }

    private static Path file(GoldenCase golden, Dialect dialect) {
        return GOLDEN.resolve(golden.name()).resolve(dialect.name().toLowerCase(Locale.ROOT) + ".sql");
    }
}
