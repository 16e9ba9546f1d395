package io.medallion.plan;

import io.medallion.spec.SnakeCase;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Silver names for Bronze columns: snake_case, of readable length, each only once. */
final class ColumnNaming {

    private static final int LONGEST = 60;

    /** The columns a Silver table has besides its own, some only while it is built. */
    private static final Set<String> RESERVED =
            Set.of("_batch_id", "_row_number", "_reasons", "_warnings", "_expected");

    private ColumnNaming() {}

    static Map<String, String> of(List<String> bronze) {
        Set<String> taken = new HashSet<>(RESERVED);
        Map<String, String> names = new LinkedHashMap<>();
        for (String column : bronze) {
            names.put(column, PlanChecks.free(shortened(SnakeCase.of(column)), taken));
        }
        return names;
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name.toLowerCase(Locale.ROOT);
        }
        String cut = name.substring(0, name.offsetByCodePoints(0, LONGEST));
        int word = cut.lastIndexOf('_');
        return word > LONGEST / 2 ? cut.substring(0, word) : cut;
    }
}
