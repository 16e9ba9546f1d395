package io.medallion.route;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.semantic.ResolvedQuery;
import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.GoldInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The published versions, and whether a Gold table stands on those of today. */
final class PublishedTables {

    private final Map<String, TableState> silver = new LinkedHashMap<>();
    private final Map<String, TableState> gold = new LinkedHashMap<>();

    PublishedTables(Collection<TableState> states) {
        for (TableState state : states) {
            if (state.layer() == Layer.SILVER) {
                silver.put(state.table(), state);
            } else if (state.layer() == Layer.GOLD) {
                gold.put(state.table(), state);
            }
        }
    }

    /** The versions of the Silver tables a query needs; throws when one is not built. */
    List<TableState> silverOf(ResolvedQuery query) {
        List<Problem> missing = new ArrayList<>();
        List<TableState> found = new ArrayList<>();
        for (GoldInput input : query.inputs()) {
            TableState state = silver.get(input.table());
            if (state == null) {
                missing.add(Problem.at("silver." + input.table(), "is not built yet.")
                        .advise("Build it, then ask again."));
            } else {
                found.add(state);
            }
        }
        if (!missing.isEmpty()) {
            throw new MedallionException(missing, null);
        }
        return found;
    }

    /** The state of a Gold table that is as Silver is now. */
    TableState current(AggregateGoldSpec spec) {
        TableState state = gold.get(spec.table());
        if (state == null) {
            throw new Unanswerable(RefusalReason.COVERAGE, "It is not built yet.");
        }
        if (!state.specFingerprint().equals(spec.fingerprint())) {
            throw new Unanswerable(RefusalReason.VERSION, "It was built by another definition than the one in force.");
        }
        for (GoldInput input : spec.inputs()) {
            TableState now = silver.get(input.table());
            Long read = state.builtFrom().get(input.table());
            if (now == null || read == null || read != now.version()) {
                throw new Unanswerable(
                        RefusalReason.STALE,
                        "It was built from " + (read == null ? "an unknown version" : "version " + read) + " of silver."
                                + input.table() + ", which is now "
                                + (now == null ? "gone" : "at version " + now.version()) + ".");
            }
        }
        checkRows(spec, state);
        return state;
    }

    /** No rows are not the same as nothing to count: such a table is taken for a failure. */
    private void checkRows(AggregateGoldSpec spec, TableState state) {
        TableState base = silver.get(spec.inputs().get(0).table());
        boolean total = spec.groupings().isEmpty();
        boolean lost = total
                ? state.rows() != 1
                : state.rows() == 0 && spec.filter() == null && base != null && base.rows() > 0;
        if (lost) {
            throw new Unanswerable(
                    RefusalReason.COVERAGE, "It has " + state.rows() + " rows, which cannot be all that there is.");
        }
    }
}
