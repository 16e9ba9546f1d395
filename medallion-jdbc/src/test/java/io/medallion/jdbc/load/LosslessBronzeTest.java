package io.medallion.jdbc.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.medallion.Layer;
import io.medallion.engines.DatabaseServer;
import io.medallion.engines.Engines;
import io.medallion.engines.TestDatabase;
import io.medallion.jdbc.EngineUnderTest;
import io.medallion.jdbc.load.StartOver.Way;
import io.medallion.jdbc.source.Csv;
import io.medallion.jdbc.source.Source;
import io.medallion.jdbc.source.SourcePart;
import io.medallion.jdbc.source.Tables;
import io.medallion.jdbc.source.WrittenTable;
import io.medallion.jdbc.store.Session;
import io.medallion.spec.BronzeSpec;
import io.medallion.sql.Dialect;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** What a source holds can be read back from Bronze value for value, whichever way it got there. */
class LosslessBronzeTest {

    private static final List<String> METADATA = List.of(
            "_row_number", "_row_hash", "_source_id", "_source_file", "_batch_id", "_loaded_at", "_schema_version");

    private static final Map<String, Bronze> DATABASES = new LinkedHashMap<>();

    private static Bronze bronze;
    private static int table;

    @BeforeContainer
    static void open() {
        for (Dialect dialect : Engines.dialects()) {
            DATABASES.put(dialect.product(), new Bronze(dialect));
        }
        DATABASES.put(
                "MariaDB without local files",
                with(
                        Engines.mariaDb(),
                        url -> url.replaceAll("&allowLocalInfile=[a-z]+", "")
                                + "&allowLocalInfile=false&sessionVariables=sql_mode='NO_BACKSLASH_ESCAPES,ANSI_QUOTES'"));
        if (Engines.dialects().contains(Dialect.MYSQL)) {
            DATABASES.put(
                    "MySQL without local files",
                    with(
                            Engines.mySql(),
                            url -> url.replaceAll("&allowLoadLocalInfile=[a-z]+", "")
                                    + "&sessionVariables=sql_mode='NO_BACKSLASH_ESCAPES,ANSI_QUOTES'"));
            DATABASES.put(
                    "MySQL by the driver of MariaDB",
                    with(
                            Engines.mySql(),
                            url -> url.replace("jdbc:mysql:", "jdbc:mariadb:").replaceAll("&sslMode=[A-Z]+", "")
                                    + "&allowLocalInfile=true"));
        }
        bronze = DATABASES.get(Dialect.DUCKDB.product());
    }

    /** Through a pool, and with other parameters, as settings that change what a backslash and a double quote mean. */
    private static Bronze with(DatabaseServer server, UnaryOperator<String> parameters) {
        TestDatabase database = server.database();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(parameters.apply(database.url()));
        config.setMaximumPoolSize(2);
        HikariDataSource pool = new HikariDataSource(config);
        return new Bronze(new EngineUnderTest(server.dialect(), pool, () -> {
            pool.close();
            database.close();
        }));
    }

    @AfterContainer
    static void close() {
        DATABASES.values().forEach(Bronze::close);
        DATABASES.clear();
    }

