package io.medallion.spec;

import io.medallion.ColumnType;
import io.medallion.expression.Expression;
import io.medallion.expression.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What makes a Silver spec inconsistent. */
final class SilverSpecChecks {

    /** Columns a Silver table has besides those of its spec: the address of the Bronze row, and what is known of rows while it is built. */
    private static final Set<String> RESERVED =
            Set.of("_batch_id", "_row_number", "_reasons", "_warnings", "_expected");

    /** The table of units beside the Silver tables that have any. */
    private static final String UNITS = "dim_units";

    private SilverSpecChecks() {}

    static void check(SilverSpec spec, SpecChecks wrong) {
        if (spec.columns().isEmpty()) {
            wrong.problem("columns", "are missing.").accept("A Silver table needs at least one.");
        }
        List<String> names = new ArrayList<>(spec.types().keySet());
        wrong.names("columns", spec.columns().stream().map(SilverColumn::name).toList());
        for (SilverColumn column : spec.columns()) {
            if (RESERVED.contains(column.name().toLowerCase(Locale.ROOT))) {
                wrong.problem("column '" + column.name() + "'", "has a name that Silver tables use themselves.")
                        .accept("Give it another name.");
            }
            if (column.missingFlag()
                    && spec.columns().stream().anyMatch(c -> c.name().equals(column.missingFlagName()))) {
                wrong.problem("column '" + column.missingFlagName() + "'", "is there twice, once as a flag.")
                        .accept("Rename the other.");
            }
        }
        units(spec, wrong);
        spec.key().forEach(name -> wrong.known("key column", name, names));
        spec.deduplication().key().forEach(name -> wrong.known("deduplication key", name, names));
        spec.deduplication().order().forEach(name -> wrong.known("deduplication order", name, names));
        forward(spec, wrong);
        predicates(spec, wrong);
        freshness(spec, wrong);
        if (spec.references().contains(spec.table())) {
            wrong.problem("check", "refers to the table itself.").accept("A reference leads to another Silver table.");
        }
    }

    /** Which row stands before another must not depend on what is filled forward. */
    private static void forward(SilverSpec spec, SpecChecks wrong) {
        List<String> names = spec.columns().stream().map(SilverColumn::name).toList();
        for (SilverColumn column : spec.columns()) {
            if (column.nulls() instanceof NullPolicy.Forward forward) {
                for (String name : forward.columns()) {
                    wrong.known("null policy of '" + column.name() + "': column", name, names);
                    spec.find(name)
                            .filter(c -> c.nulls() instanceof NullPolicy.Forward)
                            .filter(c -> !c.name().equals(column.name()))
                            .ifPresent(c -> wrong.problem(
                                            "null policy of '" + column.name() + "'",
                                            "orders or groups by '" + c.name() + "', which is filled forward itself.")
                                    .accept("Name a column that is not."));
                }
            }
        }
    }

    private static void freshness(SilverSpec spec, SpecChecks wrong) {
        Map<String, ColumnType> types = spec.types();
        for (TableCheck check : spec.tableChecks()) {
            if (check instanceof TableCheck.Freshness fresh) {
                wrong.known("freshness column", fresh.column(), types.keySet());
                ColumnType type = types.get(fresh.column());
                if (type != null && (!type.isTemporal() || type.kind() == ColumnType.Kind.TIME)) {
                    wrong.problem(
                                    "check '" + check.describe() + "'",
                                    "needs a date or timestamp, but the column is " + type + ".")
                            .accept("Name another column.");
                }
            }
        }
    }

    private static void units(SilverSpec spec, SpecChecks wrong) {
        if (spec.table().equalsIgnoreCase(UNITS)) {
            wrong.problem("table '" + spec.table() + "'", "is where the library keeps units.")
                    .accept("Give it another name.");
        }
        List<String> all = spec.columns().stream()
                .flatMap(c -> Stream.concat(Stream.of(c.name()), c.besides().keySet().stream()))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        for (SilverColumn column : spec.columns()) {
            if (column.unit() != null) {
                for (String name : List.of(column.unitName(), column.normalisedName())) {
                    if (Collections.frequency(all, name.toLowerCase(Locale.ROOT)) > 1) {
                        wrong.problem("column '" + name + "'", "is there twice, once made of '" + column.name() + "'.")
                                .accept("Rename one of them.");
                    }
                }
            }
        }
    }

    private static void predicates(SilverSpec spec, SpecChecks wrong) {
        Map<String, ColumnType> types = spec.types();
        Scope scope = Scope.of(types);
        for (Check check : spec.checks()) {
            if (!(check.rule() instanceof CheckRule.Holds)) {
                wrong.problem(
                                "check '" + check.name() + "'",
                                "demands something of one column, but stands on the table.")
                        .accept("Move it to the column, or use Check.that(..).");
            }
        }
        List<Check> all = new ArrayList<>(spec.checks());
        spec.columns().forEach(c -> all.addAll(c.checks()));
        for (Check check : all) {
            if (check.rule() instanceof CheckRule.Holds holds) {
                wrong.collect(() -> predicate(holds.predicate(), check, scope, wrong));
            }
        }
    }

    private static void predicate(Expression predicate, Check check, Scope scope, SpecChecks wrong) {
        ColumnType type = predicate.typeIn(scope);
        if (type.kind() != ColumnType.Kind.BOOLEAN) {
            wrong.problem("check '" + check.name() + "'", "yields " + type + " instead of true or false.")
                    .accept("Compare it with something.");
        }
    }
}
