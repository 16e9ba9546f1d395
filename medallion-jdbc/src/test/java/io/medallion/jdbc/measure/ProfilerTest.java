package io.medallion.jdbc.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.profile.ColumnProfile;
import io.medallion.profile.TableProfile;
import io.medallion.profile.ValueCount;
import io.medallion.profile.ValueShape;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfilerTest {

    @Test
    void counts_nulls_blanks_distinct_values_and_lengths() {
        try (MeasuredTable table = rows(row("a"), row("a"), row("bcd"), row((String) null), row(""), row(" \t"))) {
            ColumnProfile column = table.profile().column("c");
            assertThat(column.rows()).isEqualTo(6);
            assertThat(column.nulls()).isEqualTo(1);
            assertThat(column.blanks()).isEqualTo(2);
            assertThat(column.distinct()).isEqualTo(4);
            assertThat(column.counts().shortest()).isZero();
            assertThat(column.counts().longest()).isEqualTo(3);
            assertThat(column.values().get(0)).isEqualTo(new ValueCount("a", 2));
            assertThat(column.allValues()).isTrue();
        }
    }

    @Test
    void shapes_stand_for_values_of_one_form() {
        try (MeasuredTable table = rows(row("2024-01-31"), row("2023-12-01"), row("n/a"))) {
            assertThat(table.profile().column("c").shapes())
                    .containsExactly(
                            new ValueShape("9999-99-99", 2, 2, "2023-12-01", "2024-01-31"),
                            new ValueShape("a/a", 1, 1, "n/a", "n/a"));
        }
    }

    @Test
    void numbers_are_summed_up() {
        try (MeasuredTable table = rows(row("1"), row("2"), row("3"), row("-10.5"), row("104.5"))) {
            assertThat(table.profile().column("c").numbers()).satisfies(n -> {
                assertThat(n.min()).isEqualByComparingTo("-10.5");
                assertThat(n.max()).isEqualByComparingTo("104.5");
                assertThat(n.mean()).isEqualTo(20.0);
                assertThat(n.median()).isEqualTo(2.0);
            });
        }
    }

    @Test
    void a_header_alone_is_a_profile_of_nothing() {
        try (MeasuredTable table = MeasuredTable.of("t", List.of("a", "b"), Stream.empty())) {
            TableProfile profile = table.profile();
            assertThat(profile.rows()).isZero();
            assertThat(profile.exact()).isTrue();
            assertThat(profile.column("a").readings()).isEmpty();
        }
    }

    @Test
    void strange_names_are_only_names() {
        List<String> names = List.of(
                "select", "a\"b", "x'; drop table t; --", "\uD83D\uDE00", "ORDER", "n".repeat(300), "{0}", ":p ?");
        try (MeasuredTable table = MeasuredTable.of(
                "it's \"odd\"", names, Stream.of(new String[][] {{"1", "2", "3", "4", "5", "6", "7", "8"}}))) {
            TableProfile profile = table.profile();
            assertThat(profile.columns())
                    .extracting(ColumnProfile::name)
                    .isEqualTo(table.bronze().columns());
            assertThat(profile.columns())
                    .allSatisfy(c -> assertThat(c.distinct()).isEqualTo(1));
            assertThat(table.plan().acceptAll().toSpec().columns()).hasSize(8);
        }
    }

    @Test
    void fifteen_hundred_columns_are_profiled_and_planned() {
        List<String> names =
                IntStream.range(0, 1_500).mapToObj(i -> "column " + i).toList();
        String[] row = IntStream.range(0, 1_500).mapToObj(String::valueOf).toArray(String[]::new);
        try (MeasuredTable table = MeasuredTable.of("wide", names, Stream.of(row, row))) {
            assertThat(table.profile().columns()).hasSize(1_500);
            assertThat(table.plan().columns()).hasSize(1_500);
        }
    }

    @Test
    void a_sample_says_how_many_rows_were_looked_at() {
        try (MeasuredTable table =
                MeasuredTable.column("n", IntStream.range(0, 1_000).mapToObj(String::valueOf))) {
            TableProfile sample = table.profile(100);
            assertThat(sample.rows()).isEqualTo(1_000);
            assertThat(sample.sampledRows()).isEqualTo(100);
            assertThat(sample.exact()).isFalse();
        }
    }

    private static MeasuredTable rows(@Nullable String[]... rows) {
        return MeasuredTable.of("t", List.of("c"), Stream.of(rows));
    }

    private static @Nullable String[] row(@Nullable String value) {
        return new @Nullable String[] {value};
    }
}
