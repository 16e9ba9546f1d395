package io.medallion.jdbc;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Measure.count;
import static io.medallion.spec.Measure.max;
import static io.medallion.spec.Parse.bigint;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.floating;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.time;
import static io.medallion.spec.Parse.timestamp;
import static io.medallion.spec.Parse.yesNo;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.jdbc.source.Source;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.Dialect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read back is the same Java value on every database, also where a driver would go by the zone of the JVM. */
@OnEveryEngine
class AnswersAgreeTest {

    private static final List<String> COLUMNS =
            List.of("id", "large", "flag", "day", "at", "moment", "clock", "amount", "ratio", "note");

    private static final SilverSpec EVENTS = SilverSpec.of(
            "events",
            column("id").as(integer()),
            column("large").as(bigint()),
            column("flag").as(yesNo("yes", "no")),
            column("day").as(date("yyyy-MM-dd")),
            column("at").as(timestamp("yyyy-MM-dd HH:mm:ss.SSSSSS")),
            column("moment").as(timestamp("yyyy-MM-dd'T'HH:mm:ssXXX")),
            column("clock").as(time("HH:mm:ss.SSSSSS")),
            column("amount").as(decimal(38, 2)),
            column("ratio").as(floating()),
            column("note"));

    private final TimeZone zone = TimeZone.getDefault();
    private final EngineUnderTest engine;
    private final Medallion medallion;

    AnswersAgreeTest(Dialect dialect) {
        engine = EngineUnderTest.of(dialect);
        medallion = Medallion.on(engine.dataSource());
    }

    @BeforeEach
    void in_a_zone_with_summer_time() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    }

    @AfterEach
    void close() {
        TimeZone.setDefault(zone);
        engine.close();
    }

    @Test
    void values_of_every_type_come_back_as_they_are() {
        Pipeline events = built();

        List<List<@Nullable Object>> rows = events.silver().head(9).rows();

        assertThat(rows)
                .containsExactly(
                        Arrays.asList(
                                1,
                                9_007_199_254_740_993L,
                                true,
                                LocalDate.of(1582, 10, 10),
                                LocalDateTime.of(1582, 10, 10, 1, 2, 3, 456_000),
                                OffsetDateTime.parse("2024-03-10T07:30:00Z"),
                                LocalTime.of(23, 59, 59, 123_456_000),
                                new BigDecimal("123456789012345678901234567890123456.78"),
                                0.1,
                                "a "),
                        Arrays.asList(
                                2,
                                -1L,
                                false,
                                LocalDate.of(1, 1, 1),
                                LocalDateTime.of(2024, 3, 10, 2, 30),
                                OffsetDateTime.parse("1500-01-01T00:00:00Z"),
                                LocalTime.MIDNIGHT,
                                new BigDecimal("0.00"),
                                1e300,
                                ""),
                        Arrays.asList(
                                3,
                                null,
                                null,
                                LocalDate.of(9999, 12, 31),
                                LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000),
                                null,
                                null,
                                null,
                                null,
                                null));
        assertThat(events.silver().preview(EVENTS, 9).rows())
                .extracting(row -> row.subList(row.size() - 11, row.size() - 1))
                .isEqualTo(rows);
    }

    @Test
    void answers_hold_them_too() {
        Pipeline events = built();

        Answer answer = events.query(
                measure(count(), max("at"), max("moment")).by("flag").limit(3));

        assertThat(answer.rows())
                .containsExactlyInAnyOrder(
                        Arrays.asList(
                                true,
                                1L,
                                LocalDateTime.of(1582, 10, 10, 1, 2, 3, 456_000),
                                OffsetDateTime.parse("2024-03-10T07:30:00Z")),
                        Arrays.asList(
                                false,
                                1L,
                                LocalDateTime.of(2024, 3, 10, 2, 30),
                                OffsetDateTime.parse("1500-01-01T00:00:00Z")),
                        Arrays.asList(null, 1L, LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000), null));
    }

    private Pipeline built() {
        Source rows = Source.rows("events", COLUMNS, sink -> {
            sink.row(
                    "1",
                    "9007199254740993",
                    "yes",
                    "1582-10-10",
                    "1582-10-10 01:02:03.000456",
                    "2024-03-10T02:30:00-05:00",
                    "23:59:59.123456",
                    "123456789012345678901234567890123456.78",
                    "0.1",
                    "a ");
            sink.row(
                    "2",
                    "-1",
                    "no",
                    "0001-01-01",
                    "2024-03-10 02:30:00.000000",
                    "1500-01-01T00:00:00Z",
                    "00:00:00.000000",
                    "0",
                    "1e300",
                    "");
            sink.row("3", null, null, "9999-12-31", "9999-12-31 23:59:59.999999", null, null, null, null, null);
        });
        Pipeline events = medallion.pipeline("events", rows);
        events.bronze().load();
        events.silver().build(EVENTS);
        return events;
    }
}
