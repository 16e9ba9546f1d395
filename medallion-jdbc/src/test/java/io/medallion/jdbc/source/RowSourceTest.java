package io.medallion.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowSourceTest {

    @Test
    void hands_over_what_the_host_produces() {
        SourcePart part = part(sink -> {
            sink.row("1", null);
            sink.row("", "x");
        });
        assertThat(WrittenTable.read(part)).containsExactly(Arrays.asList("1", null), List.of("", "x"));
        assertThat(part.sourceId()).isEqualTo("rows:contacts");
        assertThat(part.columns()).extracting(SourceColumn::name).containsExactly("id", "email");
        assertThat(part.scan()).isEmpty();
    }

    @Test
    void a_row_of_another_length_is_an_error() {
        SourcePart part = part(sink -> sink.row("1"));
        assertThat(catchThrowableOfType(SourceException.class, () -> WrittenTable.read(part)))
                .hasMessageContaining("source 'contacts': Row 1 has 1 values, expected 2");
    }

    @Test
    void a_nul_is_rejected() {
        assertThat(WrittenTable.read(part(sink -> sink.row("a\0b", null))))
                .containsExactly(List.of("rejected: holds a NUL character", "a\\x00b,"));
    }

    @Test
    void the_failure_of_a_producer_is_the_cause() {
        Exception down = new Exception("the server is down");
        SourcePart part = part(sink -> {
            sink.row("1", "x");
            throw down;
        });
        assertThat(catchThrowableOfType(SourceException.class, () -> WrittenTable.read(part)))
                .hasMessageContaining("failed after 1 rows: java.lang.Exception: the server is down")
                .hasCause(down);
    }

    @Test
    void the_failure_of_the_sink_passes_as_it_is() {
        IllegalStateException full = new IllegalStateException("disk full");
        RecordSink sink = new RecordSink() {
            @Override
            public void record(long rowNumber, long line, @Nullable String[] values) {
                throw full;
            }

            @Override
            public void reject(long rowNumber, long line, String reason, String rawText) {}
        };
        assertThatThrownBy(() -> part(rows -> rows.row("1", "x")).read(sink)).isSameAs(full);
    }

    @Test
    void a_source_needs_a_name_and_columns() {
        assertThatThrownBy(() -> Source.rows("", List.of("id"), sink -> {})).isInstanceOf(SourceException.class);
        assertThatThrownBy(() -> Source.rows("x", List.of(), sink -> {})).isInstanceOf(SourceException.class);
    }

    private static SourcePart part(RowProducer producer) {
        return Source.rows("rows", List.of("id", "email"), producer)
                .named("contacts")
                .parts()
                .get(0);
    }
}
