package io.medallion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.jdbc.source.Jdbc;
import io.medallion.jdbc.source.SourceDatabase;
import io.medallion.jdbc.source.Xlsx;
import io.medallion.plan.SilverPlan;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.Dialect;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxPipelineTest {

    @TempDir
    Path directory;

    @Test
    void the_types_of_cells_are_proposed() {
        try (Medallion medallion = Medallion.inMemory()) {
            Pipeline pipeline = medallion.pipeline("shop", Xlsx.file(orders(200, 0)));
            Batch batch = pipeline.bronze().load().get(0);
            assertThat(batch.rows()).isEqualTo(200);
            assertThat(batch.rejects()).isEqualTo(1);
            assertThat(pipeline.bronze().rejects("orders").page(0, 10).toString())
                    .contains("belongs to the footer of the table")
                    .contains("source: the shop");

            SilverPlan plan = pipeline.silver().plan();
            SilverSpec spec = plan.acceptAll().toSpec();
            assertThat(spec.columns().stream().map(XlsxPipelineTest::typed).toList())
                    .containsExactly(
                            "id INTEGER",
                            "customer TEXT",
                            "price DECIMAL",
                            "rate DECIMAL",
                            "day DATE",
                            "moment TIMESTAMP",
                            "paid BOOLEAN");
            Build build = pipeline.silver().build(plan.acceptAll());
            assertThat(build.rows().written()).isEqualTo(200);
        }
    }

    @Test
    void the_same_workbook_adds_nothing_and_a_changed_one_replaces_it() {
        try (Medallion medallion = Medallion.inMemory()) {
            Pipeline pipeline = medallion.pipeline("shop", Xlsx.file(orders(20, 0)));
            pipeline.bronze().load();
            assertThat(pipeline.bronze().load()).extracting(Batch::added).containsExactly(false);
            orders(20, 1);
            assertThat(pipeline.bronze().load()).extracting(Batch::added).containsExactly(true);
            assertThat(pipeline.bronze().batches("orders"))
                    .extracting(Batch::inForce)
                    .containsExactly(false, true);
        }
    }

    @Test
    void all_sheets_become_tables() {
        try (Medallion medallion = Medallion.inMemory()) {
            Pipeline pipeline = medallion.pipeline("shop", Xlsx.sheets(orders(5, 0)));
            pipeline.bronze().load();
            assertThat(pipeline.tables()).containsExactly("notes", "orders");
        }
    }

    @Test
    void times_of_databases_are_proposed_as_such() {
        try (SourceDatabase crm = SourceDatabase.of(Dialect.POSTGRES);
                Medallion medallion = Medallion.inMemory()) {
            crm.run("create table t as select n as id, n * 1.50 as price, n / 3.0::float8 as ratio,"
                    + " date '2024-01-01' + n as day, timestamp '2024-01-01 10:00:00.5' + n * interval '1 hour' as moment,"
                    + " timestamptz '2024-01-01 10:00:00+01' + n * interval '1 minute' as seen, n % 2 = 0 as paid,"
                    + " time '10:00:00' + n * interval '1 second' as at"
                    + " from generate_series(1, 300) n");
            Pipeline pipeline = medallion.pipeline("p", Jdbc.table(crm.pool, "t"));
            pipeline.bronze().load();
            SilverSpec spec = pipeline.silver().plan().acceptAll().toSpec();

            assertThat(spec.columns().stream().map(XlsxPipelineTest::typed).toList())
                    .containsExactly(
                            "id INTEGER",
                            "price DECIMAL",
                            "ratio DECIMAL",
                            "day DATE",
                            "moment TIMESTAMP",
                            "seen TIMESTAMPTZ",
                            "paid BOOLEAN",
                            "at TIME");
        }
    }

    private static String typed(SilverColumn column) {
        return column.name() + " " + column.type().toString().replaceAll("\\(.*", "");
    }

    private Path orders(int rows, int change) {
        Path file = directory.resolve("orders.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("orders");
            sheet.value(0, 0, "Orders of the shop");
            List<String> header = List.of("id", "customer", "price", "rate", "day", "moment", "paid");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(2, i, header.get(i));
            }
            for (int row = 1; row <= rows; row++) {
                int at = row + 2;
                sheet.value(at, 0, row);
                sheet.value(at, 1, "customer " + (row * 7 % 31));
                sheet.value(at, 2, (row + change) * 1.1);
                sheet.value(at, 3, row % 50 / 100.0);
                sheet.style(at, 3).format("0%").set();
                sheet.value(at, 4, LocalDate.of(2024, 1, 1).plusDays(row));
                sheet.style(at, 4).format("yyyy-MM-dd").set();
                sheet.value(at, 5, LocalDateTime.of(2024, 1, 1, 10, 20, 30).plusHours(row));
                sheet.style(at, 5).format("yyyy-MM-dd HH:mm:ss").set();
                sheet.value(at, 6, row % 3 == 0);
            }
            sheet.value(rows + 4, 0, "source: the shop");
            Worksheet notes = book.newWorksheet("notes");
            notes.value(0, 0, "note");
            notes.value(1, 0, "hello");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
