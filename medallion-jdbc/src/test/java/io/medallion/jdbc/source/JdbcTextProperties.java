package io.medallion.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.engines.Engines;
import io.medallion.sql.Dialect;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Random values of each type come out of each database as the text that plain Java gives them. */
class JdbcTextProperties {

    private static final Map<Dialect, SourceDatabase> DATABASES = new EnumMap<>(Dialect.class);

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

    record Row(
            @Nullable Long whole,
            @Nullable BigDecimal decimal,
            @Nullable Double real,
            @Nullable Boolean flag,
            @Nullable LocalDate day,
            @Nullable LocalTime time,
            @Nullable LocalDateTime moment,
            @Nullable OffsetDateTime instant,
            byte @Nullable [] bytes,
            @Nullable String text) {

        List<@Nullable String> oracle(Dialect dialect) {
            List<@Nullable String> texts = new ArrayList<>();
            texts.add(whole == null ? null : whole.toString());
            texts.add(decimal == null ? null : decimal.toPlainString());
            texts.add(real == null ? null : python(real));
            String number = Engines.speaksMySql(dialect) ? flag == Boolean.TRUE ? "1" : "0" : String.valueOf(flag);
            texts.add(flag == null ? null : number);
            texts.add(day == null ? null : day.toString());
            texts.add(time == null ? null : time(time));
            texts.add(moment == null ? null : moment.toLocalDate() + "T" + time(moment.toLocalTime()));
            LocalDateTime utc = instant == null
                    ? null
                    : instant.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
            texts.add(utc == null ? null : utc.toLocalDate() + "T" + time(utc.toLocalTime()) + "Z");
            texts.add(bytes == null ? null : "0x" + HexFormat.of().formatHex(bytes));
            texts.add(text);
            return texts;
        }

        private static String time(LocalTime time) {
            String fraction = String.format("%09d", time.getNano()).replaceAll("0+$", "");
            return SECONDS.format(time) + (fraction.isEmpty() ? "" : "." + fraction);
        }

        /** The fewest digits by trial, laid out as Python does. */
        private static String python(double value) {
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                return "" + value;
            }
            for (int digits = 0; digits < 17; digits++) {
                String written = String.format(java.util.Locale.ROOT, "%." + digits + "e", value);
                if (Double.parseDouble(written) == value) {
                    int e = written.indexOf('e');
                    int exponent = Integer.parseInt(written.substring(e + 1));
                    String mantissa = written.substring(0, e);
                    if (exponent < -4 || exponent >= 16) {
                        return mantissa + written.substring(e);
                    }
                    String plain =
                            new BigDecimal(mantissa).scaleByPowerOfTen(exponent).toPlainString();
                    return (1 / value < 0 && !plain.startsWith("-") ? "-" : "")
                            + plain
                            + (plain.contains(".") ? "" : ".0");
                }
            }
            throw new AssertionError(value);
        }
    }

    @BeforeContainer
    static void open() {
        for (Dialect dialect : Engines.dialects()) {
            SourceDatabase database = SourceDatabase.of(dialect);
            DATABASES.put(dialect, database);
            boolean maria = Engines.speaksMySql(dialect);
            database.run("create table t (n int, whole bigint, dec_ decimal(38,9), real_ "
                    + (maria ? "double" : "double precision") + ", flag boolean, day date, time_ "
                    + (dialect == Dialect.DUCKDB ? "time" : "time(6)") + ", moment "
                    + (maria ? "datetime(6)" : "timestamp") + ", inst "
                    + (maria ? "timestamp(6) null" : "timestamp with time zone") + ", bytes_ "
                    + (dialect == Dialect.POSTGRES ? "bytea" : "blob") + ", text_ "
                    + (maria ? "text character set utf8mb4" : "text") + ")");
        }
    }

    @AfterContainer
    static void close() {
        DATABASES.values().forEach(SourceDatabase::close);
    }

    @Property
    void a_typed_row_has_the_text_of_plain_java(@ForAll("rows") List<Row> rows) {
        for (SourceDatabase database : DATABASES.values()) {
            List<Row> fitting = rows.stream()
                    .map(row -> Engines.speaksMySql(database.dialect) ? fitting(row) : row)
                    .toList();
            fill(database, fitting);
            List<List<@Nullable String>> expected = new ArrayList<>();
            fitting.forEach(row -> expected.add(row.oracle(database.dialect)));
            String sql = "select whole, dec_, real_, flag, day, time_, moment, inst, bytes_, text_ from t order by n";
            assertThat(WrittenTable.read(
                            Jdbc.query(database.pool, "t", sql).parts().get(0)))
                    .as(database.dialect + "")
                    .isEqualTo(expected);
            assertInsideEquals(database, sql, expected);
        }
    }

    /** But for floating-point numbers, which only reading writes. */
    private static void assertInsideEquals(SourceDatabase database, String sql, List<List<@Nullable String>> expected) {
        expected.forEach(row -> row.remove(2));
        Optional<List<List<@Nullable String>>> inside = Inside.rows(database, sql.replace("real_, ", ""));
        if (database.dialect != Dialect.MYSQL) {
            assertThat(inside).as(database.dialect + " inside").contains(expected);
        }
    }

    /** MariaDB has no NaN and no infinity, takes the text -0.0 for 0, and its TIMESTAMP ends in 2038. */
    private static Row fitting(Row row) {
        boolean finite = row.real != null && Double.isFinite(row.real);
        OffsetDateTime instant = row.instant == null
                ? null
                : row.instant
                        .withYear(1971 + Math.floorMod(row.instant.getYear(), 60))
                        .withDayOfMonth(1);
        return new Row(
                row.whole,
                row.decimal,
                finite ? Double.valueOf(row.real + 0.0) : null,
                row.flag,
                row.day,
                row.time,
                row.moment,
                instant,
                row.bytes,
                row.text);
    }

    /** Values go in as text, so that no driver touches them before they are read. */
    private static void fill(SourceDatabase database, List<Row> rows) {
        boolean maria = Engines.speaksMySql(database.dialect);
        String doubles = maria ? "?" : "cast(? as double precision)";
        String bytes =
                switch (database.dialect) {
                    case DUCKDB -> "unhex(?)";
                    case POSTGRES -> "decode(?, 'hex')";
                    case MARIADB, MYSQL -> "unhex(?)";
                };
        String cast = maria ? "?" : "cast(? as %s)";
        String sql = "insert into t values (?, " + String.format(cast, "bigint") + ", "
                + String.format(cast, "decimal(38,9)") + ", " + doubles + ", ?, " + String.format(cast, "date") + ", "
                + String.format(cast, "time") + ", " + String.format(cast, "timestamp") + ", "
                + String.format(cast, "timestamp with time zone") + ", " + bytes + ", ?)";
        database.run("delete from t");
        try (Connection connection = database.pool.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            if (maria) {
                connection.createStatement().execute("set time_zone = '+00:00'");
            }
            for (int n = 0; n < rows.size(); n++) {
                Row row = rows.get(n);
                List<@Nullable String> texts = row.oracle(Dialect.DUCKDB);
                insert.setInt(1, n);
                for (int i = 0; i < texts.size(); i++) {
                    String text = texts.get(i);
                    if (i == 3) {
                        insert.setObject(5, row.flag);
                    } else if (i == 8) {
                        insert.setString(10, text == null ? null : text.substring(2));
                    } else {
                        boolean zoned = i == 7 && maria && text != null;
                        insert.setString(i + 2, zoned ? text.substring(0, text.length() - 1) : text);
                    }
                }
                insert.executeUpdate();
            }
            if (maria) {
                connection.createStatement().execute("set time_zone = '-05:00'");
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<BigDecimal> decimals = Arbitraries.bigIntegers()
                .between(
                        BigInteger.TEN.pow(38).negate().add(BigInteger.ONE),
                        BigInteger.TEN.pow(38).subtract(BigInteger.ONE))
                .map(unscaled -> new BigDecimal(unscaled, 9));
        Arbitrary<Double> doubles = Arbitraries.oneOf(
                Arbitraries.longs().map(Double::longBitsToDouble),
                Arbitraries.doubles(),
                Arbitraries.integers().between(-1000, 1000).map(n -> n / 10.0),
                Arbitraries.of(-0.0, 1e15, 1e16, 9007199254740993.0, 1e-4, 1e-5, Double.NaN, Double.NEGATIVE_INFINITY));
        Arbitrary<LocalDate> days = Arbitraries.oneOf(
                Arbitraries.longs()
                        .between(
                                LocalDate.of(1, 1, 1).toEpochDay(),
                                LocalDate.of(9999, 12, 31).toEpochDay())
                        .map(LocalDate::ofEpochDay),
                Arbitraries.of(
                        LocalDate.of(1, 1, 1),
                        LocalDate.of(9999, 12, 31),
                        LocalDate.of(1582, 10, 10),
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(2024, 3, 31)));
        Arbitrary<LocalTime> times = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 86_399_999_999L).map(micros -> LocalTime.ofNanoOfDay(micros * 1000)),
                Arbitraries.of(LocalTime.MIDNIGHT, LocalTime.of(2, 30), LocalTime.of(23, 59, 59, 999_999_000)));
        Arbitrary<LocalDateTime> moments = Combinators.combine(days, times).as(LocalDateTime::of);
        Arbitrary<OffsetDateTime> instants =
                moments.map(moment -> moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(20);
        Arbitrary<String> texts = Arbitraries.strings()
                .all()
                .excludeChars('\0')
                .ofMaxLength(12)
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        Arbitrary<Row> first = Combinators.combine(
                        Arbitraries.longs().injectNull(0.1),
                        decimals.injectNull(0.1),
                        doubles.injectNull(0.1),
                        Arbitraries.of(true, false).injectNull(0.1),
                        days.injectNull(0.1),
                        times.injectNull(0.1),
                        moments.injectNull(0.1),
                        instants.injectNull(0.1))
                .as((a, b, c, d, e, f, g, h) -> new Row(a, b, c, d, e, f, g, h, null, null));
        return Combinators.combine(first, bytes.injectNull(0.1), texts.injectNull(0.1))
                .as((r, b, t) -> new Row(r.whole, r.decimal, r.real, r.flag, r.day, r.time, r.moment, r.instant, b, t))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
