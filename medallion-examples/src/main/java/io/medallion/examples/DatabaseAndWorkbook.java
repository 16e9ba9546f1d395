package io.medallion.examples;

import static io.medallion.semantic.SemanticQuery.measure;
import static io.medallion.spec.Grouping.month;
import static io.medallion.spec.Measure.sum;

import io.medallion.jdbc.Answer;
import io.medallion.jdbc.Medallion;
import io.medallion.jdbc.Pipeline;
import io.medallion.jdbc.source.Jdbc;
import io.medallion.jdbc.source.Xlsx;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;

/** Orders come from the database of an application, only those that are new; targets come from the workbook of a colleague. */
final class DatabaseAndWorkbook {

    private DatabaseAndWorkbook() {}

    static Pipeline pipeline(Medallion medallion, DataSource crm, Path targets) {
        return medallion.pipeline(
                "sales",
                Jdbc.table(crm, "orders").watermark("changed_at").lookBack(Duration.ofMinutes(5)),
                Xlsx.file(targets).sheet("Targets").named("targets"));
    }

    /** The first time: everything is loaded, planned and built. */
    static Answer first(Pipeline sales) {
        sales.bronze().load();
        for (String table : sales.tables()) {
            sales.silver(table).build(sales.silver(table).plan().acceptAtLeast(0.8));
        }
        return revenue(sales);
    }

    /** From then on: new and changed orders are added, a workbook that was saved again replaces itself. */
    static Answer next(Pipeline sales) {
        sales.refresh();
        return revenue(sales);
    }

    private static Answer revenue(Pipeline sales) {
        return sales.query(measure(sum("orders.amount").named("revenue")).by(month("orders.changed_at")));
    }
}
