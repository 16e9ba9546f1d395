package io.medallion.sql;

import static io.medallion.spec.Parse.bigint;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.epochMilliseconds;
import static io.medallion.spec.Parse.expression;
import static io.medallion.spec.Parse.floating;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.text;
import static io.medallion.spec.Parse.time;
import static io.medallion.spec.Parse.timestamp;
import static io.medallion.spec.Parse.yesNo;
import static io.medallion.spec.SilverColumn.column;
import static io.medallion.spec.SilverColumn.computed;

import io.medallion.ColumnType;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.NumberFormat;
import io.medallion.spec.NumberFormat.Negative;
import io.medallion.spec.Parse;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.util.List;

/** One case for each kind of parse: what its guard looks like, and what it does to three values. */
final class ParseCases {

    static final String BATCHES =
            "create table medallion.batches (table_name varchar(99), batch_id varchar(99), sequence bigint, in_force boolean)";

    private ParseCases() {}

    static List<GoldenCase> all() {
        return List.of(
                parse("integer", integer(), " 7.0", "7", "2147483648", "an integer"),
                parse("bigint", bigint(), "9223372036854775807", "9223372036854775807", "1e3", "an integer"),
                parse("decimal", decimal(12, 2), "-1.500", "-1.50", "1.555", "a number"),
                parse(
                        "decimal_formatted",
                        decimal(12, 2)
                                .written(NumberFormat.PLAIN
                                        .decimalComma()
                                        .grouped(".")
                                        .with("€", "EUR")
                                        .with(Negative.values())),
                        "(1.234,50 €)",
                        "-1234.50",
                        "1.23,50",
                        "a number"),
                parse("double", floating(), "1.5e3", "1500.0", "1e999", "a number"),
                parse("boolean", yesNo("yes", "no"), "YES", "true", "maybe", "a boolean"),
                parse("date", date("dd.MM.yyyy"), "29.02.2024", "2024-02-29", "29.02.2023", "a date"),
                parse(
                        "date_of_names",
                        date("d MMM yy", "MMMM d, yyyy"),
                        "1 jan 70",
                        "1970-01-01",
                        "1 Jen 70",
                        "a date"),
                parse(
                        "date_of_german_names",
                        date("[de]d. MMM yy", "[de]d. MMM yyyy"),
                        "3. März 2020",
                        "2020-03-03",
                        "3. Marz 2020",
                        "a date"),
                parse("time", time("h:mm a"), "12:05 am", "00:05", "0:05 am", "a time"),
                parse(
                        "timestamp",
                        timestamp("yyyy-MM-dd HH:mm:ss"),
                        "2024-12-31 23:59:59",
                        "2024-12-31T23:59:59",
                        "2024-12-31 24:00:00",
                        "a timestamp"),
                parse(
                        "instant_with_offset",
                        timestamp("yyyy-MM-dd'T'HH:mm:ssXXX"),
                        "2024-01-01T01:00:00+02:00",
                        "2023-12-31T23:00:00Z",
                        "2024-01-01T01:00:00+15:00",
                        "a timestamp"),
                parse(
                        "instant_in_zone",
                        timestamp("yyyy-MM-dd HH:mm", "Europe/Berlin"),
                        "2024-03-31 02:30",
                        "2024-03-31T01:30:00Z",
                        "2024-03-32 02:30",
                        "a timestamp"),
                parse("epoch", epochMilliseconds(), "1500", "1970-01-01T00:00:01.500Z", "1.5", "a timestamp"),
                preview("text", column("v").as(text().trimmed().upperCase()).nullWords("N/A"), " a ", "n/a", "N/A")
                        .returns("b | 1 |  a  | A | null", "b | 2 | n/a | N/A | null", "b | 3 | N/A | null | null"),
                preview(
                                "expression",
                                computed("v", expression("CAST(v AS INTEGER) + 1", ColumnType.INTEGER)),
                                "1",
                                "x",
                                "")
                        .returns(
                                "b | 1 | 1 | 2 | null",
                                "b | 2 | x | null | v: not an integer",
                                "b | 3 |  | null | v: not an integer"));
    }

    private static GoldenCase parse(String name, Parse parse, String good, String value, String bad, String noun) {
        return preview(name, column("v").as(parse), good, bad, "\t ")
                .returns(
                        "b | 1 | " + good + " | " + value + " | null",
                        "b | 2 | " + bad + " | null | v: not " + noun,
                        "b | 3 | \t  | null | null");
    }

    private static GoldenCase preview(String name, SilverColumn column, String... values) {
        SilverSpec spec = SilverSpec.of("cells", column);
        GoldenCase golden = GoldenCase.of("silver/parse_" + name, sql -> SqlScript.of(List.of(sql.preview(spec, 10))))
                .tables(BronzeSpec.of("cells", "v").withRowHash(false))
                .given(
                        "create schema if not exists medallion",
                        BATCHES,
                        "insert into medallion.batches values ('cells', 'b', 1, true)");
        for (int i = 0; i < values.length; i++) {
            golden = golden.given("insert into bronze.cells values ('" + values[i]
                    + "', timestamp '2024-01-01 00:00:00', 's', 'f', 'b', " + (i + 1) + ", 1)");
        }
        return golden;
    }
}
