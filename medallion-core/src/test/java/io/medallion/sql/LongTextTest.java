package io.medallion.sql;

import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.text;
import static io.medallion.spec.SilverColumn.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.engines.EachDialect;
import io.medallion.spec.NumberFormat;
import io.medallion.spec.SilverSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;

/** A text far longer than a value is judged like any other; a limit of the database does not end the build. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongTextTest {

    private static final String DIGITS = "1" + ",234".repeat(400_000);
    private static final String WORDS = ("w" + " ".repeat(200)).repeat(3_000) + "w";

    private SilverDatabases databases;

    @BeforeAll
    void start() throws Exception {
        databases = new SilverDatabases();
    }

    @AfterAll
    void stop() throws Exception {
        databases.close();
    }

    @ParameterizedTest
    @EachDialect
    void is_refused_as_a_number_or_date_and_trimmed_as_text(Dialect database) throws Exception {
        Engine engine = databases.of(database);
        SilverDatabases.bronze(
                engine,
                "n,d,t",
                DIGITS + "|2024-01-31|a",
                "1,234|" + DIGITS + "|b",
                "5|2024-01-31|\u00A0" + WORDS + "  ");
        SilverSpec spec = SilverSpec.of(
                "orders",
                column("n").as(decimal(38, 0).written(NumberFormat.PLAIN.grouped(","))),
                column("d").as(date("yyyy-MM-dd")),
                column("t").as(text().trimmed()));
        engine.run(engine.generator().build(spec));
        assertThat(SilverDatabases.silver(engine, "n, d, char_length(t)"))
                .containsExactly("5 | 2024-01-31 | " + WORDS.length() + " | b1 | 3");
        assertThat(engine.rows("select _row_number, rule from silver.orders__rejects order by _row_number"))
                .containsExactly("1 | n: not a number", "2 | d: not a date");
    }
}
