package io.medallion.sql;

import static io.medallion.spec.Parse.bigint;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.floating;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.text;
import static io.medallion.spec.Parse.timestamp;
import static io.medallion.spec.Parse.yesNo;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.ColumnType;
import io.medallion.Layer;
import io.medallion.engines.EachDialect;
import io.medallion.engines.Engines;
import io.medallion.expression.Expression;
import io.medallion.expression.Query;
import io.medallion.expression.Relation;
import io.medallion.expression.ScalarFunction;
import io.medallion.expression.Scope;
import io.medallion.expression.TimeGrain;
import io.medallion.spec.PipelineSpec;
import io.medallion.spec.SilverSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;

/** Every operator, function and bucket over one row of known values, on each engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpressionSqlTest {

    private static final SilverSpec ONE = SilverSpec.of(
            "one",
            column("i").as(integer()),
            column("b").as(bigint()),
            column("d").as(decimal(12, 2)),
            column("f").as(floating()),
            column("x").as(text()),
            column("on").named("on_day").as(date("yyyy-MM-dd")),
            column("ts").as(timestamp("yyyy-MM-dd HH:mm:ss")),
            column("tz").as(timestamp("yyyy-MM-dd HH:mm:ss", "UTC")),
            column("yes").as(yesNo("y", "n")),
            column("gone").as(integer()),
            column("void").as(text()),
            column("n").as(text()));

    private static final PipelineSpec PIPELINE = PipelineSpec.empty("test").with(ONE);

    private record Case(String expression, String expected) {}

    private final Map<Dialect, Engine> engines = new EnumMap<>(Dialect.class);

    @BeforeAll
    void starts_the_engines() throws Exception {
        for (Dialect dialect : Engines.dialects()) {
            Engine engine = Engine.of(dialect);
            engines.put(dialect, engine);
            engine.clear();
            engine.run(engine.generator().create(ONE));
            engine.run("insert into silver.one values (7, 9000000000, 12.35, 2.5, '  Ärger 😀 ', date '2024-02-29',"
                    + " timestamp '2024-12-30 23:45:59.5', timestamptz '2024-03-31 00:30:15+00', true, null, null, '12.50',"
                    + " 'batch', 1)");
        }
    }

    @AfterAll
    void stops_the_engines() throws Exception {
        for (Engine engine : engines.values()) {
            engine.close();
        }
    }

    @ParameterizedTest
    @EachDialect
    void gives_the_same_value_on_every_engine(Dialect dialect) throws Exception {
        Engine engine = engines.get(dialect);
        List<String> wrong = new ArrayList<>();
        for (Case one : cases()) {
            String sql = sql(engine, one.expression());
            String found;
            try {
                found = engine.comparable(engine.exactRows(sql)).toString();
            } catch (java.sql.SQLException e) {
                found = "error: " + e.getMessage().lines().findFirst().orElse("");
            }
            if (!found.startsWith(
                    one.expected().startsWith("error")
                            ? "error: "
                            : engine.comparable(List.of(one.expected())).toString())) {
                wrong.add(one.expression() + "\n  expected " + one.expected() + "\n  found    " + found + "\n  " + sql);
            }
        }
        assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
    }

    @Test
    void gives_the_type_of_the_expression() throws Exception {
        Engine engine = engines.get(Dialect.DUCKDB);
        List<String> wrong = new ArrayList<>();
        for (Case one : cases()) {
            if (one.expected().startsWith("error")) {
                continue;
            }
            ColumnType type = Expression.parse(one.expression()).typeIn(Scope.of(ONE.types()));
            String wanted = ColumnTypes.column(type, Dialect.DUCKDB).toString().replace(" ", "");
            String found = engine.exactRows("describe " + sql(engine, one.expression()))
                    .get(0)
                    .split(" \\| ")[1];
            String plain = found.toLowerCase(Locale.ROOT).replace("timestamp with time zone", "timestamptz");
            if (!plain.equals(wanted)) {
                wrong.add(one.expression() + ": " + plain + ", not " + wanted);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void tries_every_function_and_every_bucket() throws Exception {
        String all = cases().stream().map(Case::expression).toList().toString();
        for (ScalarFunction function : ScalarFunction.values()) {
            assertThat(all).contains(function.text() + "(");
        }
        for (TimeGrain grain : TimeGrain.values()) {
            assertThat(all).contains("'" + grain + "'");
        }
    }

    private static String sql(Engine engine, String expression) {
        Query query = Query.of(
                Relation.table(Layer.SILVER, "one"),
                List.of(new Query.Selected(Expression.parse(expression), "value")));
        return engine.generator().query(query, PIPELINE).text();
    }

    /** Lines {@code expression => value}; comments start with {@code --}. */
    private static List<Case> cases() throws IOException {
        try (InputStream file = ExpressionSqlTest.class.getResourceAsStream("/expressions.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("--"))
                    .map(line -> line.split(" => ", 2))
                    .map(parts -> new Case(parts[0].strip(), parts[1]))
                    .toList();
        }
    }
}
