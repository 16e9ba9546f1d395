package io.medallion.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.expression.AggregateFunction;
import io.medallion.expression.ColumnRef;
import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.Parse;
import io.medallion.spec.Role;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GoldProposalProperties {

    private static final Set<String> NEVER_SUMMED = Set.of(
            "id",
            "customer_id",
            "customerid",
            "zip_code",
            "year",
            "phone",
            "latitude",
            "tax_rate",
            "discount_pct",
            "unit_price",
            "age",
            "score",
            "speed_kmh",
            "temperature",
            "article_no",
            "census_tracts_2010",
            "x_coord");

    private static final List<String> NAMES = Stream.concat(
                    NEVER_SUMMED.stream().sorted(),
                    Stream.of(
                            "amount",
                            "cost_total",
                            "quantity",
                            "status",
                            "country",
                            "ordered_on",
                            "shipped_at",
                            "note",
                            "row_count",
                            "sum_amount",
                            "select",
                            "Größe",
                            "weird name",
                            "x"))
            .toList();

    record Part(String name, Parse parse, Role role, long distinct) {}

    @Provide
    Arbitrary<List<Part>> parts() {
        Arbitrary<Parse> parses = Arbitraries.of(
                Parse.text(),
                Parse.integer(),
                Parse.bigint(),
                Parse.decimal(10, 2),
                Parse.floating(),
                Parse.date("yyyy-MM-dd"),
                Parse.timestamp("yyyy-MM-dd HH:mm:ss"),
                Parse.yesNo("y", "n"));
        Arbitrary<Role> roles = Arbitraries.of(Role.class).injectNull(0.7);
        return Combinators.combine(
                        Arbitraries.of(NAMES),
                        parses,
                        roles,
                        Arbitraries.longs().between(0, 2_000))
                .as(Part::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }

    @Property(tries = 300)
    void never_sums_what_names_things_and_always_builds(@ForAll("parts") List<Part> parts, @ForAll boolean profiled) {
        Map<String, Part> columns = new LinkedHashMap<>();
        parts.forEach(p -> columns.putIfAbsent(p.name(), p));
        KnownTable table = KnownTable.of("things", 2_000);
        columns.values()
                .forEach(p -> table.add(p.name(), p.parse(), p.role(), p.distinct(), least(p), greatest(p), number(p)));
        GoldPlanRequest request =
                profiled ? KnownTable.request(table) : GoldPlanRequest.of(List.of(table.spec()), List.of());

        GoldPlan plan = GoldPlanner.ruleBased().plan(request);

        assertThat(plan.suggestions()).isNotEmpty().hasSizeLessThanOrEqualTo(12);
        Set<String> names = new HashSet<>();
        for (Suggestion<GoldProposal> suggestion : plan.suggestions()) {
            AggregateGoldSpec spec = (AggregateGoldSpec) suggestion.value().spec();
            assertThat(names.add(spec.table())).isTrue();
            assertThat(spec.measures()).anyMatch(m -> m.aggregate().text().equals("COUNT(*)"));
            assertThat(suggestion.confidence()).isBetween(0.0, 1.0);
        }
        List<String> summed = plan.suggestions().stream()
                .flatMap(s -> ((AggregateGoldSpec) s.value().spec()).measures().stream())
                .filter(m -> m.aggregate().function() == AggregateFunction.SUM)
                .filter(m -> m.aggregate().argument() instanceof ColumnRef)
                .flatMap(m -> m.aggregate().columns().stream())
                .map(c -> c.column())
                .toList();
        for (String column : summed) {
            Role role = columns.get(column).role();
            assertThat(role).isNotIn(Role.KEY, Role.FOREIGN_KEY, Role.DIMENSION, Role.ATTRIBUTE, Role.TIME);
            assertThat(role == null && NEVER_SUMMED.contains(column)).as(column).isFalse();
        }
        assertThat(GoldPlan.fromJson(plan.toJson()).acceptAll().toSpecs())
                .isEqualTo(plan.acceptAll().toSpecs());
    }

    private static boolean number(Part part) {
        return part.parse().type().isNumeric();
    }

    private static String least(Part part) {
        return number(part) ? "0" : part.parse().type().isTemporal() ? "2021-03-01 00:00:00" : "a";
    }

    private static String greatest(Part part) {
        return number(part) ? "99999" : part.parse().type().isTemporal() ? "2024-05-31 00:00:00" : "z";
    }
}
