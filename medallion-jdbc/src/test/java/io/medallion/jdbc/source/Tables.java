package io.medallion.jdbc.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Random tables in random dialects. */
public final class Tables {

    private static final List<String> NAMES = List.of("order_id", "customer", "city", "amount", "note");

    private Tables() {}

    /** Cells with everything that CSV has trouble with. */
    public static Arbitrary<@Nullable String> cells() {
        Arbitrary<String> nasty = Arbitraries.of(
                "",
                " ",
                "007",
                "NULL",
                "null",
                "NA",
                "a,b",
                "a;b",
                "a|b",
                "a\tb",
                "say \"hi\"",
                "\"",
                "\"\"",
                "'",
                "it's",
                "'x'",
                "\\",
                "\\N",
                "\\.",
                "\\t",
                "e\u0301",
                "\\\"",
                "C:\\dir\\",
                "line\nbreak",
                "line\r\nbreak",
                "line\rbreak",
                "\n",
                " padded ",
                "é",
                "日本",
                "😀",
                "1.5",
                "2024-01-31",
                "#",
                "=1+1",
                "\u00A0");
        Arbitrary<String> random = Arbitraries.of(
                        "a", "b", "1", " ", ",", ";", "|", "\t", "\"", "'", "\\", "\n", "\r", "é", "😀")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(nasty, random, Arbitraries.strings().alpha().ofMaxLength(8))
                .injectNull(0.15);
    }

    public static Arbitrary<WrittenTable> tables(
            Arbitrary<Character> delimiters,
            Arbitrary<Character> quotes,
            Arbitrary<Character> escapes,
            Arbitrary<Charset> charsets) {
        Arbitrary<List<List<@Nullable String>>> rows = Arbitraries.integers()
                .between(1, 5)
                .flatMap(width -> cells().list().ofSize(width).list().ofMaxSize(12));
        Arbitrary<String> ends = Arbitraries.of("\n", "\r\n", "\r");
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        return Combinators.combine(rows, delimiters, quotes, escapes, ends, charsets, flags, flags)
                .as((cells, delimiter, quote, escape, end, charset, all, last) -> {
                    int width = cells.isEmpty() ? 3 : cells.get(0).size();
                    boolean mark =
                            charset.name().startsWith("UTF-16") || all && last && charset == StandardCharsets.UTF_8;
                    return new WrittenTable(
                            new ArrayList<>(NAMES.subList(0, width)),
                            cells,
                            delimiter,
                            quote,
                            escape,
                            end,
                            charset,
                            mark,
                            all,
                            last);
                });
    }
}
