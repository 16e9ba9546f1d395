package io.medallion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.spec.BatchMode;
import io.medallion.spec.PipelineSpec;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValuesJsonTest {

    private static final Instant NOW = Instant.parse("2026-11-20T17:30:00.123456Z");

    private static final Build BUILD = new Build(
            "b1",
            "shop",
            Layer.SILVER,
            "orders",
            3,
            "f00d",
            Build.Status.PUBLISHED,
            NOW,
            NOW.plusMillis(400),
            new Build.Rows(1000, 990, 8, 2),
            List.of(
                    new Build.Reason("ordered_on: not a date", "reject", 6),
                    new Build.Reason("amount: at least 0", "warn", 2)),
            "select 1",
            null);

    private static final Batch BATCH = new Batch(
            "x1",
            "shop",
            "orders",
            1,
            BatchMode.REPLACE_SAME_FILE,
            "orders.csv",
            10,
            1,
            1,
            NOW,
            true,
            true,
            new Batch.Latency(9, 1.5, 3.5, 2.5),
            "Fields are separated by ','.",
            List.of("column 'id' added"));

    private static final Where WHERE = new Where("", "shop", Layer.SILVER, "orders");

    static Stream<Object> values() {
        return Stream.of(
                BUILD,
                BATCH,
                new Refresh(
                        "shop",
                        List.of(BATCH),
                        List.of(BUILD),
                        List.of(new Refresh.Skipped(Layer.GOLD, "revenue", "nothing has changed"))),
                new PipelineStatus(
                        "shop",
                        List.of(
                                new PipelineStatus.Table(
                                        Layer.BRONZE, "orders", PipelineStatus.State.FRESH, "", 1, 10, NOW),
                                new PipelineStatus.Table(
                                        Layer.SILVER, "orders", PipelineStatus.State.MISSING, "never", 0, 0, null))),
                new RejectSummary(2, List.of(new RejectSummary.Rule("id: missing", 2))),
                new RejectedRow(
                        "x1",
                        3,
                        null,
                        "id: unique",
                        "id",
                        "7",
                        new RejectedRow.Witness("x0", 1),
                        4,
                        NOW,
                        NOW.plusMillis(1)),
                new Replay(5, 1, 1, 1, 2, 0, List.of(new RejectSummary.Rule("id: missing", 2)), BUILD),
                new SpecVersion(1, NOW, PipelineSpec.empty("shop")),
                new Event.Started(WHERE, NOW, "build"),
                new Event.Progress(WHERE, NOW, "stage", 1, 7L),
                new Event.Progress(new Where("t1", "shop", null, null), NOW, "rows", 1, null),
                new Event.Finished(WHERE, NOW, "10 rows"),
                new Event.Failed(WHERE, NOW, "the disk is full"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void come_back_equal_from_their_json(Object value) {
        String json = io.medallion.spec.Json.write(value);

        Class<?> type = value instanceof Event ? Event.class : value.getClass();
        assertThat(io.medallion.spec.Json.read(json, type)).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("values")
    void are_the_same_json_with_the_mapper_of_a_host(Object value) throws JsonProcessingException {
        ObjectMapper host = JsonMapper.builder()
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();

        assertThat(host.readTree(host.writeValueAsString(value)))
                .isEqualTo(host.readTree(io.medallion.spec.Json.write(value)));
    }

    @Test
    void an_instant_that_is_none_is_refused_with_its_path() {
        String json = BUILD.toJson().replace("2026-11-20T17:30:00.123456Z", "yesterday");

        assertThatThrownBy(() -> Build.fromJson(json))
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("startedAt");
    }

    @Test
    void a_build_explains_where_the_rows_went() {
        assertThat(BUILD.explain())
                .isEqualTo(
                        """
                        silver.orders version 3: 1,000 rows in = 990 out + 8 rejected + 2 duplicates (0.4 s)
                                 6  rejected  ordered_on: not a date
                                 2  warned    amount: at least 0
                        """);
    }

    @Test
    void a_status_shows_its_tables_and_is_as_current_as_the_worst() {
        PipelineStatus status = new PipelineStatus(
                "shop",
                List.of(
                        new PipelineStatus.Table(Layer.SILVER, "a", PipelineStatus.State.FRESH, "", 2, 1234, NOW),
                        new PipelineStatus.Table(
                                Layer.SILVER, "b", PipelineStatus.State.STALE, "bronze.b changed since", 1, 5, NOW)));

        assertThat(status.of(Layer.SILVER)).isEqualTo(PipelineStatus.State.STALE);
        assertThat(status.of(Layer.GOLD)).isEqualTo(PipelineStatus.State.MISSING);
        assertThat(status.explain())
                .isEqualTo(
                        """
                        Pipeline 'shop'
                        table     state  rows  version  why
                        --------  -----  ----  -------  ----------------------
                        silver.a  fresh  1234        2
                        silver.b  stale     5        1  bronze.b changed since
                        """);
    }
}
