package io.medallion.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.medallion.ColumnType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimeBucketTest {

    /** The oracle: over some years, does the finer bucket decide the coarser one? */
    @ParameterizedTest
    @EnumSource(TimeGrain.class)
    void rolls_up_exactly_where_the_finer_bucket_decides_the_coarser_one(TimeGrain finer) {
        for (TimeGrain coarser : TimeGrain.values()) {
            Map<LocalDateTime, LocalDateTime> decided = new HashMap<>();
            boolean nests = true;
            for (LocalDateTime at = LocalDateTime.of(2020, 1, 1, 0, 0);
                    at.getYear() < 2030;
                    at = at.plusMinutes(60 * 7 + 13)) {
                LocalDateTime start = start(coarser, at);
                nests &= start.equals(decided.computeIfAbsent(start(finer, at), key -> start));
            }
            // The samples are hours apart, too far to tell seconds, minutes and hours from one another.
            boolean expected = finer.isDate() || coarser.isDate() ? nests : finer.compareTo(coarser) <= 0;
            assertThat(TimeBucket.of(finer).rollsUpTo(TimeBucket.of(coarser)))
                    .as(finer + " in " + coarser)
                    .isEqualTo(expected);
        }
    }

    private static LocalDateTime start(TimeGrain grain, LocalDateTime at) {
        LocalDate day = at.toLocalDate();
        return switch (grain) {
            case SECOND -> at.truncatedTo(ChronoUnit.SECONDS);
            case MINUTE -> at.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
            case DAY -> day.atStartOfDay();
            case WEEK ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay();
            case MONTH -> day.withDayOfMonth(1).atStartOfDay();
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1).atStartOfDay();
            case YEAR -> day.withDayOfYear(1).atStartOfDay();
        };
    }

    @Test
    void rolls_up_only_in_the_same_zone() {
        TimeBucket day = TimeBucket.of(TimeGrain.DAY);
        TimeBucket month = TimeBucket.of(TimeGrain.MONTH);

        assertThat(day.in("Europe/Berlin").rollsUpTo(month.in("Europe/Berlin"))).isTrue();
        assertThat(day.in("Europe/Berlin").rollsUpTo(month)).isFalse();
        assertThat(day.rollsUpTo(month.in("Europe/Berlin"))).isFalse();
        assertThat(day.in("UTC").rollsUpTo(month.in("Europe/Berlin"))).isFalse();
    }

    @Test
    void days_roll_up_to_weeks_of_any_start_but_weeks_only_to_weeks_of_the_same() {
        TimeBucket sundays = TimeBucket.of(TimeGrain.WEEK).startingWeeksOn(DayOfWeek.SUNDAY);

        assertThat(TimeBucket.of(TimeGrain.DAY).rollsUpTo(sundays)).isTrue();
        assertThat(sundays.rollsUpTo(sundays)).isTrue();
        assertThat(TimeBucket.of(TimeGrain.WEEK).rollsUpTo(sundays)).isFalse();
    }

    @Test
    void bucketed_expressions_roll_up_over_the_same_operand_only() {
        Bucketed day = TimeBucket.of(TimeGrain.DAY).over(ColumnRef.of("ordered"));

        assertThat(day.rollsUpTo(TimeBucket.of(TimeGrain.YEAR).over(ColumnRef.of("ordered"))))
                .isTrue();
        assertThat(day.rollsUpTo(TimeBucket.of(TimeGrain.YEAR).over(ColumnRef.of("shipped"))))
                .isFalse();
    }

    @Test
    void the_week_start_matters_for_weeks_only() {
        assertThat(TimeBucket.of(TimeGrain.MONTH).startingWeeksOn(DayOfWeek.SUNDAY))
                .isEqualTo(TimeBucket.of(TimeGrain.MONTH));
        assertThat(TimeBucket.of(TimeGrain.WEEK).startingWeeksOn(DayOfWeek.SUNDAY))
                .isNotEqualTo(TimeBucket.of(TimeGrain.WEEK));
    }

    @Test
    void days_and_coarser_buckets_are_dates() {
        assertThat(TimeBucket.of(TimeGrain.HOUR).resultType()).isEqualTo(ColumnType.TIMESTAMP);
        assertThat(TimeBucket.of(TimeGrain.DAY).resultType()).isEqualTo(ColumnType.DATE);
    }

    @Test
    void refuses_an_unknown_zone_with_the_nearest() {
        assertThatThrownBy(() -> TimeBucket.of(TimeGrain.DAY).in("Europe/Berln"))
                .hasMessage("zone 'Europe/Berln' is not a time zone. Did you mean 'Europe/Berlin'?");
    }

    @Test
    void goes_to_json_and_back() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        TimeBucket bucket = new TimeBucket(TimeGrain.WEEK, "Europe/Berlin", DayOfWeek.SUNDAY);
        String json = mapper.writeValueAsString(bucket);

        assertThat(json).isEqualTo("{\"grain\":\"WEEK\",\"zone\":\"Europe/Berlin\",\"weekStart\":\"SUNDAY\"}");
        assertThat(mapper.readValue(json, TimeBucket.class)).isEqualTo(bucket);
        assertThat(mapper.readValue("{\"grain\":\"DAY\"}", TimeBucket.class)).isEqualTo(TimeBucket.of(TimeGrain.DAY));
        assertThat(mapper.writeValueAsString(TimeBucket.of(TimeGrain.DAY)))
                .isEqualTo("{\"grain\":\"DAY\",\"weekStart\":\"MONDAY\"}");
    }
}
