package io.medallion.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The Java library's own encoder is the oracle. */
class Utf8RecordTest {

    private final Utf8Writer writer = new Utf8Writer();

    @Property
    void characters_are_encoded_as_the_java_library_encodes_them(@ForAll("records") List<@Nullable String> values) {
        writer.begin(values.size());
        for (String value : values) {
            if (value == null) {
                writer.missing();
            } else {
                char[] text = ("x" + value + "y").toCharArray();
                writer.value(text, 1, text.length - 1);
            }
        }
        check(writer.end(), values);
    }

    @Property
    void texts_are_encoded_as_the_java_library_encodes_them(@ForAll("records") List<@Nullable String> values) {
        check(Utf8Record.of(values.toArray(String[]::new)), values);
    }

    private static void check(Utf8Record record, List<@Nullable String> values) {
        assertThat(record.count()).isEqualTo(values.size());
        assertThat(record.texts()).containsExactlyElementsOf(values);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i) == null ? "" : values.get(i);
            all.append(value);
            assertThat(record.isMissing(i)).isEqualTo(values.get(i) == null);
            assertThat(record.codePoints(i)).isEqualTo(value.codePointCount(0, value.length()));
        }
        assertThat(record.bytes()).isEqualTo(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<List<@Nullable String>> records() {
        Arbitrary<Integer> codePoint = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 0x7F),
                Arbitraries.of(
                        0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF, 0xE9, 0x20AC, 0x1F600));
        Arbitrary<String> text = codePoint.list().ofMaxSize(20).map(points -> {
            StringBuilder built = new StringBuilder();
            points.forEach(built::appendCodePoint);
            return built.toString();
        });
        return text.injectNull(0.2).list().ofMaxSize(8);
    }
}
