package io.medallion.sql;

import io.medallion.Dialect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Values computed in steps, each step a query over the one before, so that what a later step reads twice is computed once. A step
 * that computes nothing new adds no query.
 */
final class NestedSteps {

    private final Rendering rendering;
    private Table<?> from;
    private Condition where;
    private Map<String, Field<?>> values = Map.of();
    private Map<String, Field<?>> next = new LinkedHashMap<>();
    private int depth;

    NestedSteps(Rendering rendering, Table<?> from, Condition where) {
        this.rendering = rendering;
        this.from = from;
        this.where = where;
    }

    /** A value of the last step taken. */
    Field<?> value(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** How many queries there are. */
    int depth() {
        return depth;
    }

    /** Names a value that later steps can read. */
    void let(String name, Field<?> value) {
        next.put(name, value);
    }

    /** Carries a value on. */
    void keep(String name) {
        let(name, value(name));
    }

    /** Ends the step; only what was named in it can be read from now on. */
    void take() {
        boolean nothingNew = depth > 0 && next.values().stream().allMatch(values::containsValue);
        if (nothingNew) {
            values = next;
        } else {
            nest();
        }
        next = new LinkedHashMap<>();
    }

    private void nest() {
        Name step = DSL.name("step" + ++depth);
        Map<String, Field<?>> named = new LinkedHashMap<>();
        Map<Field<?>, Name> written = new LinkedHashMap<>();
        next.forEach((name, value) -> {
            boolean carried = values.containsValue(value);
            Name known = carried ? value.getUnqualifiedName() : DSL.name(name);
            written.putIfAbsent(value, known);
            named.put(name, DSL.field(step.append(written.get(value))));
        });
        from = DSL.table(
                        fence(),
                        rendering
                                .dsl()
                                .select(written.entrySet().stream()
                                        .<SelectField<?>>map(e -> e.getKey().as(e.getValue()))
                                        .toList())
                                .from(from)
                                .where(where))
                .as(step);
        where = DSL.noCondition();
        values = named;
    }

    /** PostgreSQL writes a nested query into the outer one, and computes again what is read twice, unless it is limited. */
    private String fence() {
        Dialect dialect = rendering.dialect();
        return switch (dialect) {
            case DUCKDB, MARIADB -> "({0})";
            case POSTGRES -> "({0} offset 0)";
        };
    }

    /** What the values of the last step stand in. */
    Table<?> from() {
        return from;
    }
}
