package io.medallion.jdbc.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.Layer;
import io.medallion.jdbc.EngineUnderTest;
import io.medallion.jdbc.source.Jdbc;
import io.medallion.jdbc.source.SourceDatabase;
import io.medallion.jdbc.source.WrittenTable;
import io.medallion.spec.BronzeSpec;
import io.medallion.sql.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Columns of any type of MariaDB, with values that only a lenient {@code sql_mode} lets in, give the same rows when the database inserts them and when
 * they are read, under whatever settings the host works. The pool has one connection, so that reading beside the load would fail.
 */
class MariaDbInsideProperties {

    private static final List<String> SETTINGS = List.of(
            "set sql_mode = default",
            "set sql_mode = ''",
            "set sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT'",
            "set sql_mode = 'ORACLE'",
            "set sql_mode = 'EMPTY_STRING_IS_NULL,IGNORE_SPACE,HIGH_NOT_PRECEDENCE'",
            "set sql_mode = 'PAD_CHAR_TO_FULL_LENGTH'",
            "set names latin1",
            "set names utf8mb4 collate utf8mb4_turkish_ci",
            "set time_zone = '+05:30'",
            "set div_precision_increment = 0",
            "set group_concat_max_len = 4",
            "set lc_time_names = 'de_DE'");

    private static SourceDatabase database;
    private static Bronze bronze;
    private static int loads;

    /** @param definition of the column, as it follows its name */
    record Column(String definition, List<String> literals) {}

    @BeforeContainer
    static void open() {
        database = SourceDatabase.of(Dialect.MARIADB);
        bronze = new Bronze(new EngineUnderTest(Dialect.MARIADB, database.pool, () -> {}));
    }

    @AfterContainer
    static void close() {
        database.close();
    }

    @Property(tries = 60)
    void the_database_writes_what_reading_gives(
            @ForAll("columns") List<Column> columns, @ForAll("settings") String setting, @ForAll boolean query) {
        fill(columns);
        database.run(
                "set names utf8mb4",
                "set time_zone = '-05:00', div_precision_increment = default, group_concat_max_len = default,"
                        + " lc_time_names = default, sql_mode = default",
                setting);
        Jdbc source =
                query ? Jdbc.query(database.pool, "q", "select * from t order by n") : Jdbc.table(database.pool, "t");

        BronzeSpec spec = bronze.load(source.named("b" + loads++)).spec();

        List<List<@Nullable String>> read = WrittenTable.read(source.parts().get(0));
        assertThat(bronze.rows(spec)).isEqualTo(read);
        RowHash hash = new RowHash(spec.columns());
        assertThat(bronze.column(spec.table(), "_row_hash"))
                .isEqualTo(read.stream()
                        .map(row -> hash.of(row.toArray(String[]::new)))
                        .toList());
        bronze.database.read(session -> session.update("drop table " + session.table(Layer.BRONZE, spec.table())));
    }