    @Property(tries = 150)
    void every_value_of_a_csv_file_is_read_back(@ForAll("written") WrittenTable written) throws IOException {
        Path file = written.write();
        try {
            Csv csv = Csv.file(file)
                    .named("t" + ++table)
                    .delimiter(written.delimiter())
                    .quote(written.quote())
                    .encoding(written.charset())
                    .header(true);
            LoadResult result = bronze.load(csv);
            assertThat(bronze.rows(result.spec())).as(written.text()).isEqualTo(written.rows());
            assertThat(result.batches().get(0).batch().rows())
                    .isEqualTo(written.rows().size());
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 100)
    void all_ways_into_the_table_give_the_same_rows_and_hashes(@ForAll("regular") WrittenTable written)
            throws IOException {
        Path file = written.write();
        try {
            Csv csv = Csv.file(file)
                    .named("t" + ++table)
                    .delimiter(written.delimiter())
                    .quote(written.quote())
                    .header(true);
            String fast = loaded(csv.named("fast" + table), Way.SCANNED);
            String beside = loaded(csv.named("beside" + table), Way.UNSCANNED);
            String streamed = loaded(csv.named("streamed" + table), Way.STREAMED);
            assertThat(fast).isEqualTo(streamed);
            assertThat(beside).isEqualTo(streamed);
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 40)
    void a_csv_file_is_the_same_on_every_database(@ForAll("written") WrittenTable written) throws IOException {
        Path file = written.write();
        try {
            Csv csv = Csv.file(file)
                    .named("t" + ++table)
                    .delimiter(written.delimiter())
                    .quote(written.quote())
                    .encoding(written.charset())
                    .header(true);
            isTheSameOnEveryDatabase(csv, written.rows());
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 40)
    void rows_of_a_program_are_the_same_on_every_database(@ForAll("regular") WrittenTable written) {
        Source source = Source.rows("t" + ++table, written.header(), sink -> {
            for (List<@Nullable String> row : written.rows()) {
                sink.row(row.toArray(String[]::new));
            }
        });
        isTheSameOnEveryDatabase(source, written.rows());
    }

    private static void isTheSameOnEveryDatabase(Source source, List<List<@Nullable String>> rows) {
        String table = source.name();
        Set<Object> metadata = new HashSet<>();
        Set<Object> batches = new HashSet<>();
        DATABASES.forEach((name, database) -> {
            LoadResult result = database.load(source);
            assertThat(database.rows(result.spec())).as(name).isEqualTo(rows);
            List<List<@Nullable String>> facts = database.rows(table, METADATA);
            String batchId = result.batches().get(0).batch().batchId();
            facts.forEach(row ->
                    assertThat(row.set(METADATA.indexOf("_batch_id"), "")).isEqualTo(batchId));
            metadata.add(facts);
            batches.add(result.batches().get(0).batch().contentHash());
            assertThat(hashes(database, result.spec())).as(name).isEqualTo(database.column(table, "_row_hash"));
        });
        assertThat(metadata).hasSize(1);
        assertThat(batches).hasSize(1);
    }

    /** The hashes as the database itself makes them of what it holds. */
    private static List<String> hashes(Bronze database, BronzeSpec spec) {
        return database.database.read(session -> {
            String value = spec.columns().stream()
                    .sorted()
                    .map(session.sql()::quoted)
                    .map(column -> "case when " + column + " is null then '-1:' else concat(char_length(" + column
                            + "), ':', " + column + ") end")
                    .collect(Collectors.joining(", ", "md5(concat(", "))"));
            return session.query(
                    "select " + value.replace("char_length", lengthOf(session)) + " from "
                            + session.table(Layer.BRONZE, spec.table()) + " order by "
                            + session.sql().quoted("_row_number"),
                    row -> row.getString(1));
        });
    }

    private static String lengthOf(Session session) {
        return session.sql().dialect() == Dialect.DUCKDB ? "length" : "char_length";
    }

    private static String loaded(Csv csv, Way way) {
        List<SourcePart> parts = csv.parts();
        Map<SourcePart, Way> ways = new IdentityHashMap<>();
        ways.put(parts.get(0), way);
        LoadResult result = new BronzeLoader(bronze.database).load(LoadRequest.of("shop", csv, null), parts, ways);
        List<String> columns = new java.util.ArrayList<>(result.spec().columns());
        columns.addAll(List.of("_row_number", "_row_hash", "_source_file", "_loaded_at", "_schema_version"));
        return bronze.rows(result.spec().table(), columns) + " "
                + result.batches().get(0).batch().contentHash();
    }

    @Provide
    Arbitrary<WrittenTable> regular() {
        return Tables.tables(
                Arbitraries.of(',', ';', '\t', '|'),
                Arbitraries.of('"', '\''),
                Arbitraries.just((Character) null),
                Arbitraries.just(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<WrittenTable> written() {
        return Tables.tables(
                Arbitraries.of(',', ';', '\t', '|', '^'),
                Arbitraries.of('"', '\''),
                Arbitraries.just((Character) null),
                Arbitraries.<Charset>of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE));
    }
}
