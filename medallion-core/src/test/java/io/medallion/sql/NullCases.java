package io.medallion.sql;

import static io.medallion.spec.Check.atMost;
import static io.medallion.spec.Check.references;
import static io.medallion.spec.Check.that;
import static io.medallion.spec.NullPolicy.forward;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.text;
import static io.medallion.spec.SilverColumn.column;

import io.medallion.expression.Literal;
import io.medallion.plan.ProbeQuestion;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.NullPolicy.Statistic;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Silver tables whose missing values are filled, and whose texts are replaced. */
final class NullCases {

    private static final BronzeSpec ORDERS =
            BronzeSpec.of("orders", "day", "kind", "n").withRowHash(false);

    private static final SilverColumn DAY = column("day").as(date("yyyy-MM-dd"));
    private static final SilverColumn KIND = column("kind").as(text().trimmed());
    private static final SilverColumn N = column("n").as(integer());

    private static final SilverSpec FORWARD = SilverSpec.of(
                    "orders",
                    DAY,
                    KIND,
                    N.nulls(forward().by("day").per("kind"))
                            .flagMissing()
                            .check(atMost(100), references("every_type.integer").orWarn()))
            .check(that("kind <> '?'").named("known"));

    private static final SilverSpec MAPPED = SilverSpec.of(
            "orders",
            KIND.mapped(Map.of("M", "male", "it's", "its")),
            column("n")
                    .as(decimal(5, 2))
                    .nulls(new NullPolicy.Fill(
                            Literal.of(new BigDecimal("2.50")),
                            NullPolicy.FillOrigin.MEAN,
                            new NullPolicy.FittedOn(3, 1)))
                    .flagMissing());

    private NullCases() {}

    private static GoldenCase over(GoldenCase golden) {
        return golden.tables(ORDERS, SilverCases.EVERY_TYPE)
                .given(
                        "create schema if not exists medallion",
                        ParseCases.BATCHES,
                        "insert into medallion.batches values ('orders', 'b', 1, true)",
                        row("'2024-01-02', 'M', null", 1),
                        row("'2024-01-01', 'M', '1'", 2),
                        row("'2024-01-01', 'it''s', '2'", 3),
                        row("'2024-01-03', ' M ', ''", 4),
                        row("'2024-01-02', '?', '3'", 5),
                        row("'2024-01-05', 'it''s', '2'", 6));
    }

    private static String row(String cells, int number) {
        return "insert into bronze.orders values (" + cells + ", timestamp '2024-01-01 00:00:00', 's', 'f', 'b', "
                + number + ", 1)";
    }

    private static GoldenCase fit(Statistic statistic) {
        ProbeQuestion.Fit question = new ProbeQuestion.Fit(N.check(atMost(100)), statistic);
        return over(GoldenCase.of(
                "silver/fit_" + statistic.name().toLowerCase(java.util.Locale.ROOT),
                sql -> SqlScript.of(List.of(sql.probe(ORDERS, List.of(question))))));
    }

    static List<GoldenCase> all() {
        return List.of(
                over(GoldenCase.of("silver/build_forward", sql -> sql.build(FORWARD)))
                        .gives(
                                "select * from silver.orders order by _row_number",
                                "2024-01-02 | M | 1 | true | b | 1",
                                "2024-01-01 | M | 1 | false | b | 2",
                                "2024-01-01 | it's | 2 | false | b | 3",
                                "2024-01-03 | M | 1 | true | b | 4",
                                "2024-01-05 | it's | 2 | false | b | 6"),
                over(GoldenCase.of("silver/preview_forward", sql -> SqlScript.of(List.of(sql.preview(FORWARD, 1)))))
                        .returns("b | 1 | 2024-01-02 | M | null | 2024-01-02 | M | 1 | null"),
                over(GoldenCase.of("silver/build_mapped", sql -> sql.build(MAPPED)))
                        .gives(
                                "select * from silver.orders order by _row_number",
                                "male | 2.50 | true | b | 1",
                                "male | 1.00 | false | b | 2",
                                "its | 2.00 | false | b | 3",
                                "male | 2.50 | true | b | 4",
                                "? | 3.00 | false | b | 5",
                                "its | 2.00 | false | b | 6"),
                fit(Statistic.MEAN).returns("0 | 8 | 4 | 0 | 0"),
                fit(Statistic.MEDIAN).returns("0 | 2 | 4 | 3 | 0"),
                fit(Statistic.MODE).returns("0 | 2 | 4 | 0 | 0"));
    }
}
