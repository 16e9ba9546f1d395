package io.medallion.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A quote too many costs its own row, not those below it. */
class StrayQuoteTest {

    private static final String REJECTED = "[rejected: has text after a closing quote, ";

    @TempDir
    private Path directory;

    @Test
    void rows_below_a_stray_quote_are_read() throws IOException {
        assertThat(rows("id,name,n", "1,\"Ann\",1", "2,\"Bob,2", "3,Cy,3", "4,\"Di, jr\",4"))
                .containsExactly("[1, Ann, 1]", REJECTED + "2,\"Bob,2]", "[3, Cy, 3]", "[4, Di, jr, 4]");
    }

    @Test
    void a_quote_that_nothing_closes_takes_no_other_row_with_it() throws IOException {
        assertThat(rows("id,name", "1,Ann", "2,\"Bob", "3,Cy", "4,Di"))
                .containsExactly("[1, Ann]", REJECTED + "2,\"Bob]", "[3, Cy]", "[4, Di]");
        assertThat(rows("id,name", "1,Ann", "2,Bob", "3,\"Cy"))
                .containsExactly("[1, Ann]", "[2, Bob]", "[rejected: has a quote that is never closed, 3,\"Cy\n]");
    }

    @Test
    void a_flawed_value_of_several_lines_is_one_reject() throws IOException {
        assertThat(rows("id,text,n", "1,\"one\ntwo\" three,1", "2,x,2"))
                .containsExactly(REJECTED + "1,\"one\ntwo\" three,1]", "[2, x, 2]");
    }

    @Test
    void the_scan_counts_what_is_read() throws IOException {
        SourcePart part = part("id,name,n", "1,\"Ann\",1", "2,\"Bob,2", "3,Cy,3", "4,\"Di, jr\",4");
        assertThat(part.scan().orElseThrow().records()).isEqualTo(4);
        assertThat(part.scan().orElseThrow().rejected()).isEqualTo(1);
    }

    private List<String> rows(String... lines) throws IOException {
        return WrittenTable.read(part(lines)).stream().map(Object::toString).toList();
    }

    private SourcePart part(String... lines) throws IOException {
        Path file = Files.writeString(directory.resolve("file.csv"), String.join("\n", lines) + "\n");
        return Csv.file(file).parts().get(0);
    }
}
