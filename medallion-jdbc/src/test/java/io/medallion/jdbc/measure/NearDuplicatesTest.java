package io.medallion.jdbc.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {

    private static final List<String> CUSTOMERS = List.of("id", "name", "city", "balance", "updated_at");

    @Test
    void rows_that_differ_in_writing_only_are_counted_and_never_merged() {
        Stream<String[]> twice = Stream.of(
                new String[] {"901", "ANA  LÓPEZ", "BOGOTA", "1.5", "2024-01-05 00:00:00"},
                new String[] {"902", "Ana López", "Bogotá.", "1.50", "2024-01-06 00:00:00"},
                new String[] {"903", "Ana López", "Bogotá", "1.51", "2024-01-06 00:00:00"});
        Stream<String[]> once =
                Stream.<String[]>of(new String[] {"900", "Ana López", "Bogotá", "1.50", "2024-01-04 00:00:00"});
        try (MeasuredTable table = MeasuredTable.of("customers", CUSTOMERS, join(once, twice))) {
            assertThat(table.plan().notes())
                    .filteredOn(note -> note.startsWith("Near duplicates"))
                    .singleElement()
                    .asString()
                    .contains("2 rows differ from another only in case, accents, punctuation or white space")
                    .contains("in 'name' (1), 'city' (1).")
                    .contains("Left out of the comparison: 'id', 'updated_at'.")
                    .contains("Nothing is merged.");
            assertThat(table.plan().deduplication()).isEmpty();
            assertThat(table.plan().explain()).contains("Near duplicates");
        }
    }

    @Test
    void the_same_person_under_another_number_is_said() {
        Stream<String[]> again =
                Stream.<String[]>of(new String[] {"999", "Person Number A7", "City 7", "7.25", "2025-05-05 00:00:00"});
        try (MeasuredTable table = MeasuredTable.of("customers", CUSTOMERS, join(again, people()))) {
            assertThat(table.plan().notes()).noneMatch(note -> note.startsWith("Near duplicates"));
        }
        List<String> named = List.of("id", "last_name", "phone", "created_at");
        Stream<String[]> rows = Stream.concat(
                IntStream.range(0, 20).mapToObj(i -> new String[] {
                    String.valueOf(i), "Lopez" + (char) ('a' + i), "212-555-01%02d".formatted(i), "2024-01-01"
                }),
                Stream.<String[]>of(new String[] {"77", "Lopezb", "212-555-0101", "2024-02-02"}));
        try (MeasuredTable table = MeasuredTable.of("people", named, rows)) {
            assertThat(table.plan().notes())
                    .filteredOn(note -> note.startsWith("Repeated rows"))
                    .singleElement()
                    .asString()
                    .contains("1 row is equal to another in everything but 'id', 'created_at'")
                    .contains("deduplicate by 'last_name', 'phone'");
        }
    }

    @Test
    void a_table_too_large_to_fold_says_so() {
        Stream<String[]> many = IntStream.rangeClosed(0, 200_000)
                .mapToObj(i -> new String[] {String.valueOf(i), "name " + i % 7, "city " + i % 11});
        try (MeasuredTable table = MeasuredTable.of("customers", List.of("id", "name", "city"), many)) {
            assertThat(table.plan().notes())
                    .anySatisfy(note -> assertThat(note).startsWith("Near duplicates were not looked for: "));
        }
    }

    /** Two sales of one article at one price are two sales. */
    @Test
    void facts_that_happen_to_be_alike_are_no_repeated_rows() {
        Stream<String[]> sales = IntStream.range(0, 60)
                .mapToObj(i -> new String[] {String.valueOf(i), "article " + i % 5, String.valueOf(i % 3)});
        try (MeasuredTable table = MeasuredTable.of("sales", List.of("id", "article", "quantity"), sales)) {
            assertThat(table.plan().notes()).noneMatch(note -> note.startsWith("Repeated") || note.startsWith("Near"));
        }
    }

    private static Stream<String[]> people() {
        return IntStream.range(0, 20).mapToObj(i -> new String[] {
            String.valueOf(i), "Person Number " + (char) ('A' + i) + i, "City " + i, i + ".25", "2024-01-01 00:00:00"
        });
    }

    private static Stream<String[]> join(Stream<String[]> first, Stream<String[]> second) {
        return Stream.concat(Stream.concat(people(), first), second);
    }
}
