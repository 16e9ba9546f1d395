package io.medallion.jdbc;

import static io.medallion.spec.Check.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.medallion.ColumnType;
import io.medallion.jdbc.source.Source;
import io.medallion.plan.SilverPlan;
import io.medallion.spec.Parse;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.Dialect;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Values of personal columns are in answers, and in nothing that is logged, told or kept about them. */
@OnEveryEngine
class MaskingTest {

    private static final String MARKER = "zqmark";

    private final List<String> told = new ArrayList<>();
    private final Dialect dialect;

    MaskingTest(Dialect dialect) {
        this.dialect = dialect;
    }

    @Test
    void personal_values_reach_no_plan_event_log_or_error() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (RecordedDatabase database = new RecordedDatabase(dialect)) {
            Medallion medallion = Medallion.builder()
                    .listener(event -> told.add(event.toString()))
                    .on(database.dataSource());
            tell(medallion.pipeline("crm"));
        } finally {
            System.setErr(before);
        }
        told.add(log.toString(StandardCharsets.UTF_8));
        assertThat(told).hasSizeGreaterThan(12).allSatisfy(text -> assertThat(text)
                .doesNotContainIgnoringCase(MARKER));
    }

    @Test
    void a_host_may_have_plans_quote_what_would_be_rejected() {
        try (RecordedDatabase database = new RecordedDatabase(dialect)) {
            Pipeline crm = Medallion.builder()
                    .showValues(true)
                    .on(database.dataSource())
                    .pipeline("crm");
            load(crm);
            assertThat(crm.silver("people").plan().explain()).contains(MARKER);
        }
    }

    private void tell(Pipeline crm) {
        told.add(load(crm).toString());
        SilverLayer people = crm.silver("people");
        SilverPlan plan = people.plan();
        told.add(plan.explain());
        told.add(plan.toJson());
        told.add(people.measure(plan).toJson());
        SilverPlan accepted = plan.acceptAll();
        told.add(accepted.toSpec().toJson());
        tell(people.build(accepted));
        told.add(people.rejects().summary().explain());
        told.add(crm.status().toString());
        SilverSpec twice = SilverSpec.of("people", SilverColumn.column("email").check(unique().orFail()));
        told.add(printed(catchThrowable(() -> people.build(twice))));
        SilverSpec refused = SilverSpec.of("people", SilverColumn.computed("n", raising()));
        tell(people.build(refused));
        crm.history(9).forEach(this::tell);
        told.add(people.rejects().replay().explain());
        SilverSpec numbers =
                SilverSpec.of("people", SilverColumn.column("email").as(Parse.integer()));
        told.add(people.rejects().replay(numbers).toJson());
        assertThat(people.rejects().page(0, 1).get(0).value()).contains(MARKER);
    }

    private void tell(Build build) {
        told.add(build.explain());
        told.add(build.toJson());
    }

    private static io.medallion.spec.ExpressionParse raising() {
        return Parse.expression("CAST(email AS DATE)", ColumnType.DATE);
    }

    private static String printed(Throwable thrown) {
        assertThat(thrown).as("a failure").isNotNull();
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static Batch load(Pipeline crm) {
        List<String> columns = List.of(
                "id", "email", "phone", "full_name", "birth_date", "street address", "first_name", "passport_number");
        return crm.bronze().load(Source.rows("people", columns, sink -> {
            for (int i = 1; i <= 200; i++) {
                String n = String.valueOf(i);
                sink.row(
                        n,
                        "zqmark" + (i % 199) + "@example.org",
                        i % 50 == 0 ? "zqmark" : "+49 30 55501" + String.format("%03d", i),
                        names(i),
                        i % 100 == 0 ? "zqmark" : "19" + (50 + i % 50) + "-03-" + (10 + i % 18),
                        i % 2 == 0 ? "12 Zqmark Street" : "12 ZQMARK STREET",
                        List.of("Zqmark", "zqmark", " Zqmark ", "ZQMARK").get(i % 4),
                        (i % 7 == 0 ? "zqmark" : "X" + (1000000 + i)));
            }
        }));
    }

    private static String names(int i) {
        return List.of("Anna Zqmark", "Zqmark Miller", "Peter Zqmark").stream()
                .map(name -> name + " " + (char) ('A' + i % 26))
                .collect(Collectors.toList())
                .get(i % 3);
    }
}
