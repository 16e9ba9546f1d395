package io.medallion.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.engines.Engines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Every database folds a text to what plain Java folds it to, letter by letter. */
class FoldProperties {

    /** What each letter becomes, spelled out. */
    private static final Map<Integer, String> LETTERS = letters(
            "a àáâãäåāăąÀÁÂÃÄÅĀĂĄ",
            "c çćĉċčÇĆĈĊČ",
            "d ďđðĎĐÐ",
            "e èéêëēĕėęěÈÉÊËĒĔĖĘĚ",
            "g ĝğġģĜĞĠĢ",
            "h ĥĤ",
            "i ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ",
            "j ĵĴ",
            "k ķĶ",
            "l ĺļľłĹĻĽŁ",
            "n ñńņňÑŃŅŇ",
            "o òóôõöøōŏőÒÓÔÕÖØŌŎŐ",
            "r ŕŗřŔŖŘ",
            "s śŝşšŚŜŞŠ",
            "t ţťŢŤ",
            "u ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ",
            "w ŵŴ",
            "y ýÿŷÝŸŶ",
            "z źżžŹŻŽ",
            "ss ß",
            "ae æÆ",
            "oe œŒ");

    private static List<Engine> engines;

    @BeforeContainer
    static void start() throws Exception {
        engines = new ArrayList<>();
        for (Dialect dialect : Engines.dialects()) {
            engines.add(Engine.of(dialect));
        }
    }

    @AfterContainer
    static void stop() throws Exception {
        for (Engine engine : engines) {
            engine.close();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        String letters = "abzABZ 019\t.,;:!?\"()[]{}_'’´`-–+#%&@/*<>=\u00A0\u3000\u0301\u0308éÉñÑßæŒŁøİıđ日本";
        return Arbitraries.of(letters.codePoints().mapToObj(Character::toString).toArray(String[]::new))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Property
    void every_database_folds_as_plain_java_does(@ForAll("texts") String text) throws Exception {
        for (Engine engine : engines) {
            assertThat(folded(engine, text))
                    .as(engine.dialect() + " <" + text + ">")
                    .isEqualTo(expected(text));
        }
    }

    @Example
    void every_letter_with_an_accent_becomes_its_plain_one() throws Exception {
        for (Map.Entry<Integer, String> letter : LETTERS.entrySet()) {
            for (Engine engine : engines) {
                assertThat(folded(engine, Character.toString(letter.getKey())))
                        .as(engine.dialect() + " " + Character.toString(letter.getKey()))
                        .isEqualTo(letter.getValue());
            }
        }
    }

    @Example
    void signs_that_mean_something_stay() throws Exception {
        for (Engine engine : engines) {
            assertThat(folded(engine, "A+")).isEqualTo("a+");
            assertThat(folded(engine, "A-")).isEqualTo("a-");
            assertThat(folded(engine, "  O’Néill,  JOHN (jr.) ")).isEqualTo("oneill john jr");
            assertThat(folded(engine, "")).isEmpty();
        }
    }

    private static String folded(Engine engine, String text) throws Exception {
        SqlGenerator sql = engine.generator();
        int version =
                engine.dialect() == Dialect.POSTGRES ? 17 : engine.dialect().oldestVersion();
        Rendering rendering = new Rendering(engine.dialect(), version, sql.naming());
        Field<?> column = DSL.field(DSL.name("t", "x"));
        SqlStatement query = rendering.statement(
                SqlScript.Step.QUERY,
                "fold",
                DSL.sql(
                        "select {0} from (select {1} as {2}) as {3}",
                        FoldSql.folded(column, rendering),
                        LiteralSql.text(text, rendering.dialect()),
                        DSL.name("x"),
                        DSL.name("t")));
        return engine.rows(query).get(0);
    }

    private static String expected(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if ("'’´`".indexOf(c) >= 0 || c >= 0x300 && c <= 0x36F) {
                return;
            }
            if (LETTERS.containsKey(c)) {
                out.append(LETTERS.get(c));
            } else if (" \t.,;:!?\"()[]{}_\u00A0\u3000".indexOf(c) >= 0) {
                out.append(' ');
            } else {
                out.append(c == '–' ? "-" : Character.toString(c).toLowerCase(Locale.ROOT));
            }
        });
        return out.toString().strip().replaceAll(" +", " ");
    }

    private static Map<Integer, String> letters(String... lines) {
        Map<Integer, String> letters = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split(" ");
            parts[1].codePoints().forEach(c -> letters.put(c, parts[0]));
        }
        return letters;
    }
}
