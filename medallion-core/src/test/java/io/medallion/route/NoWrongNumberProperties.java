package io.medallion.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.Layer;
import io.medallion.engines.Engines;
import io.medallion.expression.Aggregate;
import io.medallion.route.ShopRows.Row;
import io.medallion.semantic.SemanticModel;
import io.medallion.semantic.SemanticQuery;
import io.medallion.semantic.ShopModel;
import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.Relationship;
import io.medallion.sql.Dialect;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

class NoWrongNumberProperties {

    private static final Relationship CUSTOMER = Relationship.manyToOne("orders.customer_id", "customers.customer_id");

    private static final SemanticModel MODEL = SemanticModel.derivedFrom(List.of(ShopModel.ORDERS, ShopModel.CUSTOMERS))
            .with(CUSTOMER);

    /** A question with its meaning in plain Java. */
    private record Question(List<Terms.Group> groups, List<Terms.Number> numbers, List<Terms.Condition> conditions) {

        SemanticQuery query() {
            SemanticQuery query = null;
            for (Terms.Number number : numbers) {
                boolean rows = number.measure().aggregate().equals(Aggregate.count());
                if (rows) {
                    query = query == null ? SemanticQuery.measure("orders.count") : query.and("orders.count");
                } else {
                    query = query == null ? SemanticQuery.measure(number.measure()) : query.and(number.measure());
                }
            }
            for (Terms.Group group : groups) {
                query = query.by(group.grouping());
            }
            for (Terms.Condition condition : conditions) {
                query = query.where(condition.text());
            }
            return query;
        }

        List<List<Object>> answer(List<Row> rows) {
            Map<List<Object>, List<Row>> members = new LinkedHashMap<>();
            if (groups.isEmpty()) {
                members.put(List.of(), new ArrayList<>());
            }
            rows.stream()
                    .filter(r -> conditions.stream().allMatch(c -> c.holds().test(r)))
                    .forEach(r -> members.computeIfAbsent(key(r), k -> new ArrayList<>())
                            .add(r));
            List<List<Object>> answer = new ArrayList<>();
            members.forEach((key, group) -> {
                List<Object> row = new ArrayList<>(key);
                numbers.forEach(n -> row.add(n.value().apply(group)));
                answer.add(row);
            });
            answer.sort(order());
            return answer;
        }

