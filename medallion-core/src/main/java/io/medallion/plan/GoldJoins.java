package io.medallion.plan;

import io.medallion.ColumnType;
import io.medallion.expression.ColumnRef;
import io.medallion.profile.NumberSummary;
import io.medallion.spec.Relationship;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds which tables refer to which: as declared, and between tables for which nothing is declared where names, key and type
 * make it evident, such as {@code orders.customer_id} and a table {@code customers} with the key {@code id}.
 */
final class GoldJoins {

    private static final double BY_NAME = 0.8;
    private static final double BY_KEY_NAME = 0.7;
    private static final Set<String> SAYS_NOTHING = Set.of("id", "key", "code", "name", "no", "nr", "number", "date");

    private final Map<String, GoldSource> sources;
    private final List<Relationship> declared;

    GoldJoins(Collection<GoldSource> sources, List<Relationship> declared) {
        this.sources = sources.stream().collect(Collectors.toMap(GoldSource::table, s -> s));
        this.declared = declared.stream()
                .filter(r -> this.sources.containsKey(r.fromTable()) && this.sources.containsKey(r.toTable()))
                .filter(r -> !r.fromTable().equals(r.toTable()))
                .toList();
    }

    /** The joins from this table, in the order of its columns, declared ones first. */
    List<GoldJoin> from(GoldSource source) {
        List<GoldJoin> joins = new ArrayList<>();
        declared.stream()
                .filter(r -> r.fromTable().equals(source.table()) && findsOne(r))
                .map(r ->
                        new GoldJoin(r, sources.get(r.toTable()), 1, "The relationship " + spoken(r) + " is declared."))
                .forEach(joins::add);
        for (GoldColumn column : source.columns()) {
            sources.values().stream()
                    .filter(target -> !target.table().equals(source.table()))
                    .filter(target ->
                            joins.stream().noneMatch(j -> j.target().table().equals(target.table())))
                    .filter(target -> !related(source, target))
                    .sorted((a, b) -> a.table().compareTo(b.table()))
                    .flatMap(target -> evident(source, column, target).stream())
                    .forEach(joins::add);
        }
        return joins;
    }

    private boolean related(GoldSource one, GoldSource other) {
        Set<String> both = Set.of(one.table(), other.table());
        return declared.stream().anyMatch(r -> both.equals(Set.of(r.fromTable(), r.toTable())));
    }

    private boolean findsOne(Relationship relationship) {
        List<String> key = sources.get(relationship.toTable()).key();
        return !key.isEmpty()
                && relationship.to().stream()
                        .map(ColumnRef::column)
                        .collect(Collectors.toSet())
                        .containsAll(key);
    }

    private static Optional<GoldJoin> evident(GoldSource source, GoldColumn column, GoldSource target) {
        if (target.key().size() != 1 || source.key().equals(List.of(column.name()))) {
            return Optional.empty();
        }
        String name = column.name().toLowerCase(Locale.ROOT);
        String key = target.key().get(0).toLowerCase(Locale.ROOT);
        String table = target.table().toLowerCase(Locale.ROOT);
        boolean byTable = Stream.of(table, singular(table), bare(table), singular(bare(table)))
                .anyMatch(t -> name.equals(t + "_" + key) || name.equals(t + "_id") && endsInId(key));
        boolean byKey = name.equals(key) && !SAYS_NOTHING.contains(key);
        if (!byTable && !byKey || !fits(column, target)) {
            return Optional.empty();
        }
        Relationship relationship = new Relationship(
                List.of(column.ref()),
                List.of(ColumnRef.of(target.table(), target.key().get(0))));
        return Optional.of(new GoldJoin(
                relationship,
                target,
                byTable ? BY_NAME : BY_KEY_NAME,
                "Nobody declared that " + spoken(relationship)
                        + ", but the name, the key and the type suggest it; check it before you rely on it."));
    }

    /** Without the layer or kind that many put before the names of tables. */
    static String bare(String table) {
        return table.replaceFirst("^(raw|stg|src|tbl|dim|fact|fct|d|f)_", "");
    }

    private static boolean endsInId(String key) {
        return key.equals("id") || key.endsWith("_id");
    }

    /** Types agree, and the profiles do not contradict: no more values than the other has rows, and no other range. */
    private static boolean fits(GoldColumn column, GoldSource target) {
        GoldColumn key = target.find(target.key().get(0)).orElseThrow();
        if (!family(column.type()).equals(family(key.type()))) {
            return false;
        }
        if (column.profile() == null || key.profile() == null) {
            return true;
        }
        NumberSummary here = column.profile().numbers();
        NumberSummary there = key.profile().numbers();
        boolean apart = here != null
                && there != null
                && (here.min().compareTo(there.max()) > 0 || here.max().compareTo(there.min()) < 0);
        return column.profile().distinct() <= key.profile().distinct() && !apart;
    }

    private static ColumnType family(ColumnType type) {
        return type.kind() == ColumnType.Kind.INTEGER ? ColumnType.BIGINT : type;
    }

    private static String spoken(Relationship r) {
        return r.from().stream().map(ColumnRef::text).collect(Collectors.joining(", ")) + " refers to "
                + r.to().stream().map(ColumnRef::text).collect(Collectors.joining(", "));
    }

    /** English plurals, good enough for names of tables. */
    static String singular(String plural) {
        if (plural.endsWith("ies") && plural.length() > 4) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        if (plural.matches(".*(sses|xes|ches|shes)")) {
            return plural.substring(0, plural.length() - 2);
        }
        return plural.endsWith("s") && !plural.endsWith("ss") ? plural.substring(0, plural.length() - 1) : plural;
    }
}
