package io.medallion.jdbc;

import io.medallion.ColumnType;
import io.medallion.jdbc.source.Csv;
import io.medallion.jdbc.source.CsvFormat;
import io.medallion.jdbc.source.SourceColumn;
import io.medallion.plan.SilverPlan;
import io.medallion.plan.Suggestion;
import java.nio.file.Path;
import java.util.List;

/** A file loaded, planned and built with all proposed columns, nothing else accepted. */
final class TrapFile {

    private final Csv csv;
    private final Pipeline pipeline;
    private final Batch batch;

    TrapFile(Medallion medallion, Path file, String name) {
        this.csv = Csv.file(file).named(name);
        this.pipeline = medallion.pipeline(name, csv);
        this.batch = pipeline.bronze().load().get(0);
    }

    Batch batch() {
        return batch;
    }

    long rows() {
        return batch.rows();
    }

    CsvFormat format() {
        return csv.parts().get(0).format().orElseThrow();
    }

    List<String> names() {
        return csv.parts().get(0).columns().stream().map(SourceColumn::name).toList();
    }

    /** What Bronze rejected: line and reason. */
    List<String> rejects() {
        return pipeline.bronze().rejects(csv.name()).page(0, 100).stream()
                .map(reject -> reject.line() + ": " + reject.rule())
                .toList();
    }

    SilverPlan plan() {
        return pipeline.silver().plan();
    }

    List<ColumnType.Kind> types() {
        return plan().columns().stream()
                .map(column -> column.value().type().kind())
                .toList();
    }

    List<String> silverNames() {
        return plan().columns().stream().map(column -> column.value().name()).toList();
    }

    /** The first rows of Silver as texts. */
    List<String> silver() {
        SilverPlan plan = plan();
        pipeline.silver()
                .build(plan.accept(plan.columns().stream().map(Suggestion::id).toArray(String[]::new))
                        .toSpec());
        return pipeline.silver().head(100).rows().stream().map(List::toString).toList();
    }
}
