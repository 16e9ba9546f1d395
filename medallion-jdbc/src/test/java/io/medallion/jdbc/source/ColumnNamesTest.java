package io.medallion.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ColumnNamesTest {

    @Test
    void a_usable_header_keeps_its_name() {
        assertThat(names("id", "Order Date", "größe", "😀", "select", "a\"b"))
                .containsExactly("id", "Order Date", "größe", "😀", "select", "a\"b");
        assertThat(names("x".repeat(300))).containsExactly("x".repeat(300));
    }

    @Test
    void empty_and_repeated_headers_get_names_of_their_own() {
        assertThat(names("", "var2", "", "var2", "var2"))
                .containsExactly("column_1", "var2", "column_3", "var2_2", "var2_3");
        assertThat(names("name", "name", "name_2", "", "column_4"))
                .containsExactly("name", "name_3", "name_2", "column_4_2", "column_4");
        assertThat(names("id", "ID", "Id")).containsExactly("id", "ID_2", "Id_3");
    }

    @Test
    void blanks_around_a_header_and_breaks_within_are_not_part_of_its_name() {
        assertThat(names(" id ", "\u00A0x\u00A0", "two\r\nlines", "\uFEFFy"))
                .containsExactly("id", "x", "two  lines", "y");
        assertThat(ColumnNames.of(List.of(" id ")).get(0)).isEqualTo(new SourceColumn("id", " id ", 0));
    }

    @Test
    void metadata_columns_are_not_shadowed() {
        assertThat(names("_row_number", "_ROW_HASH", "_other"))
                .containsExactly("_row_number_2", "_ROW_HASH_2", "_other");
    }

    @Property
    void names_are_unique_without_regard_to_case(@ForAll("headers") List<String> headers) {
        List<SourceColumn> columns = ColumnNames.of(headers);
        Set<String> folded = new HashSet<>();
        assertThat(columns)
                .allSatisfy(column -> assertThat(folded.add(column.name().toLowerCase(Locale.ROOT)))
                        .isTrue());
        assertThat(columns).extracting(SourceColumn::original).isEqualTo(headers);
        assertThat(ColumnNames.of(headers)).isEqualTo(columns);
    }

    @Test
    void a_thousand_empty_headers_are_no_trouble() {
        assertThat(ColumnNames.of(Collections.nCopies(1500, "x"))).hasSize(1500);
    }

    @Provide
    Arbitrary<List<String>> headers() {
        return Arbitraries.of(
                        "", " ", "a", "A", "a_2", "A_2", "column_2", "column_2_2", "_row_hash", "ı", "İ", "ß", "SS")
                .list()
                .ofMaxSize(12);
    }

    private static List<String> names(String... headers) {
        return ColumnNames.of(List.of(headers)).stream().map(SourceColumn::name).toList();
    }
}
