package io.medallion.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.jdbc.source.Source;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.Dialect;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WideTablesTest {

    /** More than MariaDB makes a table of when it takes each text for as long as it may be. */
    private static final List<String> COLUMNS =
            IntStream.range(0, 260).mapToObj(i -> "c" + i).toList();

    @Test
    void many_columns_of_text_become_silver_and_gain_more_on_mariadb() {
        try (EngineUnderTest engine = EngineUnderTest.of(Dialect.MARIADB)) {
            Medallion medallion = Medallion.on(engine.dataSource());
            Pipeline pipeline = medallion.pipeline("wide", source(COLUMNS.subList(0, 250)));
            pipeline.bronze().load();
            SilverSpec silver = SilverSpec.of(
                    "wide",
                    COLUMNS.subList(0, 250).stream().map(SilverColumn::column).toList());
            assertThat(pipeline.silver().build(silver).rows().written()).isEqualTo(2);

            Pipeline wider = medallion.pipeline("wide", source(COLUMNS));
            wider.bronze().load();
            assertThat(wider.bronze().spec("wide").columns()).hasSize(COLUMNS.size());
        }
    }

    private static Source source(List<String> columns) {
        return Source.rows("wide", columns, sink -> {
            for (int row = 0; row < 2; row++) {
                String value = "text " + row;
                sink.row(columns.stream().map(column -> value).toArray(String[]::new));
            }
        });
    }
}
