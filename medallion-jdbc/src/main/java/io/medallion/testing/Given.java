package io.medallion.testing;

import io.medallion.jdbc.source.Source;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The start of a test of a transformation: rows as a text table, {@code (null)} for missing and {@code (empty)} for the empty
 * text.
 *
 * <pre>{@code
 * Given.rows("""
 *         | id | amount |
 *         | 1  | 10,50  |
 *         """)
 *     .when(SilverSpec.of("orders", column("id").as(integer()), column("amount").as(decimal(12, 2).decimalComma())))
 *     .then(silver("""
 *         | id | amount |
 *         | 1  | 10.50  |
 *         """));
 * }</pre>
 *
 * <p>Runs on an embedded database in memory unless one is given. Unasked, every test also checks that no row is lost and that
 * building again yields the same. Immutable.
 */
public final class Given {

    private static final String ONLY = "";

    private final Map<String, TextTable> tables;
    private final @Nullable DataSource database;

    private Given(Map<String, TextTable> tables, @Nullable DataSource database) {
        this.tables = tables;
        this.database = database;
    }

    /** The rows of the one table the spec reads, whatever its name. */
    public static Given rows(String text) {
        return new Given(Map.of(ONLY, TextTable.parse(text)), null);
    }

    /** The rows of one table. */
    public static Given table(String name, String text) {
        return new Given(Map.of(name, TextTable.parse(text)), null);
    }

    /** The same with the rows of a further table. */
    public Given and(String name, String text) {
        Map<String, TextTable> all = new LinkedHashMap<>(tables);
        all.put(name, TextTable.parse(text));
        return new Given(all, database);
    }

    /**
     * The same on another database. The tables are built in it as a pipeline named {@code medallion_test} and dropped
     * afterwards.
     */
    public Given on(DataSource database) {
        return new Given(tables, database);
    }

    /** The transformation of Bronze rows into Silver. */
    public Transformation when(SilverSpec spec) {
        return new Transformation(database, List.of(source(spec.from())), spec, this::input);
    }

    /** The aggregation of Silver rows into Gold. Cells are written as the types of the spec's inputs are shown. */
    public Transformation when(GoldSpec spec) {
        List<Source> sources = new ArrayList<>();
        List<SilverSpec> silver = new ArrayList<>();
        spec.inputs().forEach(input -> {
            sources.add(source(input.table()));
            silver.add(PlainSilver.of(input, input(input.table()).columns()));
        });
        return new Transformation(database, sources, silver, spec);
    }

    private Source source(String table) {
        TextTable rows = input(table);
        return Source.rows(table, rows.columns(), sink -> {
            for (List<@Nullable String> row : rows.rows()) {
                sink.row(row.toArray(String[]::new));
            }
        });
    }

    private TextTable input(String table) {
        TextTable named = tables.get(table);
        if (named == null && tables.size() == 1 && tables.containsKey(ONLY)) {
            named = tables.get(ONLY);
        }
        if (named == null) {
            throw new IllegalArgumentException("The spec reads table '" + table + "', but only " + tables.keySet()
                    + " are given. Add them with Given.table(..).and(..).");
        }
        return named;
    }
}
