package io.medallion.jdbc.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the table in a sheet begins and ends. */
class SheetTopTest {

    @TempDir
    Path directory;

    @Test
    void what_stands_before_and_after_the_table_is_no_data() {
        Path file = new WorkbookFile()
                .formats("yyyy-mm-dd")
                .sheet(
                        "s",
                        WorkbookFile.rows(
                                "Lots of people",
                                "cannot resist||||some notes",
                                "at|the|top||of their sheets",
                                "or|merging||cells",
                                "Name|Profession|Age|Has kids|Born",
                                "David|musician|69|b:1|s1:17175",
                                "Carrie|actor|60|b:1|s1:20749",
                                "Chuck|musician|90|b:1|s1:9788",
                                "Bill|actor|61|b:1|",
                                "Prince|musician|57|b:0|s1:21343",
                                "",
                                "Some",
                                "|also like|to write||",
                                "||at the||bottom"))
                .write(directory.resolve("deaths.xlsx"));
        SourcePart part = Xlsx.file(file).parts().get(0);

        assertThat(part.columns())
                .extracting(SourceColumn::name)
                .containsExactly("Name", "Profession", "Age", "Has kids", "Born");
        List<List<@Nullable String>> rows = WrittenTable.read(part);
        assertThat(rows).hasSize(8);
        assertThat(rows.get(0)).containsExactly("David", "musician", "69", "true", "1947-01-08");
        assertThat(rows.get(3)).containsExactly("Bill", "actor", "61", "true", null);
        assertThat(rows.subList(5, 8))
                .extracting(row -> row.get(0))
                .containsOnly("rejected: belongs to the footer of the table");
        List<Long> lines = new ArrayList<>();
        part.read(new RecordSink() {
            @Override
            public void record(long rowNumber, long line, @Nullable String[] values) {
                lines.add(line);
            }

            @Override
            public void reject(long rowNumber, long line, String reason, String rawText) {
                lines.add(-line);
            }
        });
        assertThat(lines).containsExactly(6L, 7L, 8L, 9L, 10L, -12L, -13L, -14L);
    }

    @Test
    void merged_rows_of_a_header_are_one() {
        Path file = new WorkbookFile()
                .sheet(
                        "s",
                        WorkbookFile.rows(
                                        "Report of sales||||",
                                        "Region|Sales 2023||Sales 2024|",
                                        "|Q1|Q2|Q1|Q2",
                                        "North|1|2|3|4",
                                        "South|5|6|7|8")
                                + "<mergeCells><mergeCell ref=\"A1:E1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/>"
                                + "<mergeCell ref=\"D2:E2\"/></mergeCells>")
                .write(directory.resolve("x.xlsx"));
        SourcePart part = Xlsx.file(file).parts().get(0);

        assertThat(part.columns())
                .extracting(SourceColumn::name)
                .containsExactly("Region", "Sales 2023 / Q1", "Sales 2023 / Q2", "Sales 2024 / Q1", "Sales 2024 / Q2");
        assertThat(WrittenTable.read(part))
                .containsExactly(List.of("North", "1", "2", "3", "4"), List.of("South", "5", "6", "7", "8"));
    }

    @Test
    void a_table_may_begin_anywhere_and_have_no_header() {
        Path file = new WorkbookFile()
                .sheet("s", WorkbookFile.rows("", "", "||1|x", "||2|y", "||3|z"))
                .write(directory.resolve("x.xlsx"));

        assertThat(read(Xlsx.file(file))).containsExactly(List.of("1", "x"), List.of("2", "y"), List.of("3", "z"));
    }

    @Test
    void texts_alone_have_their_first_full_row_as_header() {
        Path file = new WorkbookFile()
                .sheet("s", WorkbookFile.rows("Members", "name|city", "Ann|Paris", "Bob|", "Cid|Rome"))
                .write(directory.resolve("x.xlsx"));

        assertThat(read(Xlsx.file(file)))
                .containsExactly(List.of("Ann", "Paris"), Arrays.asList("Bob", null), List.of("Cid", "Rome"));
    }

    @Test
    void the_last_rows_without_figures_stay_where_others_lack_them_too() {
        Path file = new WorkbookFile()
                .sheet("s", WorkbookFile.rows("name|note|n", "a|x|1", "b|y|", "c|z|3", "d||4", "e|w|"))
                .write(directory.resolve("x.xlsx"));

        assertThat(read(Xlsx.file(file))).hasSize(5).noneMatch(row -> String.valueOf(row.get(0))
                .startsWith("rejected"));
    }

    @Test
    void rows_that_lack_their_figures_are_data_from_the_first_on() {
        String[] rows = new String[40];
        rows[0] = "id|name|value|seen";
        for (int i = 1; i < rows.length; i++) {
            rows[i] = i < 15 ? "k" + i + "|x|NA|n/a" : "k" + i + "|x|" + i + "|" + (i + 1);
        }
        rows[39] = "k39|x||";
        Path file = new WorkbookFile().sheet("s", WorkbookFile.rows(rows)).write(directory.resolve("x.xlsx"));

        assertThat(read(Xlsx.file(file)).get(0)).containsExactly("k1", "x", "NA", "n/a");
    }

    @Test
    void dates_and_numbers_before_the_table_are_notes_too() {
        Path file = new WorkbookFile()
                .formats("yyyy-mm-dd")
                .sheet(
                        "s",
                        WorkbookFile.rows(
                                "Exported|s1:45322",
                                "Rows|3",
                                "",
                                "Country|2021|2022|2023",
                                "France|1|2|3",
                                "Spain|4|5|6",
                                "Italy|7|8|9"))
                .write(directory.resolve("x.xlsx"));
        SourcePart part = Xlsx.file(file).parts().get(0);

        assertThat(part.columns()).extracting(SourceColumn::name).containsExactly("Country", "2021", "2022", "2023");
        assertThat(WrittenTable.read(part)).hasSize(3);
    }

    private static List<List<@Nullable String>> read(Source source) {
        return WrittenTable.read(source.parts().get(0));
    }
}
