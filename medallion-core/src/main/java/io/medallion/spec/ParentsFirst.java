package io.medallion.spec;

import io.medallion.MedallionException;
import io.medallion.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts Silver tables in the order in which they can be built: what a table refers to comes before it. */
final class ParentsFirst {

    private final Map<String, SilverSpec> specs = new LinkedHashMap<>();
    private final Set<String> path = new LinkedHashSet<>();
    private final Set<SilverSpec> ordered = new LinkedHashSet<>();

    private ParentsFirst(List<SilverSpec> specs) {
        specs.forEach(spec -> this.specs.put(spec.table(), spec));
    }

    static List<SilverSpec> of(List<SilverSpec> specs) {
        ParentsFirst order = new ParentsFirst(specs);
        specs.forEach(order::add);
        return List.copyOf(order.ordered);
    }

    private void add(SilverSpec spec) {
        if (ordered.contains(spec)) {
            return;
        }
        if (!path.add(spec.table())) {
            List<String> circle =
                    new ArrayList<>(path).subList(new ArrayList<>(path).indexOf(spec.table()), path.size());
            throw new MedallionException(
                    Problem.at("silver tables " + String.join(", ", circle), "refer to one another in a circle.")
                            .advise("Take one of the reference checks away."));
        }
        for (String parent : spec.references()) {
            SilverSpec found = specs.get(parent);
            if (found != null) {
                add(found);
            }
        }
        path.remove(spec.table());
        ordered.add(spec);
    }
}
