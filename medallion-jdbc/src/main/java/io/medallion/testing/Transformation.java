package io.medallion.testing;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.jdbc.Medallion;
import io.medallion.jdbc.Pipeline;
import io.medallion.jdbc.source.Source;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.LayerSpec;
import io.medallion.spec.SilverSpec;
import io.medallion.sql.Naming;
import io.medallion.sql.SqlGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Given rows and a spec; {@link #then} runs it and compares. */
public final class Transformation {

    private static final String PIPELINE = "medallion_test";

    private final @Nullable DataSource database;
    private final List<Source> sources;
    private final List<SilverSpec> silver;
    private final @Nullable GoldSpec gold;
    private final Function<String, TextTable> input;

    Transformation(
            @Nullable DataSource database, List<Source> sources, SilverSpec spec, Function<String, TextTable> input) {
        this.database = database;
        this.sources = sources;
        this.silver = List.of(spec);
        this.gold = null;
        this.input = input;
    }

    Transformation(@Nullable DataSource database, List<Source> sources, List<SilverSpec> silver, GoldSpec gold) {
        this.database = database;
        this.sources = sources;
        this.silver = silver;
        this.gold = gold;
        this.input = name -> {
            throw new IllegalArgumentException("unchanged() is about Silver; name the Gold rows with gold(..).");
        };
    }

    /**
     * Builds and compares. Throws {@link AssertionError} with the aligned tables and the SQL when anything differs, when a row
     * is lost, or when a second build yields something else.
     */
    public void then(Expected... expected) {
        try (TestDatabase opened = TestDatabase.of(database)) {
            Medallion medallion = Medallion.on(opened.dataSource()).in(Naming.inSchema(PIPELINE));
            run(medallion, opened, Arrays.asList(expected));
        }
    }

    private void run(Medallion medallion, TestDatabase opened, List<Expected> expected) {
        Pipeline pipeline = medallion.pipeline(PIPELINE, sources.toArray(Source[]::new));
        pipeline.bronze().load();
        build(pipeline);
        Map<String, TextTable> first = read(medallion.sql(), opened);
        List<String> wrong = new ArrayList<>(new Verdict(silver.get(0), gold, input).on(first, expected));
        wrong.addAll(Verdict.conservation(inputRows(opened, medallion.sql()), silver, first));
        pipeline.bronze().load();
        build(pipeline);
        Map<String, TextTable> second = read(medallion.sql(), opened);
        first.forEach((table, rows) -> {
            String changed = Comparison.difference("A second build of " + table, rows, second.get(table));
            if (changed != null) {
                wrong.add(changed);
            }
        });
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("\n", wrong) + "\nThe SQL:\n\n" + sql(medallion.sql()));
        }
    }

    private void build(Pipeline pipeline) {
        try {
            silver.forEach(spec -> pipeline.silver(spec.table()).build(spec));
            if (gold != null) {
                pipeline.gold().build(List.of(gold));
            }
        } catch (MedallionException failed) {
            throw new AssertionError("The build failed: " + failed.getMessage(), failed);
        }
    }

    private Map<String, Long> inputRows(TestDatabase opened, SqlGenerator sql) {
        Map<String, Long> rows = new TreeMap<>();
        silver.forEach(spec ->
                rows.put(spec.table(), opened.count(sql.quoted(sql.naming().table(Layer.BRONZE, spec.from())))));
        return rows;
    }

    private Map<String, TextTable> read(SqlGenerator sql, TestDatabase opened) {
        Map<String, TextTable> tables = new TreeMap<>();
        Naming naming = sql.naming();
        for (SilverSpec spec : silver) {
            String table = spec.table();
            tables.put(Verdict.silver(table), opened.read(sql.quoted(naming.table(Layer.SILVER, table))));
            tables.put(Verdict.rejects(table), opened.read(sql.quoted(naming.rejects(table))));
            tables.put(Verdict.duplicates(table), opened.read(sql.quoted(naming.duplicates(table))));
        }
        if (gold != null) {
            tables.put(Verdict.GOLD, opened.read(sql.quoted(naming.table(Layer.GOLD, gold.table()))));
        }
        return tables;
    }

    private String sql(SqlGenerator sql) {
        LayerSpec spec = gold == null ? silver.get(0) : gold;
        return spec instanceof SilverSpec one
                ? sql.build(one).text()
                : sql.build((GoldSpec) spec).text();
    }
}
