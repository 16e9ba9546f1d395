package io.medallion.sql;

import io.medallion.spec.LayerSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * One text that must stay as it is, for each database, and what it does where it is executed.
 *
 * @param name the directory, {@code <layer>/<case>}
 * @param script what is generated
 * @param tables specs whose tables exist before
 * @param given statements run before, in SQL that every engine reads
 * @param result a query of what the script made; empty when the script is the query
 * @param expected its rows, values joined by {@code " | "}
 */
record GoldenCase(
        String name,
        Function<SqlGenerator, SqlScript> script,
        List<LayerSpec> tables,
        List<String> given,
        String result,
        List<String> expected) {

    static GoldenCase of(String name, Function<SqlGenerator, SqlScript> script) {
        return new GoldenCase(name, script, List.of(), List.of(), "", List.of());
    }

    GoldenCase tables(LayerSpec... specs) {
        return new GoldenCase(name, script, List.of(specs), given, result, expected);
    }

    GoldenCase given(String... statements) {
        List<String> all = new ArrayList<>(given);
        all.addAll(Arrays.asList(statements));
        return new GoldenCase(name, script, tables, all, result, expected);
    }

    /** What the query must give after the script ran. */
    GoldenCase gives(String query, String... rows) {
        return new GoldenCase(name, script, tables, given, query, List.of(rows));
    }

    /** What the script itself must give, being one query. */
    GoldenCase returns(String... rows) {
        return gives("", rows);
    }

    @Override
    public String toString() {
        return name;
    }
}
