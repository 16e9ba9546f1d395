package io.medallion.jdbc;

import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.jdbc.build.TableDependents;
import io.medallion.jdbc.store.Database;
import io.medallion.jdbc.store.RejectSightings;
import io.medallion.jdbc.store.TableRegistry;
import io.medallion.jdbc.store.TableStates;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.LayerSpec;
import io.medallion.spec.SilverSpec;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Drops a table with its records; the pipeline is locked by the caller. */
final class TableRemoval {

    private final Engine engine;
    private final Database database;

    TableRemoval(Engine engine) {
        this.engine = engine;
        this.database = engine.database();
    }

    void remove(LayerSpec spec, int version) {
        requireUnread(spec);
        database.inTransaction(session -> {
            new TableStates(session).remove(spec.layer(), spec.table());
            if (spec.layer() == Layer.SILVER) {
                new RejectSightings(session).remove(spec.table());
            }
            new TableRegistry(session).release(spec.layer(), spec.table());
            new SpecBook(session, engine.pipeline()).retire(spec.layer(), spec.table(), version, database.now());
            // last, for on MariaDB it commits: a table without records is replaced by the next build, records without
            // one are wrong
            session.run(database.sql().drop(spec));
            return spec;
        });
    }

    /** Refuses while something the host made reads the tables, which the library must not take away from it. */
    void requireUnread(LayerSpec spec) {
        Set<String> readers = database.read(session -> TableDependents.onTables(session, spec));
        if (!readers.isEmpty()) {
            throw new MedallionException(Problem.at(
                            LayerBuilder.named(spec.layer(), spec.table()),
                            "cannot be dropped: " + String.join(", ", readers)
                                    + (readers.size() == 1 ? " depends on it." : " depend on it."))
                    .advise("Drop what depends on it first."));
        }
    }

    /** Refuses while something the host made reads a Bronze column that goes. */
    void requireUnread(BronzeSpec spec, Set<String> columns) {
        Set<String> physical = columns.stream().map(database.sql()::column).collect(Collectors.toSet());
        Set<String> readers = database.read(session -> TableDependents.onColumns(session, spec, physical));
        if (!readers.isEmpty()) {
            throw new MedallionException(Problem.at(
                            LayerBuilder.named(Layer.BRONZE, spec.table()),
                            "cannot lose a column of " + new TreeSet<>(columns) + ": " + String.join(", ", readers)
                                    + (readers.size() == 1 ? " needs it." : " need it."))
                    .advise("Drop what depends on it first."));
        }
    }

    /** Refuses while a Gold table reads this Silver table, or checks of another Silver table look values up in it. */
    void requireUnused(String silver) {
        List<String> children = engine.specs().silver().stream()
                .filter(spec -> spec.references().contains(silver))
                .map(SilverSpec::table)
                .toList();
        if (!children.isEmpty()) {
            throw new MedallionException(Problem.at(
                            LayerBuilder.named(Layer.SILVER, silver),
                            "is referred to by Silver: " + String.join(", ", children) + ".")
                    .advise("Take their reference checks away or drop them first."));
        }
        List<String> readers = engine.specs().gold().stream()
                .filter(gold -> gold.inputs().stream().anyMatch(i -> i.table().equals(silver)))
                .map(GoldSpec::table)
                .toList();
        if (!readers.isEmpty()) {
            throw new MedallionException(Problem.at(
                            LayerBuilder.named(Layer.SILVER, silver),
                            "is read by Gold: " + String.join(", ", readers) + ".")
                    .advise("Drop these first."));
        }
    }
}
