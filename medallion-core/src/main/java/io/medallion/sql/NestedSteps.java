package io.medallion.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private boolean fenced;

    NestedSteps(Rendering rendering, Table<?> from, Condition where) {
        this.rendering = rendering;
        this.from = from;
        this.where = where;
    }

    /** Says that steps compute much: then MariaDB, too, is to write down each of them, which it does more slowly than PostgreSQL. */
    void computeMuch() {
        fenced = true;
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

    /** Carries everything on. */
    void keepAll() {
        next.putAll(values);
    }

    /** Reads further values in this step from a table that gives at most one row for each row so far. */
    void join(Table<?> table, Condition condition) {
        from = from.leftJoin(table).on(condition);
    }

    /** Ends the step; only what was named in it can be read from now on. */
    void take() {
        Map<String, Name> carried = new HashMap<>();
        values.values().forEach(value -> carried.put(text(value), value.getUnqualifiedName()));
        Map<String, String> texts = new LinkedHashMap<>();
        next.forEach((name, value) -> texts.put(name, text(value)));
        if (depth > 0 && carried.keySet().containsAll(texts.values())) {
            values = next;
        } else {
            nest(texts, carried);
        }
        next = new LinkedHashMap<>();
    }

    private void nest(Map<String, String> texts, Map<String, Name> carried) {
        Name step = DSL.name("step" + ++depth);
        Map<String, Field<?>> named = new LinkedHashMap<>();
        Map<String, Name> written = new HashMap<>();
        List<SelectField<?>> selected = new ArrayList<>();
        Set<Name> names = new HashSet<>();
        next.forEach((name, value) -> {
            String text = texts.get(name);
            Name known = written.get(text);
            if (known == null) {
                known = carried.getOrDefault(text, DSL.name(name));
                if (!names.add(known)) {
                    throw new IllegalStateException("two values of a step are called " + known);
                }
                written.put(text, known);
                selected.add(value.as(known));
            }
            named.put(name, DSL.field(step.append(known)));
        });
        from = DSL.table(fence(), rendering.dsl().select(selected).from(from).where(where))
                .as(step);
        where = DSL.noCondition();
        values = named;
    }

    /** What makes two values one: to compare fields is to render both of them, for every pair. */
    private String text(Field<?> value) {
        return rendering.dsl().renderInlined(value);
    }

    private String fence() {
        return switch (rendering.dialect()) {
            case DUCKDB, POSTGRES -> fence(rendering.dialect());
            case MARIADB, MYSQL -> fenced ? fence(rendering.dialect()) : "({0})";
        };
    }

    /**
     * A nested query that is computed once: PostgreSQL and MariaDB write it into the outer one, and compute again what is read twice,
     * unless it is limited. To PostgreSQL {@code 0} without quotes is an expression that it has yet to compute, and a query that may
     * be limited stays out of parallel workers.
     */
    static String fence(Dialect dialect) {
        return switch (dialect) {
            case DUCKDB -> "({0})";
            case POSTGRES -> "({0} offset '0')";
            case MARIADB, MYSQL -> "({0} limit 18446744073709551615)";
        };
    }

    /** What the values of the last step stand in. */
    Table<?> from() {
        return from;
    }
}
