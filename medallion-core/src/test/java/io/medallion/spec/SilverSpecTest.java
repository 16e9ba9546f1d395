package io.medallion.spec;

import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medallion.ColumnType;
import io.medallion.MedallionException;
import io.medallion.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SilverSpecTest {

    @Test
    void a_rename_follows_into_key_deduplication_and_checks() {
        SilverSpec renamed =
                Specimens.ORDERS.withColumn("id", c -> c.named("order_id")).withColumn("amount", c -> c.named("total"));

        assertThat(renamed.key()).containsExactly("order_id");
        assertThat(renamed.deduplication().key()).containsExactly("order_id");
        assertThat(renamed.checks().get(0).rule().describe()).isEqualTo("total >= 0 OR paid");
        assertThat(renamed.checks().get(0).name()).isEqualTo("paid or positive");
    }

    @Test
    void editing_an_unknown_column_names_the_nearest() {
        assertThatThrownBy(() -> Specimens.ORDERS.withColumn("e_mail", c -> c))
                .isInstanceOf(MedallionException.class)
                .hasMessage("Silver spec 'orders': column 'e_mail' is not there. Did you mean 'email'?");
    }

    @Test
    void a_column_that_bronze_does_not_have_is_named_with_the_nearest() {
        SilverSpec spec = SilverSpec.of("orders", column("e_mail"), column("id"));

        assertThatThrownBy(() -> spec.checkAgainst(Specimens.BRONZE))
                .hasMessage("Silver spec 'orders': column 'e_mail' is not in bronze.orders. Did you mean 'email'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_batch_id", "_row_number", "_reasons", "_Warnings", "_expected"})
    void a_name_that_a_build_needs_itself_is_refused(String name) {
        assertThatThrownBy(() -> SilverSpec.of("t", column("a").named(name)))
                .hasMessageContaining("column '" + name + "'")
                .hasMessageContaining("has a name that Silver tables use themselves");
    }

    @Test
    void every_problem_is_reported_at_once() {
        assertThatThrownBy(() -> SilverSpec.of("t", column("a").as(Parse.integer()), column("A"))
                        .key("b")
                        .deduplicated(Deduplication.latestPer("c")))
                .isInstanceOf(MedallionException.class)
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> SilverSpec.of("t", column("a")).check(Check.that("b > 1"), Check.that("a + 1")))
                .isInstanceOfSatisfying(MedallionException.class, e -> assertThat(e.problems())
                        .hasSizeGreaterThanOrEqualTo(2)
                        .extracting(Problem::path)
                        .allMatch(p -> p.startsWith("Silver spec 't'")));
    }

    @Test
    void a_check_that_does_not_suit_the_type_is_refused() {
        assertThatThrownBy(() -> column("a").as(Parse.integer()).check(Check.matches("[0-9]+")))
                .hasMessageContaining("needs text, but the column is INTEGER");
        assertThatThrownBy(() -> column("a").as(Parse.integer()).check(Check.atLeast("x")))
                .hasMessageContaining("'x' is TEXT, but the column is INTEGER");
        assertThatThrownBy(() -> column("a").as(Parse.integer()).nulls(NullPolicy.fillUnknown()))
                .hasMessageContaining("null policy");
    }

    @Test
    void a_null_policy_that_does_not_suit_its_column_is_refused() {
        assertThatThrownBy(() -> column("a").nulls(NullPolicy.mean()))
                .hasMessageContaining("is a mean, but TEXT has none");
        assertThatThrownBy(() -> column("a").as(Parse.yesNo("y", "n")).nulls(NullPolicy.median()))
                .hasMessageContaining("is a median, but BOOLEAN has none");
        assertThatThrownBy(() -> column("a").nulls(NullPolicy.forward().per("a")))
                .hasMessageContaining("orders or groups by the column it fills");
        assertThatThrownBy(() -> SilverSpec.of(
                        "t", column("a").nulls(NullPolicy.forward().by("tz")), column("ts")))
                .hasMessageContaining("null policy of 'a': column 'tz' is not a column. Did you mean 'ts'?");
        assertThatThrownBy(() -> SilverSpec.of(
                        "t",
                        column("a").nulls(NullPolicy.forward().by("b")),
                        column("b").nulls(NullPolicy.forward())))
                .hasMessageContaining("orders or groups by 'b', which is filled forward itself");
    }

    @Test
    void the_action_on_what_cannot_be_read_is_written_only_where_it_is_chosen() {
        SilverColumn plain = column("a").as(Parse.integer());
        SilverSpec spec = SilverSpec.of("t", plain);

        assertThat(spec.toJson()).doesNotContain("unreadable");
        assertThat(SilverSpec.of("t", plain.unreadable(CheckAction.REJECT)).fingerprint())
                .isEqualTo(spec.fingerprint());
        SilverSpec warned = SilverSpec.of("t", plain.unreadableOrWarn());
        assertThat(warned.toJson()).contains("\"unreadable\":\"WARN\"");
        assertThat(warned.fingerprint())
                .isNotEqualTo(spec.fingerprint())
                .isNotEqualTo(
                        SilverSpec.of("t", plain.unreadable(CheckAction.FAIL)).fingerprint());
        assertThat(SilverSpec.fromJson(warned.toJson())).isEqualTo(warned);
    }

    @Test
    void a_mapping_that_cannot_be_applied_is_refused() {
        assertThatThrownBy(() -> column("a").as(Parse.integer()).mapped(Map.of("1", "2")))
                .hasMessageContaining("replaces texts, but the column is INTEGER");
        assertThatThrownBy(() -> column("a").mapped(Map.of("M", "m", "m", "male")))
                .hasMessageContaining("replaces 'M' by 'm', which is replaced itself");
    }

    @Test
    void a_rename_follows_into_what_orders_a_forward_fill() {
        SilverSpec renamed = Specimens.ORDERS.withColumn("at", c -> c.named("measured_at"));

        assertThat(renamed.column("reading").nulls())
                .isEqualTo(NullPolicy.forward().by("measured_at").per("customer_id"));
    }

    @Test
    void types_include_the_flags_of_missing_values() {
        assertThat(Specimens.ORDERS.types())
                .containsEntry("amount", ColumnType.decimal(12, 2))
                .containsEntry("is_amount_missing", ColumnType.BOOLEAN)
                .containsEntry("at", ColumnType.TIMESTAMPTZ)
                .containsEntry("local", ColumnType.TIMESTAMPTZ);
    }

    @ParameterizedTest
    @CsvSource({
        "Order Date, order_date",
        "orderDate, order_date",
        "HTTPStatus, http_status",
        "Straße (km), strasse_km",
        "2024, _2024",
        "  a--b  , a_b",
        "Ünïcödé, unicode",
        "日付, 日付",
        "€, column",
        "Cost Total $, cost_total",
    })
    void names_become_snake_case(String header, String expected) {
        assertThat(SnakeCase.of(header)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"yyyy-MM", "dd.MM.yy HH:mm", "qq", "yyyy-MM-dd-dd", "hh:mm", "'open"})
    void a_pattern_that_is_not_a_date_is_refused(String pattern) {
        assertThatThrownBy(() -> Parse.date(pattern)).isInstanceOf(MedallionException.class);
    }
}
