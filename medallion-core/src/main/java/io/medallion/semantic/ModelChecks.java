package io.medallion.semantic;

import io.medallion.ColumnType;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.NearestName;
import io.medallion.expression.Scope;
import io.medallion.spec.GoldInput;
import io.medallion.spec.Relationship;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What makes a model one that can be asked. */
final class ModelChecks {

    private final SemanticModel model;
    private final ModelProblems wrong = new ModelProblems("Semantic model");
    private final Scope scope;

    private ModelChecks(SemanticModel model) {
        this.model = model;
        Map<String, Map<String, ColumnType>> types = new LinkedHashMap<>();
        model.tables().forEach(t -> types.put(t.table(), t.input().types()));
        this.scope = Scope.ofTables(types);
    }

    static void check(int format, SemanticModel model) {
        ModelChecks checks = new ModelChecks(model);
        if (format != SemanticModel.FORMAT) {
            checks.wrong.add(
                    "format " + format,
                    "is not readable by this release.",
                    "This release reads format " + SemanticModel.FORMAT + ".");
        }
        checks.unique("tables", model.tables().stream().map(SemanticTable::table));
        model.tables().forEach(checks::table);
        model.relationships().forEach(checks::relationship);
        checks.wrong.done();
    }

    private void table(SemanticTable table) {
        String where = "table '" + table.table() + "'";
        List<String> columns =
                table.columns().stream().map(GoldInput.Column::name).toList();
        unique(where + ": columns", columns.stream());
        table.grain().forEach(c -> known(where + ": grain '" + c + "'", c, columns));
        for (String time : table.timeColumns()) {
            known(where + ": time column '" + time + "'", time, columns);
            ColumnType type = table.input().types().get(time);
            if (type != null && !type.isTemporal()) {
                wrong.add(where + ": time column '" + time + "'", "is " + type + ", not a date or timestamp.", "");
            }
        }
        unique(
                where,
                Stream.concat(
                        table.dimensions().stream().map(Dimension::name),
                        table.measures().stream().map(SemanticMeasure::name)));
        table.dimensions().forEach(d -> dimension(where, d, table));
        table.measures().forEach(m -> measure(where + ": measure '" + m.name() + "'", m, table));
    }

    private void dimension(String where, Dimension dimension, SemanticTable table) {
        Map<String, ColumnType> types = table.input().types();
        String place = where + ": dimension '" + dimension.name() + "'";
        known(place + ": column '" + dimension.column() + "'", dimension.column(), types.keySet());
        ColumnType type = types.get(dimension.column());
        if (type != null && !type.equals(dimension.type())) {
            wrong.add(
                    place,
                    "says " + dimension.type() + ", its column is " + type + ".",
                    "State the type of the column.");
        }
    }

    private void measure(String where, SemanticMeasure measure, SemanticTable table) {
        wrong.collect(where, () -> measure.aggregate().typeIn(scope));
        TablePaths paths = new TablePaths(model.relationships());
        QueryBase.tables(measure.aggregate()).stream()
                .filter(t -> model.table(t).isPresent() && !paths.reaches(table.table(), t))
                .forEach(t -> wrong.add(
                        where,
                        "uses '" + t + "', which cannot be reached from '" + table.table() + "'.",
                        "Declare how they belong together with manyToOne(..)."));
    }

    private void relationship(Relationship relationship) {
        String where = "relationship " + relationship.from() + " to " + relationship.to();
        Stream.concat(relationship.from().stream(), relationship.to().stream())
                .filter(c -> scope.type(c).isEmpty())
                .forEach(c -> wrong.add(
                        where + ": column '" + c.text() + "'",
                        "is not there.",
                        ModelNames.nearest(
                                c.table() + "." + c.column(),
                                scope.names().stream()
                                        .filter(n -> n.contains("."))
                                        .toList())));
        model.table(relationship.toTable()).ifPresent(target -> {
            List<String> to = relationship.to().stream().map(ColumnRef::column).toList();
            if (target.grain().isEmpty() || !to.containsAll(target.grain())) {
                wrong.add(
                        where,
                        "is not known to find at most one row of '" + target.table() + "'; its grain is "
                                + target.grain() + ".",
                        "Declare the key in the Silver spec of '" + target.table()
                                + "'; otherwise sums would be multiplied.");
            }
        });
    }

    private void known(String where, String name, java.util.Collection<String> known) {
        if (!known.contains(name)) {
            wrong.add(where, "is not a column.", NearestName.advice(name, known));
        }
    }

    private void unique(String where, Stream<String> names) {
        Set<String> seen = new HashSet<>();
        names.filter(name -> !seen.add(name))
                .forEach(name -> wrong.add(where, "name '" + name + "' twice.", "Rename one of them."));
    }
}
