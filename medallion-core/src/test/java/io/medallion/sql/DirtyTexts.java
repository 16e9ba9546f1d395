package io.medallion.sql;

import static io.medallion.spec.Parse.bigint;
import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.epochMilliseconds;
import static io.medallion.spec.Parse.epochSeconds;
import static io.medallion.spec.Parse.floating;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.time;
import static io.medallion.spec.Parse.timestamp;
import static io.medallion.spec.Parse.yesNo;

import io.medallion.spec.BooleanParse;
import io.medallion.spec.NumberFormat;
import io.medallion.spec.NumberFormat.Negative;
import io.medallion.spec.Parse;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Ways to parse, and texts that are values, nearly values, or nothing of the kind. */
final class DirtyTexts {

    private DirtyTexts() {}

    private static final NumberFormat MONEY = NumberFormat.PLAIN
            .grouped(",")
            .with("$", "US$", "EUR", "%")
            .with(Negative.PARENTHESES, Negative.TRAILING_MINUS, Negative.UNICODE_MINUS);

    static final List<Parse> PARSES = List.of(
            integer(),
            bigint(),
            integer().written(NumberFormat.PLAIN.decimalComma().grouped(".")),
            bigint().written(MONEY),
            decimal(12, 2),
            decimal(38, 6),
            decimal(3, 3),
            decimal(5, 0),
            decimal(12, 2).decimalComma(),
            decimal(12, 2)
                    .written(NumberFormat.PLAIN.decimalComma().grouped(".").with("€", "kr.", ",-")),
            decimal(12, 2).written(NumberFormat.PLAIN.decimalComma().grouped(" ")),
            decimal(12, 2).written(NumberFormat.PLAIN.grouped("'").with(Negative.TRAILING_MINUS)),
            decimal(12, 2).written(MONEY),
            floating(),
            floating().written(MONEY),
            yesNo("yes", "no"),
            new BooleanParse(List.of("true", "1", "y", "oui"), List.of("false", "0", "n")),
            date("yyyy-MM-dd"),
            date("dd.MM.yyyy"),
            date("d.M.yyyy", "M/d/yyyy", "yyyyMMdd"),
            date("M/d/yy"),
            date("dd-MMM-yy").pivot(1930),
            date("yy-MM-dd").pivot(1850),
            date("MMMM d, yyyy"),
            date("MM/dd/yyyy", "dd/MM/yyyy"),
            date("dd_MM%yyyy"),
            date("yyyy\\MM]dd"),
            time("HH:mm:ss"),
            time("H:mm", "h:mm a", "HH:mm:ss.SSS"),
            timestamp("yyyy-MM-dd HH:mm:ss"),
            timestamp("yyyy-MM-dd'T'HH:mm:ss.SSSSSS"),
            timestamp("d/M/yyyy h:mm:ss a"),
            timestamp("yyyy-MM-dd'T'HH:mm:ssXXX"),
            timestamp("yyyy-MM-dd HH:mmXX"),
            timestamp("yyyy-MM-dd HH:mm:ss", "Europe/Berlin"),
            timestamp("yyyy-MM-dd HH:mm:ss", "America/New_York"),
            timestamp("yyyy-MM-dd HH:mm", "UTC"),
            timestamp("yyyy-MM-dd", "+05:30"),
            epochSeconds(),
            epochMilliseconds());

