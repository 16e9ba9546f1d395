package io.medallion.jdbc;

import io.medallion.ColumnType;
import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.NearestName;
import io.medallion.spec.Check;
import io.medallion.spec.CheckRule;
import io.medallion.spec.PipelineSpec;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the Silver tables that the checks of a spec look values up in are built and fit. */
final class ReferencedTables {

    private ReferencedTables() {}

    static void check(SilverSpec spec, PipelineSpec built) {
        if (spec.references().isEmpty()) {
            return;
        }
        List<SilverSpec> all = new ArrayList<>(built.silver());
        all.removeIf(s -> s.table().equals(spec.table()));
        all.add(spec);
        PipelineSpec.parentsFirst(all);
        List<Problem> wrong = new ArrayList<>();
        for (SilverColumn column : spec.columns()) {
            for (Check check : column.checks()) {
                if (check.rule() instanceof CheckRule.References reference) {
                    check(LayerBuilder.named(Layer.SILVER, spec.table()), column, reference, built)
                            .ifPresent(wrong::add);
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw new MedallionException(wrong, null);
        }
    }

    private static Optional<Problem> check(
            String table, SilverColumn column, CheckRule.References reference, PipelineSpec built) {
        String place = table + "." + column.name() + ": " + LayerBuilder.named(Layer.SILVER, reference.table());
        Optional<SilverSpec> parent = built.silver(reference.table());
        if (parent.isEmpty()) {
            return Optional.of(Problem.at(place, "is not built.")
                    .advise(nearest(
                            reference.table(),
                            built.silver().stream().map(SilverSpec::table).toList(),
                            "Build it first.")));
        }
        ColumnType type = parent.get().types().get(reference.column());
        if (type == null) {
            return Optional.of(Problem.at(place + "." + reference.column(), "is not there.")
                    .advise(nearest(
                            reference.column(), List.copyOf(parent.get().types().keySet()), "")));
        }
        boolean comparable = type.isNumeric()
                ? column.type().isNumeric()
                : type.kind() == column.type().kind();
        return comparable
                ? Optional.empty()
                : Optional.of(Problem.at(
                                place + "." + reference.column(),
                                "is " + type + ", the value is " + column.type() + ".")
                        .advise("Give both the same type."));
    }

    private static String nearest(String name, List<String> known, String otherwise) {
        return NearestName.of(name, known)
                .map(near -> "Did you mean '" + near + "'?")
                .orElse(otherwise);
    }
}
