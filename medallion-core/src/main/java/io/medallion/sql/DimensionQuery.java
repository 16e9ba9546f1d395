package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.Layer;
import io.medallion.expression.Binary;
import io.medallion.expression.BinaryOperator;
import io.medallion.expression.Call;
import io.medallion.expression.CaseWhen;
import io.medallion.expression.Cast;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.IsNull;
import io.medallion.expression.Query;
import io.medallion.expression.Query.Join;
import io.medallion.expression.Query.JoinKind;
import io.medallion.expression.Query.Selected;
import io.medallion.expression.Relation;
import io.medallion.expression.ScalarFunction;
import io.medallion.expression.Scope;
import io.medallion.spec.DimensionColumn;
import io.medallion.spec.DimensionGoldSpec;
import io.medallion.spec.GoldInput;
import io.medallion.spec.SurrogateKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A dimension as one query: the keys that any input knows, and around them what each input knows of them. */
final class DimensionQuery {

    private final DimensionGoldSpec spec;
    private final Scope scope;
    private final String keys;

    private DimensionQuery(DimensionGoldSpec spec) {
        this.spec = spec;
        Map<String, Map<String, ColumnType>> types = new LinkedHashMap<>();
        spec.inputs().forEach(input -> types.put(input.table(), input.types()));
        this.scope = Scope.ofTables(types);
        String alias = "known_keys";
        while (types.containsKey(alias)) {
            alias += "_";
        }
        this.keys = alias;
    }

    static Query of(DimensionGoldSpec spec) {
        return new DimensionQuery(spec).query();
    }

    private Query query() {
        List<ColumnRef> key =
                spec.key().stream().map(k -> ColumnRef.of(keys, k.name())).toList();
        List<Selected> selected = new ArrayList<>();
        selected.add(new Selected(
                SurrogateKey.of(key.get(0), key.subList(1, key.size()).toArray(Expression[]::new)),
                spec.surrogateKey()));
        key.forEach(k -> selected.add(Selected.of(k)));
        spec.attributes().forEach(a -> selected.add(new Selected(value(a), a.name())));
        List<Join> joins = new ArrayList<>();
        for (int i = 0; i < spec.inputs().size(); i++) {
            joins.add(join(i, key));
        }
        return new Query(
                selected,
                new Relation.SubqueryRelation(keys(), keys),
                joins,
                null,
                List.of(),
                null,
                List.of(),
                null,
                null);
    }

    /** Every key once. */
    private Query keys() {
        List<Query> known = new ArrayList<>();
        for (int i = 0; i < spec.inputs().size(); i++) {
            known.add(keysOf(i));
        }
        Relation all = known.size() == 1
                ? new Relation.SubqueryRelation(known.get(0), "keys_of_all")
                : new Relation.UnionRelation(known, "keys_of_all");
        List<ColumnRef> columns = spec.key().stream()
                .map(k -> ColumnRef.of("keys_of_all", k.name()))
                .toList();
        return new Query(
                columns.stream().map(Selected::of).toList(),
                all,
                List.of(),
                null,
                List.copyOf(columns),
                null,
                List.of(),
                null,
                null);
    }

    /** The keys an input knows; a row without one is no thing. */
    private Query keysOf(int number) {
        GoldInput input = spec.inputs().get(number);
        List<Selected> selected = new ArrayList<>();
        List<Expression> present = new ArrayList<>();
        for (DimensionColumn column : spec.key()) {
            ColumnRef own = column.from().get(number);
            ColumnType type = type(column.from());
            boolean same = own.typeIn(scope).equals(type);
            selected.add(new Selected(same ? own : new Cast(own, type), column.name()));
            present.add(new IsNull(own, true));
        }
        return Query.of(Relation.table(Layer.SILVER, input.table()), selected).where(Expression.allOf(present));
    }

    private Join join(int number, List<ColumnRef> key) {
        List<Expression> pairs = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            pairs.add(new Binary(
                    BinaryOperator.EQUAL, key.get(i), spec.key().get(i).from().get(number)));
        }
        return new Join(
                JoinKind.LEFT,
                Relation.table(Layer.SILVER, spec.inputs().get(number).table()),
                Expression.allOf(pairs));
    }

    private Expression value(DimensionColumn attribute) {
        List<ColumnRef> from = attribute.from();
        Expression first = from.size() == 1 ? from.get(0) : call(ScalarFunction.COALESCE, from);
        if (spec.latestBy().isEmpty() || from.size() == 1) {
            return first;
        }
        List<Expression> times = from.stream().map(this::time).toList();
        Expression latest = call(ScalarFunction.GREATEST, times);
        List<CaseWhen.Branch> branches = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            branches.add(new CaseWhen.Branch(new Binary(BinaryOperator.EQUAL, times.get(i), latest), from.get(i)));
        }
        return new CaseWhen(branches, first);
    }

    /** When the input of this column changed its row, where it knows a value. */
    private Expression time(ColumnRef column) {
        ColumnRef time = spec.latestBy().stream()
                .filter(t -> String.valueOf(t.table()).equals(column.table()))
                .findFirst()
                .orElseThrow();
        return new CaseWhen(List.of(new CaseWhen.Branch(new IsNull(column, true), time)), null);
    }

    private ColumnType type(List<ColumnRef> columns) {
        return call(ScalarFunction.COALESCE, columns).typeIn(scope);
    }

    private static Expression call(ScalarFunction function, List<? extends Expression> arguments) {
        return Call.of(function, arguments.toArray(Expression[]::new));
    }
}
