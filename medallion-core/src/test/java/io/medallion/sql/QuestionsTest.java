package io.medallion.sql;

import static io.medallion.spec.Check.atLeast;
import static io.medallion.spec.Check.matches;
import static io.medallion.spec.Check.that;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.floating;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.text;
import static io.medallion.spec.Parse.timestamp;
import static io.medallion.spec.Parse.yesNo;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.engines.Engines;
import io.medallion.plan.ProbeQuestion;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.NullPolicy.Statistic;
import io.medallion.spec.Relationship;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What planning asks of a table has the same answer on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionsTest {

    private static final List<String> NAMES = List.of("id", "day", "amount", "name", "flag", "size");

    private static final String[] ROWS = {
        "1|2024-01-31|10.5|Ann|yes|1.5",
        "1|2024-01-31|10.5|Ann|yes|1.5",
        "2|2024-02-30|-1|ann |no|2e3",
        " 3 |(null)|abc|\u00c4nn|YES|",
        "x||0.25|A\u0308nn|maybe|-0.0",
        "(null)|2023-12-01|10.50|(null)|(null)|NaN",
        "007|2024-01-31|n/a|\ud83d\ude00 'quoted' \"and\" back\\slash|no|1e-3",
        "-4|2024-01-31| 7 |n/a|yes|12",
        "5|0001-01-01|99999999.99|" + "long ".repeat(200) + "|no|7"
    };

    private static final SilverColumn ID = column("id").as(integer()).check(atLeast(2));
    private static final SilverColumn DAY = column("day").as(date("yyyy-MM-dd"));
    private static final SilverColumn AMOUNT =
            column("amount").as(decimal(12, 2)).nullWords("n/a");
    private static final SilverColumn NAME = column("name").as(text().trimmed()).check(matches("[A-Za-z]+"));
    private static final SilverColumn FLAG = column("flag").as(yesNo("yes", "no"));
    private static final SilverColumn SIZE = column("size").as(floating());

    private static final SilverSpec FILLED = SilverSpec.of(
            "orders", column("id").as(integer()), DAY.nulls(NullPolicy.forward().by("id")));

    private static final List<ProbeQuestion<?>> QUESTIONS = List.of(
            new ProbeQuestion.Column(ID),
            new ProbeQuestion.Column(DAY),
            new ProbeQuestion.Column(AMOUNT),
            new ProbeQuestion.Column(NAME),
            new ProbeQuestion.Column(FLAG),
            new ProbeQuestion.Column(SIZE),
            new ProbeQuestion.Column(column("day").as(timestamp("yyyy-MM-dd", "Europe/Berlin"))),
            new ProbeQuestion.Key(List.of(ID, DAY)),
            new ProbeQuestion.Key(List.of(NAME)),
            new ProbeQuestion.Rows(List.of(ID, AMOUNT), that("amount > id OR id = 5")),
            new ProbeQuestion.Refused(AMOUNT, 5),
            new ProbeQuestion.Refused(DAY, 1),
            new ProbeQuestion.Copies(),
            new ProbeQuestion.NearCopies(List.of(NAME, FLAG)));

    private final List<Engine> engines = new ArrayList<>();

    @BeforeAll
    void start() throws Exception {
        for (Dialect dialect : Engines.dialects()) {
            Engine engine = Engine.of(dialect);
            engines.add(engine);
            SilverDatabases.bronze(engine, String.join(",", NAMES), ROWS);
            engine.run(engine.generator()
                    .build(SilverSpec.of(
                            "orders", column("id"), DAY.check(), NAME.withChecks(List.of()), SIZE, AMOUNT)));
        }
    }

    @AfterAll
    void stop() throws Exception {
        for (Engine engine : engines) {
            engine.close();
        }
    }

    private static BronzeSpec orders() {
        return BronzeSpec.of("orders", NAMES).withRowHash(false);
    }

    @Test
    void a_probe_is_answered_alike() throws Exception {
        for (ProbeQuestion<?> question : QUESTIONS) {
            alike(question.toString(), sql -> sql.probe(orders(), List.of(question)));
        }
        alike("all", sql -> sql.probe(orders(), QUESTIONS));
    }

    @Test
    void figures_are_worked_out_alike() throws Exception {
        for (Statistic statistic : Statistic.values()) {
            for (SilverColumn column : List.of(ID, DAY, AMOUNT, NAME, SIZE)) {
                if (column.equals(NAME) && statistic != Statistic.MODE) {
                    continue;
                }
                alike(
                        statistic + " of " + column.name(),
                        sql -> sql.probe(orders(), List.of(new ProbeQuestion.Fit(column, statistic))));
            }
        }
    }

    @Test
    void forward_fills_are_counted_alike() throws Exception {
        alike("filled", sql -> sql.probe(orders(), List.of(new ProbeQuestion.Filled(FILLED, "day"))));
    }

    @Test
    void inclusion_is_measured_alike() throws Exception {
        alike("inclusion", sql -> sql.inclusion(List.of(Relationship.manyToOne("orders.id", "orders.name"))));
    }

    @Test
    void a_profile_is_alike() throws Exception {
        SilverSpec silver = SilverSpec.of("orders", column("id"), DAY, NAME, SIZE, AMOUNT);
        alike("rows", sql -> sql.profileRows(orders()));
        for (String name : NAMES) {
            alike("profile of " + name, sql -> sql.profile(orders(), List.of(name), 3, 1));
        }
        alike("profile", sql -> sql.profile(orders(), NAMES, 100, 1));
        alike("sample", sql -> sql.profile(orders(), NAMES, 100, 2));
        alike("profile of Silver", sql -> sql.profile(silver, List.of("id", "day", "name", "amount"), 100, 1));
    }

    @Test
    void a_profile_of_many_columns_is_alike() throws Exception {
        List<String> names = IntStream.range(0, 60).mapToObj(i -> "c" + i).toList();
        BronzeSpec wide = BronzeSpec.of("orders_wide", names).withRowHash(false);
        for (Engine engine : engines) {
            engine.run(engine.generator().create(wide));
            engine.run("insert into medallion.batches (table_name, batch_id, sequence, in_force) values"
                    + " ('orders_wide', 'b1', 1, true)");
            List<Object> row = new ArrayList<>(names);
            row.addAll(List.of(LocalDateTime.of(2024, 1, 1, 0, 0), "s", "f", "b1", 1, 1));
            engine.insert("bronze.orders_wide", List.of(row));
        }
        alike("wide profile", sql -> sql.profile(wide, names, 2, 1));
    }

    @Test
    void every_kind_of_question_is_asked() {
        Set<String> asked = new LinkedHashSet<>(List.of("Fit", "Filled", "Inclusion"));
        QUESTIONS.forEach(question -> asked.add(question.getClass().getSimpleName()));
        assertThat(asked)
                .containsAll(Arrays.stream(ProbeQuestion.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .collect(Collectors.toSet()));
    }

    private interface Asked {
        SqlStatement by(SqlGenerator sql);
    }

    private void alike(String what, Asked question) throws Exception {
        Map<Dialect, String> answers = new LinkedHashMap<>();
        for (Engine engine : engines) {
            String answer;
            try {
                List<String> rows = engine.rows(question.by(engine.generator()));
                answer = rows.stream().map(QuestionsTest::plain).sorted().collect(Collectors.joining("\n"));
            } catch (java.sql.SQLException e) {
                answer = "error: " + e.getMessage();
            }
            answers.put(engine.dialect(), answer);
        }
        assertThat(Set.copyOf(answers.values())).as(what + ": " + answers).hasSize(1);
        assertThat(answers.get(Dialect.DUCKDB)).as(what).doesNotStartWith("error");
    }

    /** A count may be a decimal, and a condition a number. */
    private static String plain(String row) {
        return Stream.of(row.split(" \\| ", -1))
                .map(cell -> cell.equals("true")
                        ? "1"
                        : cell.equals("false")
                                ? "0"
                                : cell.replaceAll("(\\.\\d*?)0+$", "$1").replaceAll("\\.$", ""))
                .collect(Collectors.joining(" | "));
    }
}
