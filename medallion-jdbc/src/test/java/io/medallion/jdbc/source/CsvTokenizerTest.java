package io.medallion.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a record is. */
class CsvTokenizerTest {

    private static final Punctuation STANDARD = new Punctuation(',', '"', Punctuation.NONE, false);

    @Test
    void an_unquoted_empty_field_is_missing_and_a_quoted_one_is_empty() throws IOException {
        assertThat(records("1,,\"\"\n,", STANDARD))
                .containsExactly(Arrays.asList("1", null, ""), Arrays.asList(null, null));
    }

    @Test
    void quotes_hold_delimiters_row_ends_and_doubled_quotes() throws IOException {
        assertThat(records("\"a,b\",\"c\r\nd\",\"say \"\"hi\"\"\"\r\n\"\"\"\",x,y", STANDARD))
                .containsExactly(List.of("a,b", "c\r\nd", "say \"hi\""), List.of("\"", "x", "y"));
    }

    @Test
    void json_in_a_field_comes_out_whole() throws IOException {
        assertThat(records("1,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [102.0, 0.5]}\"\n", STANDARD))
                .containsExactly(List.of("1", "{\"type\": \"Point\", \"at\": [102.0, 0.5]}"));
    }

    @Test
    void quotes_within_a_plain_field_are_text() throws IOException {
        assertThat(records("6\" pipe, \"x\",a\"\"b\n", STANDARD))
                .containsExactly(List.of("6\" pipe", " \"x\"", "a\"\"b"));
    }

    @Test
    void every_row_end_ends_a_record() throws IOException {
        assertThat(records("a\nb\r\nc\rd\n\ne", STANDARD))
                .containsExactly(
                        List.of("a"),
                        List.of("b"),
                        List.of("c"),
                        List.of("d"),
                        Arrays.asList((String) null),
                        List.of("e"));
    }

    @Test
    void an_escape_makes_quotes_and_itself_ordinary_and_nothing_else() throws IOException {
        Punctuation escaped = new Punctuation(',', '"', '\\', false);
        assertThat(records("\"a \\\"b\\\" \\\\ \\n\",C:\\dir,x\\,y,\"d\"\"e\"\n", escaped))
                .containsExactly(List.of("a \"b\" \\ \\n", "C:\\dir", "x,y", "d\"e"));
        assertThat(records("a\\\r\nb,c\n", escaped)).containsExactly(List.of("a\r\nb", "c"));
    }

    @Test
    void without_quotes_and_delimiters_a_line_is_a_value() throws IOException {
        assertThat(records("\"a\",b\n", new Punctuation(Punctuation.NONE, Punctuation.NONE, Punctuation.NONE, false)))
                .containsExactly(List.of("\"a\",b"));
    }

    @Test
    void text_after_a_closing_quote_is_a_flaw_of_its_record_alone() throws IOException {
        CsvTokenizer tokenizer = tokenizer("\"5\" pipe\",3\n\"a\",4\n", STANDARD);
        assertThat(tokenizer.next()).isTrue();
        assertThat(tokenizer.flaw(false)).isEqualTo(Flaw.TEXT_AFTER_QUOTE);
        assertThat(tokenizer.raw()).hasToString("\"5\" pipe\",3");
        assertThat(tokenizer.next()).isTrue();
        assertThat(tokenizer.flaw(false)).isNull();
        assertThat(tokenizer.utf8(2).texts()).containsExactly("a", "4");
    }

    @Test
    void a_record_knows_its_line() throws IOException {
        CsvTokenizer tokenizer = tokenizer("a\n\"b\r\nc\rd\ne\"\r\nf\n\"g", STANDARD);
        List<Long> lines = new ArrayList<>();
        while (tokenizer.next()) {
            lines.add(tokenizer.line());
        }
        assertThat(lines).containsExactly(1L, 2L, 6L, 7L);
        assertThat(tokenizer.quoteLine()).isEqualTo(7);
    }

    @Test
    void records_longer_than_the_buffer_come_out_whole() throws IOException {
        String cell = "é\"\n,".repeat(100_000);
        assertThat(records("x,\"" + cell.replace("\"", "\"\"") + "\"\ny,z", STANDARD))
                .containsExactly(List.of("x", cell), List.of("y", "z"));
    }

    private static List<List<@Nullable String>> records(String text, Punctuation punctuation) throws IOException {
        CsvTokenizer tokenizer = tokenizer(text, punctuation);
        List<List<@Nullable String>> records = new ArrayList<>();
        while (tokenizer.next()) {
            records.add(Arrays.asList(tokenizer.utf8(tokenizer.fields()).texts()));
        }
        return records;
    }

    private static CsvTokenizer tokenizer(String text, Punctuation punctuation) {
        return new CsvTokenizer(CharSource.of(text.toCharArray(), text.length()), punctuation);
    }
}
