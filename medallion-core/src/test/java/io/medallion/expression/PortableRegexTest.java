package io.medallion.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortableRegexTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "^[a-z]+$ => ^[a-z]+$",
                "\\d{3}-\\w+ => [0-9]{3}-[A-Za-z0-9_]+",
                "[^@\\s]+@[\\w.-]+\\.[a-z]{2,} => [^@ \\t\\n\\r\\f]+@[A-Za-z0-9_.-]+\\.[a-z]{2,}",
                "a.b => a[^\\n]b",
                "(a|b)*? => (?:a|b)*",
                "(?:a){1,255} => (?:a){1,255}",
                "😀+ => 😀+",
                "\\$\\{x\\} => \\$\\{x\\}",
            })
    void writes_out_what_engines_read_differently(String source, String written) {
        assertThat(new PortableRegex(source).written("$")).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?=a)",
                "(?!a)",
                "(?<=a)",
                "(?i)a",
                "(?<n>a)",
                "(a)\\1",
                "\\bword",
                "\\p{L}",
                "\\D",
                "\\W",
                "\\S",
                "\\x41",
                "\\Qa\\E",
                "a++",
                "a**",
                "a{2}{3}",
                "*a",
                "(*a)",
                "|*",
                "a{256}",
                "a{3,2}",
                "a{x}",
                "a{",
                "a}",
                "a]",
                "[]",
                "[]a]",
                "[a",
                "[[:alpha:]]",
                "[a&&b]",
                "[a[b]]",
                "(a",
                "a)",
                "\\",
                "[z-a]",
                "a{200}b{200}c{200}"
            })
    void refuses_what_is_not_portable(String pattern) {
        assertThatThrownBy(() -> new PortableRegex(pattern))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("is not a portable pattern");
    }

    @Test
    void the_end_is_the_end_of_the_whole_text() {
        assertThat(new PortableRegex("^a$").isFoundIn("a")).isTrue();
        assertThat(new PortableRegex("^a$").isFoundIn("a\n")).isFalse();
        assertThat(new PortableRegex("a").isFoundIn("xay")).isTrue();
        assertThat(new PortableRegex("a.c").isFoundIn("a\nc")).isFalse();
        assertThat(new PortableRegex("\\d").isFoundIn("٣")).isFalse();
    }

    @Test
    void refuses_overlong_patterns_unread() {
        assertThatThrownBy(() -> new PortableRegex("(".repeat(1_001)))
                .hasMessageContaining("longer than 1000 characters");
    }
}
