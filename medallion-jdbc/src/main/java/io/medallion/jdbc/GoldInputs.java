package io.medallion.jdbc;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.NearestName;
import io.medallion.spec.GoldInput;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.PipelineSpec;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the Silver tables a Gold spec was made on are those that were built. */
final class GoldInputs {

    private GoldInputs() {}

    static void check(GoldSpec spec, PipelineSpec built) {
        List<Problem> wrong = new ArrayList<>();
        for (GoldInput input : spec.inputs()) {
            String place = "Gold spec '" + spec.table() + "': silver." + input.table();
            Optional<SilverSpec> silver = built.silver(input.table());
            if (silver.isEmpty()) {
                wrong.add(Problem.at(place, "is not built.")
                        .advise(NearestName.of(
                                        input.table(),
                                        built.silver().stream()
                                                .map(SilverSpec::table)
                                                .toList())
                                .map(near -> "Did you mean '" + near + "'?")
                                .orElse("Build it first.")));
            } else {
                compare(place, input, GoldInput.of(silver.get()), wrong);
            }
        }
        if (!wrong.isEmpty()) {
            throw new MedallionException(wrong, null);
        }
    }

    private static void compare(String place, GoldInput expected, GoldInput actual, List<Problem> wrong) {
        actual.types().forEach((name, type) -> {
            if (expected.types().containsKey(name)
                    && !expected.types().get(name).equals(type)) {
                wrong.add(Problem.at(
                                place + "." + name,
                                "is " + type + ", the spec was made for "
                                        + expected.types().get(name) + ".")
                        .advise("Make the spec again from the Silver spec that is built."));
            }
        });
        expected.types().keySet().stream()
                .filter(name -> !actual.types().containsKey(name))
                .forEach(name -> wrong.add(Problem.at(place + "." + name, "is not there any more.")
                        .advise("Make the spec again from the Silver spec that is built.")));
    }
}
