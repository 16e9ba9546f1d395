package io.medallion.plan;

import io.medallion.ColumnType;
import io.medallion.expression.ColumnRef;
import io.medallion.spec.Relationship;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what is worth asking the data: columns whose name and type fit a key of a table. */
final class RelationshipCandidates {

    private final List<GoldSource> sources;
    private final Set<List<ColumnRef>> known = new HashSet<>();

    RelationshipCandidates(Collection<GoldSource> sources, List<Relationship> declared) {
        this.sources = List.copyOf(sources);
        declared.forEach(r -> known.add(r.from()));
    }

    /** In the order of the referring tables and their columns. */
    List<RelationshipCandidate> all() {
        List<RelationshipCandidate> all = new ArrayList<>();
        for (GoldSource child : sources) {
            for (GoldColumn column : child.columns()) {
                for (GoldSource parent : sources) {
                    keys(parent)
                            .forEach(key -> single(child, column, parent, key).ifPresent(all::add));
                }
            }
            sources.forEach(parent -> composite(child, parent).ifPresent(all::add));
        }
        return all.stream()
                .filter(c -> !known.contains(c.relationship().from()))
                .toList();
    }

    /** The stated key, where it is one column; else columns that tell rows apart and are called like it. */
    private static List<GoldColumn> keys(GoldSource table) {
        if (table.key().size() == 1) {
            return table.find(table.key().get(0)).stream().toList();
        }
        return table.key().isEmpty()
                ? table.columns().stream()
                        .filter(RelationshipCandidates::tellsApart)
                        .toList()
                : List.of();
    }

    private static boolean tellsApart(GoldColumn column) {
        return column.profile() != null
                && column.profile().unique()
                && (column.words().code() || column.words().reference());
    }

    private static Optional<RelationshipCandidate> single(
            GoldSource child, GoldColumn column, GoldSource parent, GoldColumn key) {
        boolean self = child.table().equals(parent.table());
        if (self && column.name().equals(key.name()) || !comparable(column.type(), key.type())) {
            return Optional.empty();
        }
        return ReferenceNames.read(column.name(), parent.table(), key.name(), self)
                .filter(name -> !child.key().equals(List.of(column.name())) || leads(child, parent, key))
                .map(name -> new RelationshipCandidate(
                        new Relationship(List.of(column.ref()), List.of(key.ref())),
                        name,
                        !parent.key().isEmpty()));
    }

    /** Of two tables with one key that one leads which is called like it: customers before customer profiles. */
    private static boolean leads(GoldSource child, GoldSource parent, GoldColumn key) {
        String own = ReferenceNames.conformed(parent.table(), "id");
        String stated = ReferenceNames.saysNothing(key.name()) ? own : key.name();
        return stated.startsWith(own.substring(0, own.length() - "_id".length()))
                && ReferenceNames.ofTable(child.table()).size()
                        >= ReferenceNames.ofTable(parent.table()).size()
                && !ReferenceNames.ofTable(child.table()).equals(ReferenceNames.ofTable(parent.table()));
    }

    /** A key of several columns, all of which stand in the other table under the same names. */
    private static Optional<RelationshipCandidate> composite(GoldSource child, GoldSource parent) {
        List<String> key = parent.key();
        boolean fits = key.size() > 1
                && !child.table().equals(parent.table())
                && !new HashSet<>(child.key()).equals(new HashSet<>(key))
                && key.stream().noneMatch(ReferenceNames::saysNothing)
                && key.stream().allMatch(name -> child.find(name)
                        .filter(c -> comparable(
                                c.type(), parent.find(name).orElseThrow().type()))
                        .isPresent());
        return fits
                ? Optional.of(new RelationshipCandidate(
                        new Relationship(refs(child, key), refs(parent, key)), ReferenceName.SAME, true))
                : Optional.empty();
    }

    private static List<ColumnRef> refs(GoldSource table, List<String> names) {
        return names.stream().map(name -> ColumnRef.of(table.table(), name)).toList();
    }

    /** Keys are whole numbers or text; what is measured, and dates, refer to nothing. */
    private static boolean comparable(ColumnType one, ColumnType other) {
        return whole(one) && whole(other) || one.kind() == ColumnType.Kind.TEXT && other.kind() == ColumnType.Kind.TEXT;
    }

    private static boolean whole(ColumnType type) {
        return type.kind() == ColumnType.Kind.INTEGER || type.kind() == ColumnType.Kind.BIGINT;
    }
}