    private static void fill(List<Column> columns) {
        StringBuilder definitions = new StringBuilder("n int primary key");
        for (int i = 0; i < columns.size(); i++) {
            definitions
                    .append(", c")
                    .append(i)
                    .append(' ')
                    .append(columns.get(i).definition());
        }
        List<String> rows = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            int row = n;
            rows.add(columns.stream()
                    .map(column -> column.literals().get(row))
                    .collect(Collectors.joining(", ", "(" + n + ", ", ")")));
        }
        database.run(
                "set names utf8mb4",
                "set sql_mode = ''",
                "set time_zone = '+00:00'",
                "drop table if exists t",
                "create table t (" + definitions + ")",
                "insert into t values " + String.join(", ", rows));
    }

    @Provide
    Arbitrary<String> settings() {
        return Arbitraries.of(SETTINGS);
    }

    @Provide
    Arbitrary<List<Column>> columns() {
        return Arbitraries.oneOf(numbers(), bits(), times(), texts(), bytes(), others())
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static Arbitrary<Column> numbers() {
        Arbitrary<String> wholes = Arbitraries.oneOf(
                Arbitraries.bigIntegers().map(String::valueOf),
                Arbitraries.integers().between(-300, 300).map(String::valueOf));
        Arbitrary<String> types = Arbitraries.of(
                "tinyint",
                "tinyint unsigned",
                "tinyint(1)",
                "smallint unsigned",
                "mediumint",
                "int",
                "int(7) unsigned zerofill",
                "bigint",
                "bigint unsigned",
                "decimal(38,0)",
                "year");
        Arbitrary<String> decimals =
                Arbitraries.bigDecimals().ofScale(12).map(value -> "'" + value.toPlainString() + "'");
        Arbitrary<String> decimalTypes = Arbitraries.of(
                "decimal(38,10)", "decimal(10,2)", "decimal(5,5)", "decimal(12,3) unsigned", "decimal(10,2) zerofill");
        return Arbitraries.oneOf(column(types, wholes), column(decimalTypes, decimals));
    }

    private static Arbitrary<Column> bits() {
        return column(
                Arbitraries.of("bit", "bit(3)", "bit(8)", "bit(33)", "bit(64)"),
                Arbitraries.longs().map(value -> Long.toUnsignedString(value)));
    }

    private static Arbitrary<Column> times() {
        Arbitrary<String> days = Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(1, Arbitraries.of(0, 1, 1582, 9999)),
                                Tuple.of(3, Arbitraries.integers().between(1900, 2100))),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 28))
                .as((year, month, day) -> String.format("%04d-%02d-%02d", year, month, day));
        Arbitrary<String> clocks = Combinators.combine(
                        Arbitraries.integers().between(0, 23),
                        Arbitraries.integers().between(0, 59),
                        Arbitraries.oneOf(
                                Arbitraries.of(0, 500_000, 999_999),
                                Arbitraries.integers().between(0, 999_999)))
                .as((hour, second, micros) -> String.format("%02d:30:%02d.%06d", hour, second, micros));
        Arbitrary<String> durations = Combinators.combine(Arbitraries.integers().between(-838, 838), clocks)
                .as((hours, clock) -> "'" + hours + clock.substring(2) + "'");
        Arbitrary<String> moments = Combinators.combine(days, clocks).as((day, clock) -> "'" + day + " " + clock + "'");
        return Arbitraries.oneOf(
                column(Arbitraries.of("date"), days.map(day -> "'" + day + "'")),
                column(Arbitraries.of("time", "time(1)", "time(6)"), durations),
                column(Arbitraries.of("datetime", "datetime(3)", "datetime(6)"), moments),
                column(Arbitraries.of("timestamp null", "timestamp(2) null", "timestamp(6) null"), moments));
    }

    private static Arbitrary<Column> texts() {
        Arbitrary<String> charsets = Arbitraries.of(
                        "latin1", "ascii", "cp1250", "koi8r", "sjis", "gbk", "ucs2", "utf16", "utf16le", "utf32",
                        "utf8mb3", "utf8mb4")
                .flatMap(charset -> Arbitraries.of(
                                "char(12)", "varchar(12)", "tinytext", "text", "mediumtext", "longtext")
                        .map(type -> type + " character set " + charset));
        Arbitrary<String> values = Arbitraries.oneOf(
                        Arbitraries.strings().all().excludeChars('\0').ofMaxLength(10),
                        Arbitraries.strings()
                                .withChars("aÄßéñ€жд漢字 '\\\"%_\t\n\u007f")
                                .ofMaxLength(10),
                        Arbitraries.of("", " ", "a ", "NULL", "\uD83D\uDE00", "e\u0301"))
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .map(text -> "_utf8mb4 x'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "'");
        Arbitrary<String> singleBytes = Arbitraries.of("latin1", "koi8r", "latin5", "cp866");
        return Arbitraries.oneOf(
                column(charsets, values),
                singleBytes.flatMap(charset -> column(
                        Arbitraries.of("varchar(12) character set " + charset),
                        Arbitraries.bytes()
                                .filter(b -> b != 0)
                                .array(byte[].class)
                                .ofMaxSize(10)
                                .map(bytes ->
                                        "_" + charset + " x'" + HexFormat.of().formatHex(bytes) + "'"))));
    }

    private static Arbitrary<Column> bytes() {
        return column(
                Arbitraries.of("binary(10)", "varbinary(10)", "tinyblob", "blob", "mediumblob", "longblob"),
                Arbitraries.bytes()
                        .array(byte[].class)
                        .ofMaxSize(10)
                        .map(bytes -> "x'" + HexFormat.of().formatHex(bytes) + "'"));
    }

    private static Arbitrary<Column> others() {
        Map<String, List<String>> literals = Map.of(
                "json", List.of("'{\"a\": [1, null]}'", "'[]'", "'\"x\"'"),
                "enum('a','B ','ç','') character set latin1", List.of("'a'", "'B'", "'none'", "0", "''"),
                "set('a','b','c') character set utf8mb4", List.of("'a'", "'b,a'", "''", "3"),
                "point", List.of("point(1, 2)", "point(-0.5, 1e300)"),
                "geometry", List.of("st_geomfromtext('LINESTRING(0 0, 1 1)')"),
                "uuid", List.of("'00112233-4455-6677-8899-aabbccddeeff'"),
                "inet6", List.of("'::1'", "'2001:db8::ff00:42:8329'", "'::ffff:10.0.0.1'"),
                "varchar(10) as (n + 1) virtual", List.of("default"));
        return Arbitraries.of(List.copyOf(literals.keySet()))
                .flatMap(type ->
                        column(Arbitraries.of(type), Arbitraries.of(literals.get(type)), type.contains(" as ")));
    }

    private static Arbitrary<Column> column(Arbitrary<String> types, Arbitrary<String> literals) {
        return column(types, literals, false);
    }

    private static Arbitrary<Column> column(Arbitrary<String> types, Arbitrary<String> literals, boolean computed) {
        return Combinators.combine(
                        types,
                        Arbitraries.frequencyOf(
                                        Tuple.of(computed ? 0 : 1, Arbitraries.just("null")), Tuple.of(5, literals))
                                .list()
                                .ofSize(4))
                .as(Column::new);
    }
}