        private List<Object> key(Row row) {
            List<Object> key = new ArrayList<>();
            groups.forEach(g -> key.add(g.value().apply(row)));
            return key;
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private Comparator<List<Object>> order() {
            Comparator<Comparable> nullsLast = Comparator.nullsLast(Comparator.naturalOrder());
            Comparator<Comparable> greatestFirst = Comparator.nullsLast(Comparator.reverseOrder());
            Comparator<List<Object>> order =
                    Comparator.comparing(row -> (Comparable) row.get(groups.size()), greatestFirst);
            for (int i = 0; i < groups.size(); i++) {
                int column = i;
                order = order.thenComparing(row -> (Comparable) row.get(column), nullsLast);
            }
            return order;
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void gold_answers_as_silver_does_or_not_at_all(@ForAll Random random) throws SQLException {
        tried(Dialect.DUCKDB, random);
        Statistics.coverage(seen -> {
            seen.check(Route.How.DIRECT).count(c -> c > 50);
            seen.check(Route.How.ROLLUP).count(c -> c > 100);
            seen.check(Route.How.DERIVE).count(c -> c > 5);
        });
    }

    /** Each asks many questions. */
    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void servers_answer_so_too(@ForAll Random random) throws SQLException {
        for (Dialect dialect : Engines.dialects()) {
            if (dialect != Dialect.DUCKDB) {
                tried(dialect, random);
            }
        }
    }

    private static void tried(Dialect dialect, Random random) throws SQLException {
        ShopRows shop = ShopRows.random(random);
        try (ShopDatabase database = new ShopDatabase(dialect, shop)) {
            List<GoldSpec> gold = new ArrayList<>();
            List<TableState> states = new ArrayList<>(Routing.silver());
            for (int i = 0; i < 3; i++) {
                AggregateGoldSpec spec = goldSpec("gold_" + i, random);
                gold.add(spec);
                states.add(database.build(spec));
            }
            for (int i = 0; i < 120; i++) {
                Question question = question(random, (AggregateGoldSpec) gold.get(random.nextInt(gold.size())));
                for (GoldSpec one : gold) {
                    Route route = route(question, List.of(one), states);
                    Statistics.collect(route.how());
                    // few questions are answered by Gold, so many are asked and most of the others not run
                    if (route.layer() == Layer.GOLD || random.nextInt(100) == 0) {
                        assertSame(database.rows(route.query()), question.answer(shop.joined()), question, route);
                    }
                }
            }
        }
    }

    private static Route route(Question question, List<GoldSpec> gold, List<TableState> states) {
        return QueryRouter.exact().route(RouteRequest.of(question.query(), MODEL, gold, states));
    }

    private static void assertSame(List<List<Object>> rows, List<List<Object>> truth, Question question, Route route) {
        String what = route.explain() + question.query() + "\n" + route.query().select() + "\nwhere "
                + route.query().where();
        assertThat(rows).as(what).hasSameSizeAs(truth);
        boolean exact = truth.stream().flatMap(List::stream).noneMatch(Double.class::isInstance);
        if (exact) {
            assertThat(rows).as(what).isEqualTo(truth);
            return;
        }
        int keys = question.groups().size();
        Comparator<List<Object>> byKey =
                Comparator.comparing(row -> row.subList(0, keys).toString());
        List<List<Object>> found = rows.stream().sorted(byKey).toList();
        List<List<Object>> wanted = truth.stream().sorted(byKey).toList();
        for (int i = 0; i < wanted.size(); i++) {
            for (int j = 0; j < wanted.get(i).size(); j++) {
                assertNear(found.get(i).get(j), wanted.get(i).get(j), what);
            }
        }
    }

    private static void assertNear(Object found, Object wanted, String what) {
        if (found instanceof Double a && wanted instanceof Double b) {
            assertThat(Math.abs(a - b)).as(what).isLessThanOrEqualTo(1e-9 * Math.max(1, Math.abs(b)));
        } else {
            assertThat(found).as(what).isEqualTo(wanted);
        }
    }

    private static AggregateGoldSpec goldSpec(String name, Random random) {
        AggregateGoldSpec.Builder builder =
                GoldSpec.builder(name).from(ShopModel.ORDERS).join(ShopModel.CUSTOMERS, CUSTOMER);
        some(Terms.GROUPS, random.nextInt(5), random).forEach(g -> builder.by(g.grouping()));
        some(Terms.NUMBERS, 4 + random.nextInt(7), random).forEach(n -> builder.measure(n.measure()));
        if (random.nextInt(4) == 0) {
            builder.where(Terms.CONDITIONS
                    .get(random.nextInt(Terms.CONDITIONS.size()))
                    .text());
        }
        return builder.build();
    }

    /** Half of the questions stay near a Gold table, so that it can answer some. */
    private static Question question(Random random, AggregateGoldSpec near) {
        boolean stay = random.nextInt(3) > 0;
        List<Terms.Group> groups = Terms.GROUPS.stream()
                .filter(g -> !stay || near.groupings().contains(g.grouping()) || random.nextInt(4) == 0)
                .toList();
        List<Terms.Number> numbers = Terms.NUMBERS.stream()
                .filter(n -> !stay || near.measures().contains(n.measure()) || random.nextInt(9) == 0)
                .toList();
        List<Terms.Condition> conditions =
                new ArrayList<>(some(Terms.CONDITIONS, Math.max(0, random.nextInt(4) - 1), random));
        Terms.CONDITIONS.stream()
                .filter(c ->
                        near.filter() != null && c.text().equals(near.filter().text()) && random.nextInt(3) > 0)
                .forEach(conditions::add);
        return new Question(
                some(groups, random.nextInt(3), random), some(numbers, 1 + random.nextInt(2), random), conditions);
    }

    private static <T> List<T> some(List<T> all, int count, Random random) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
    }
}
