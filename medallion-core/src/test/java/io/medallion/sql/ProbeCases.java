package io.medallion.sql;

import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.text;
import static io.medallion.spec.SilverColumn.column;

import io.medallion.plan.ProbeQuestion;
import io.medallion.spec.BronzeSpec;
import java.util.List;

/** Questions of planners about Bronze. */
final class ProbeCases {

    private static final BronzeSpec ORDERS =
            BronzeSpec.of("orders", "name", "city", "amount").withRowHash(false);

    private ProbeCases() {}

    /** Row 2 is row 1 written otherwise, row 3 row 1 again; a sign, a number and a name tell the others apart. */
    private static GoldenCase nearCopies() {
        ProbeQuestion.NearCopies question = new ProbeQuestion.NearCopies(List.of(
                column("name").as(text().trimmed()),
                column("city"),
                column("amount").as(decimal(5, 2))));
        return GoldenCase.of("silver/near_copies", sql -> SqlScript.of(List.of(sql.probe(ORDERS, List.of(question)))))
                .tables(ORDERS)
                .given(
                        "create schema if not exists medallion",
                        ParseCases.BATCHES,
                        "insert into medallion.batches values ('orders', 'b', 1, true)",
                        row("'O''Néill, John', 'São Paulo', '1.50'", 1),
                        row("' ONEILL  JOHN ', 'SAO PAULO', '1.5'", 2),
                        row("'O''Néill, John', 'São Paulo', '1.5'", 3),
                        row("'O''Néill, John', 'São Paulo', '15'", 4),
                        row("'A+', null, '2'", 5),
                        row("'A-', '', '2'", 6),
                        row("'A-', ' ', '2'", 7))
                .returns("0 | null | 7 | 1 | 2 | 1 | 2 | 0");
    }

    private static String row(String cells, int number) {
        return "insert into bronze.orders values (" + cells + ", timestamp '2024-01-01 00:00:00', 's', 'f', 'b', "
                + number + ", 1)";
    }

    static List<GoldenCase> all() {
        return List.of(nearCopies());
    }
}
