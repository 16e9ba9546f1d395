package io.medallion.sql;

import io.medallion.Layer;
import io.medallion.expression.ColumnRef;
import io.medallion.spec.Relationship;
import io.medallion.sql.SqlScript.Step;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * How much of what stands in the referring columns stands in those referred to, for several relationships in one statement.
 * Both sides are grouped to their different values first, so each is compared once.
 */
final class InclusionSql {

    private static final String COUNT = "_count";
    private static final String PRESENT = "_present";

    private final Rendering rendering;

    InclusionSql(Rendering rendering) {
        this.rendering = rendering;
    }

    SqlStatement of(List<Relationship> relationships) {
        QueryPart all = null;
        for (int i = 0; i < relationships.size(); i++) {
            QueryPart part =
                    DSL.sql("select * from (\n{0}\n) as {1}", question(i, relationships.get(i)), DSL.name("q" + i));
            all = all == null ? part : DSL.sql("{0}\nunion all\n{1}", all, part);
        }
        return rendering.statement(Step.QUERY, "inclusion", all == null ? DSL.sql("select 1") : all);
    }

    private QueryPart question(int number, Relationship relationship) {
        QueryPart parent = rendering.name(rendering.naming().table(Layer.SILVER, relationship.toTable()));
        QueryPart keys = keys(relationship, parent);
        int width = relationship.from().size();
        List<Field<?>> pairs = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            pairs.add(Templates.field("{0} = {1}", value("c", i), value("p", i)));
        }
        Field<?> complete = all(width, "c");
        Field<?> rows = DSL.field(DSL.name("c", COUNT));
        return DSL.sql(
                """
                select {0} as {1}, coalesce(sum({2}), 0) as {3},
                  coalesce(sum(case when {4} then {2} else 0 end), 0) as {5},
                  coalesce(sum(case when {6} is not null then {2} else 0 end), 0) as {7},
                  coalesce(sum(case when {4} then 1 else 0 end), 0) as {8},
                  (select count(*) from {9}) as {10},
                  (select count(*) from ({11}) as {12}) as {13}
                from ({14}) as {15}
                left join ({11}) as {16} on {17}""",
                DSL.inline(number),
                DSL.name("question"),
                rows,
                DSL.name("row_count"),
                complete,
                DSL.name("filled"),
                DSL.field(DSL.name("p", PRESENT)),
                DSL.name("found"),
                DSL.name("distinct_values"),
                parent,
                DSL.name("parents"),
                keys,
                DSL.name("k"),
                DSL.name("parent_keys"),
                values(relationship),
                DSL.name("c"),
                DSL.name("p"),
                joined(pairs, " and "));
    }

    /** The different values of the referring columns, with how many rows each stands in. */
    private QueryPart values(Relationship relationship) {
        List<Field<?>> columns = columns(relationship.from());
        return DSL.sql(
                "select {0}, count(*) as {1} from {2} group by {3}",
                named(columns),
                DSL.name(COUNT),
                rendering.name(rendering.naming().table(Layer.SILVER, relationship.fromTable())),
                DSL.list(columns));
    }

    /** The different values of the columns referred to, none of them missing. */
    private QueryPart keys(Relationship relationship, QueryPart parent) {
        List<Field<?>> columns = columns(relationship.to());
        List<Field<?>> present = columns.stream()
                .<Field<?>>map(c -> Templates.field("{0} is not null", c))
                .toList();
        return DSL.sql(
                "select distinct {0}, 1 as {1} from {2} where {3}",
                named(columns), DSL.name(PRESENT), parent, joined(present, " and "));
    }

    private List<Field<?>> columns(List<ColumnRef> columns) {
        return columns.stream().<Field<?>>map(c -> rendering.field(c.column())).toList();
    }

    private static QueryPart named(List<Field<?>> columns) {
        List<Field<?>> named = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            named.add(Templates.field("{0} as {1}", columns.get(i), DSL.name("k" + i)));
        }
        return joined(named, ", ");
    }

    private static Field<?> all(int width, String alias) {
        List<Field<?>> present = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            present.add(Templates.field("{0} is not null", value(alias, i)));
        }
        return joined(present, " and ");
    }

    private static Field<?> value(String alias, int number) {
        return DSL.field(DSL.name(alias, "k" + number));
    }

    private static Field<?> joined(List<Field<?>> parts, String between) {
        Field<?> all = parts.get(0);
        for (Field<?> part : parts.subList(1, parts.size())) {
            all = Templates.field("{0}" + between + "{1}", all, part);
        }
        return all;
    }
}
