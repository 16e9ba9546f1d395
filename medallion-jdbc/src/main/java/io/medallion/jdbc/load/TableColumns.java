package io.medallion.jdbc.load;

import io.medallion.jdbc.source.SourceColumn;
import io.medallion.jdbc.source.SourcePart;
import io.medallion.jdbc.store.BatchRow;
import io.medallion.jdbc.store.Batches;
import io.medallion.jdbc.store.Database;
import io.medallion.jdbc.store.SchemaChangeRow;
import io.medallion.jdbc.store.SchemaChangeRow.Kind;
import io.medallion.jdbc.store.SchemaChanges;
import io.medallion.jdbc.store.Session;
import io.medallion.spec.BronzeSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table for one load: the table is made or extended once, before the first row, so that it has what every part needs. Each change
 * is recorded under a new version of the columns, once: a column that stays away is not missed again with every load.
 */
final class TableColumns {

    private final Session session;
    private final Map<SourcePart, Integer> versions = new IdentityHashMap<>();
    private final Map<SourcePart, String> batchIds = new IdentityHashMap<>();
    private final Map<SourcePart, List<SchemaChangeRow>> changes = new IdentityHashMap<>();
    private final Set<List<String>> recorded = new HashSet<>();
    private final Map<String, Kind> latest = new HashMap<>();
    private BronzeSpec spec;
    private int version;

    private TableColumns(Session session, BronzeSpec spec) {
        this.session = session;
        this.spec = spec;
    }

    /** What the table has to be for these parts; writes nothing. */
    static TableColumns of(
            Database database, Session session, LoadRequest request, List<SourcePart> parts, Instant now) {
        BronzeSpec known = request.spec();
        BronzeSpec first = known == null ? firstSpec(request, parts.get(0)) : known;
        TableColumns columns = new TableColumns(session, first);
        columns.remember();
        for (SourcePart part : parts) {
            columns.follow(part, database.newId(), now);
        }
        ColumnLimit.check(columns.spec, database.dialect());
        return columns;
    }

    /** Records the changes of the columns. */
    void record(Session session) {
        changes.values().forEach(new SchemaChanges(session)::add);
    }

    /** The spec with the columns of all parts. */
    BronzeSpec spec() {
        return spec;
    }

    /** The version of the columns that a part is loaded with. */
    int version(SourcePart part) {
        return versions.getOrDefault(part, version);
    }

    /** The id of the batch that a part becomes. */
    String batchId(SourcePart part) {
        return batchIds.getOrDefault(part, "");
    }

    /** The changes that a part brings. */
    List<SchemaChangeRow> changes(SourcePart part) {
        return changes.getOrDefault(part, List.of());
    }

    private static BronzeSpec firstSpec(LoadRequest request, SourcePart part) {
        Map<String, String> originals = new TreeMap<>();
        for (SourceColumn column : part.columns()) {
            if (!column.name().equals(column.original())) {
                originals.put(column.name(), column.original());
            }
        }
        return BronzeSpec.of(
                        request.source().name(),
                        part.columns().stream().map(SourceColumn::name).toList())
                .withOriginals(originals)
                .withBatches(request.source().batches())
                .from(request.source().toString());
    }

    /** What earlier loads have recorded. */
    private void remember() {
        version = Math.max(
                1,
                new Batches(session)
                        .of(spec.table()).stream()
                                .mapToInt(BatchRow::schemaVersion)
                                .max()
                                .orElse(1));
        for (SchemaChangeRow change : new SchemaChanges(session).of(spec.table())) {
            version = Math.max(version, change.version());
            note(change.change(), change.column(), change.original());
        }
    }

    private void follow(SourcePart part, String batchId, Instant now) {
        Drift drift = new Drift(spec, part.columns());
        List<Drift.Difference> differences = drift.differences();
        drift.check(differences, part.fileName());
        List<Drift.Difference> news = new ArrayList<>(returned(part));
        differences.stream().filter(this::isNew).forEach(news::add);
        if (!news.isEmpty()) {
            version++;
        }
        List<SchemaChangeRow> rows = new ArrayList<>();
        for (Drift.Difference d : news) {
            note(d.kind(), d.column(), d.original());
            rows.add(new SchemaChangeRow(spec.table(), version, d.kind(), d.column(), d.original(), batchId, now));
        }
        spec = drift.evolved();
        versions.put(part, version);
        batchIds.put(part, batchId);
        changes.put(part, rows);
    }

    /** Columns that were missing and are there again. */
    private List<Drift.Difference> returned(SourcePart part) {
        int[] positions = Drift.positions(spec.columns(), part.columns());
        List<Drift.Difference> returned = new ArrayList<>();
        for (int i = 0; i < positions.length; i++) {
            String column = spec.columns().get(i);
            if (positions[i] >= 0 && latest.get(column) == Kind.MISSING) {
                returned.add(new Drift.Difference(
                        Kind.BACK, column, part.columns().get(positions[i]).original()));
            }
        }
        return returned;
    }

    private boolean isNew(Drift.Difference d) {
        return switch (d.kind()) {
            case ADDED, BACK -> true;
            case MISSING, IGNORED -> latest.get(d.column()) != d.kind();
            case REORDERED -> !recorded.contains(key(d.original()));
        };
    }

    private void note(Kind kind, String column, @Nullable String original) {
        if (kind == Kind.REORDERED) {
            recorded.add(key(original));
        } else {
            latest.put(column, kind);
        }
    }

    private static List<String> key(@Nullable String order) {
        return List.of(String.valueOf(order));
    }
}
