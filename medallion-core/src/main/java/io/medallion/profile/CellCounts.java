package io.medallion.profile;

import io.medallion.spec.Parse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells apart what is read, what is missing and what is refused. */
final class CellCounts {
    private final Map<String, Long> missing = new LinkedHashMap<>();
    private final List<Cell> refused = new ArrayList<>();
    private long matched;

    void match(Cell cell) {
        matched += cell.rows();
    }

    void refuse(Cell cell) {
        refused.add(cell);
    }

    /** A value that is not of the kind: a null word, or refused. */
    void leave(Cell cell) {
        if (NullWords.isNull(cell.text())) {
            missing.merge(cell.text(), cell.rows(), Long::sum);
        } else {
            refused.add(cell);
        }
    }

    boolean leaveIf(Cell cell, boolean leave) {
        if (leave) {
            leave(cell);
        }
        return leave;
    }

    void missing(Cell cell) {
        missing.merge(cell.text(), cell.rows(), Long::sum);
    }

    long matched() {
        return matched;
    }

    Reading reading(Parse parse, boolean proven, String remark) {
        return new Reading(
                parse,
                List.copyOf(missing.keySet()),
                matched,
                missing.values().stream().mapToLong(Long::longValue).sum(),
                Cell.rows(refused),
                refused.size(),
                refused.stream()
                        .sorted((a, b) -> Long.compare(b.rows(), a.rows()))
                        .limit(20)
                        .map(Cell::raw)
                        .toList(),
                proven,
                remark);
    }
}