    static final List<String> SEEDS = List.of(
            "",
            "0",
            "7",
            "-7",
            "+7",
            "007",
            "7.0",
            "7.5",
            ".5",
            "-.5",
            "5.",
            "1,234",
            "12,34",
            "1.234",
            "1.234,56",
            "1,234.56",
            "1 234,56",
            "1'234.5",
            "1\u2019234",
            "$5",
            "-$5",
            "$-5",
            "($5.00)",
            "$(5)",
            "(5)",
            "5-",
            "5 -",
            "5 EUR-",
            "US$ 1,000",
            "5%",
            "5 %",
            "% 5",
            "12,-",
            "5kr.",
            "kr. 5",
            "\u22125",
            "\u20135",
            "2147483647",
            "2147483648",
            "-2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809",
            "9999999999.99",
            "10000000000.00",
            "99999999999999999999999999999999.999999",
            "10.555",
            "10.500",
            "0.1234",
            "-0.0",
            "1e3",
            "1E-5",
            "6.02e+23",
            "1e308",
            "1.7976931348623157E308",
            "1.8e308",
            "4.9e-324",
            "2e-324",
            "1e999",
            "1e1000",
            "0e999",
            "0.0",
            "NaN",
            "Infinity",
            "-inf",
            "0x1p3",
            "1_000",
            "1d",
            "٣",
            "１２",
            "yes",
            "NO",
            "Yes ",
            "oui",
            "TRUE",
            "n",
            "2024-02-29",
            "2023-02-29",
            "1900-02-29",
            "2000-02-29",
            "0000-01-01",
            "0001-01-01",
            "9999-12-31",
            "2024-13-01",
            "2024-1-1",
            "31.12.2024",
            "31.04.2024",
            "1.2.2024",
            "29.02.2023",
            "12/31/2024",
            "31/12/2024",
            "2/29/1900",
            "20240229",
            "20230229",
            "2/29/00",
            "1/2/69",
            "1/2/70",
            "29-Feb-00",
            "29-FEB-29",
            "01-jan-30",
            "00-02-29",
            "49-12-31",
            "50-01-01",
            "May 5, 2024",
            "february 29, 2024",
            "February 30, 2024",
            "23:59:59",
            "24:00:00",
            "23:59:60",
            "7:05",
            "0:30 PM",
            "12:30 am",
            "12:30 PM",
            "13:00 PM",
            "01:02:03.004",
            "2024-03-31 02:30:00",
            "2024-10-27 02:30:00",
            "2024-03-10 02:30:00",
            "2024-11-03 01:30:00",
            "1950-07-01 12:00:00",
            "1890-01-01 00:00:00",
            "0001-01-01 00:00:00",
            "9999-12-31 23:59:59",
            "2024-01-01T10:20:30.123456",
            "2024-01-01T10:20:30Z",
            "2024-01-01T10:20:30+02:00",
            "0001-01-01T00:00:00+00:01",
            "9999-12-31T23:59:59-00:01",
            "2024-01-01T10:20:30+14:59",
            "2024-01-01T10:20:30+15:00",
            "2024-01-01 10:20-0330",
            "2024-01-01 10:20",
            "1/2/2024 1:02:03 am",
            "1672431100",
            "1541070876834",
            "-62135596800",
            "-62135596801",
            "253402300799",
            "253402300800",
            "253402300799999",
            "-62135596800000",
            "99999999999999999999",
            "{}",
            "[0-9]",
            "2-24-01-01",
            "2024-0--01",
            "2024-01--1",
            "----------",
            "2024-01-01 1::00:00",
            "2024-01-01 10:0::00",
            "2024-01-01  9:00:00",
            "20:4-01-01 10:10:10",
            "2024-01-01-10:10:10",
            "2024-00-10",
            "2024-10-00",
            "29_02%2024",
            "29_02_2024",
            "2_-02%2024",
            "2024\\02]29",
            "2024]02]29",
            "-",
            "--5",
            "1.2.3",
            "5.-",
            "-999999999",
            "-12345678901234567",
            "-1234567890.12",
            "'; drop table x; --",
            "\\",
            "%",
            "0".repeat(993) + "7.50",
            "0".repeat(999) + "7",
            "0".repeat(1000) + "7",
            "7." + "0".repeat(998),
            "7." + "0".repeat(999),
            "0." + "0".repeat(330) + "1",
            "9".repeat(320));

    private static final List<String> DIRT = List.of(
            "0",
            "1",
            "9",
            "00000000000000000000",
            ".",
            ",",
            "-",
            "+",
            "e",
            "E",
            "(",
            ")",
            "$",
            "%",
            "'",
            " ",
            "  ",
            "\u00A0",
            "\u202F",
            "\u3000",
            "\uFEFF",
            "\u200B",
            "\u0085",
            "\u2028",
            "\t",
            "\n",
            "\r\n",
            "\u001F",
            "/",
            ":",
            "T",
            "Z",
            "z",
            "am",
            "Jan",
            "x",
            "\u0663",
            "\u2212",
            "\uD83D\uDE00",
            "\\",
            "\"",
            "_",
            "EUR",
            "é");

    /** White space, and three characters that look like it and are none. */
    private static final List<String> SPACES = List.of(
            " ", "\t", "\n", "\u000B", "\f", "\r", "\u0085", "\u00A0", "\u1680", "\u2000", "\u2003", "\u200A", "\u2028",
            "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF", "\u200B", "\u001F", "\u2060");

    static Arbitrary<List<String>> texts() {
        return text().list().ofSize(300);
    }

    private static Arbitrary<String> text() {
        Arbitrary<String> dirty = Combinators.combine(
                        Arbitraries.of(SEEDS),
                        Arbitraries.of(DIRT),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 3))
                .as(DirtyTexts::soiled);
        Arbitrary<String> padding = Arbitraries.of(SPACES).list().ofMaxSize(2).map(parts -> String.join("", parts));
        Arbitrary<String> padded = Combinators.combine(padding, Arbitraries.of(SEEDS), padding)
                .as((before, text, after) -> before + text + after);
        Arbitrary<String> random = Arbitraries.of(DIRT).list().ofMaxSize(8).map(parts -> String.join("", parts));
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(SEEDS)), Tuple.of(6, dirty), Tuple.of(3, padded), Tuple.of(1, random));
    }

    /** A text with something put in, put in place of a character, or a character taken away. */
    private static String soiled(String text, String dirt, int place, int how) {
        int at = text.isEmpty() ? 0 : place % (text.length() + 1);
        int after = how == 0 ? at : Math.min(text.length(), at + 1);
        return text.substring(0, at) + (how == 2 ? "" : dirt) + text.substring(after);
    }
}
