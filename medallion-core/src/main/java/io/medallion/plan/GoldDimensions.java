package io.medallion.plan;

import io.medallion.ColumnType;
import io.medallion.MedallionException;
import io.medallion.expression.ColumnRef;
import io.medallion.profile.SemanticType;
import io.medallion.spec.DimensionGoldSpec;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.Relationship;
import io.medallion.spec.SilverColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proposes one dimension where several Silver tables know the same things: each is identified by one column that is called alike,
 * such as {@code customer_id}, or two keys that are declared to refer to each other. Two tables whose keys are both called
 * {@code id} count separately: nothing says that customer 7 of one is customer 7 of the other.
 */
final class GoldDimensions {

    private static final double SHARED = 0.7;
    private static final double NAMED = 0.55;
    private static final Set<String> CHANGED = Set.of("updated", "modified", "changed");

    /** Kinds a thing has one of: such columns tell the same whatever they are called. */
    private static final Set<SemanticType> ONE_EACH = EnumSet.of(
            SemanticType.EMAIL,
            SemanticType.PHONE,
            SemanticType.BIRTH_DATE,
            SemanticType.FIRST_NAME,
            SemanticType.LAST_NAME,
            SemanticType.PERSON_NAME,
            SemanticType.COMPANY_NAME,
            SemanticType.GENDER,
            SemanticType.ADDRESS,
            SemanticType.POSTAL_CODE,
            SemanticType.CITY,
            SemanticType.STATE,
            SemanticType.COUNTRY);

    private final List<GoldSource> sources;
    private final List<Relationship> declared;

    GoldDimensions(List<GoldSource> sources, List<Relationship> declared) {
        this.sources = sources;
        this.declared = declared;
    }

    List<Suggestion<GoldProposal>> suggestions() {
        Map<String, List<GoldSource>> byKey = new LinkedHashMap<>();
        sources.stream().filter(s -> s.key().size() == 1).forEach(s -> byKey.computeIfAbsent(
                        conformedKey(s), k -> new ArrayList<>())
                .add(s));
        return byKey.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .flatMap(e -> suggestion(e.getKey(), e.getValue()).stream())
                .toList();
    }

    /** The name all tables of one thing have in common: that of their key, or of the key it is declared to refer to. */
    private String conformedKey(GoldSource source) {
        ColumnRef own = ColumnRef.of(source.table(), source.key().get(0));
        Optional<ColumnRef> other = declared.stream()
                .filter(r -> r.from().equals(List.of(own)) && isKey(r.to()))
                .map(r -> r.to().get(0))
                .findFirst();
        if (other.isPresent()) {
            return name(String.valueOf(other.get().table()), other.get().column());
        }
        return name(source.table(), source.key().get(0));
    }

    /** A key that says nothing belongs to its own table, whatever that is called. */
    private static String name(String table, String key) {
        return ReferenceNames.saysNothing(key) ? table + "." + key : key;
    }

    private boolean isKey(List<ColumnRef> columns) {
        return columns.size() == 1
                && sources.stream()
                        .anyMatch(s -> s.table().equals(columns.get(0).table())
                                && s.key().equals(List.of(columns.get(0).column())));
    }

    private Optional<Suggestion<GoldProposal>> suggestion(String key, List<GoldSource> knowing) {
        List<GoldSource> ordered = knowing.stream()
                .filter(s -> sameType(s, knowing.get(0)))
                .sorted(Comparator.comparing((GoldSource s) ->
                                ReferenceNames.ofTable(s.table()).size())
                        .thenComparing(s -> s.rows() == null ? 0L : -s.rows())
                        .thenComparing(GoldSource::table))
                .toList();
        if (ordered.size() < 2) {
            return Optional.empty();
        }
        String thing = thing(key, ordered.get(0));
        Map<String, List<GoldColumn>> attributes = attributes(thing, ordered);
        boolean shared = attributes.values().stream().anyMatch(columns -> columns.size() > 1);
        try {
            GoldProposal proposal =
                    new GoldProposal(spec(key, thing, ordered, attributes), most(ordered), most(ordered), null);
            return Optional.of(Suggestion.of(proposal, shared ? SHARED : NAMED, reason(thing, ordered, attributes))
                    .from(Suggestion.RULES));
        } catch (MedallionException unfit) {
            return Optional.empty();
        }
    }

    private GoldSpec spec(
            String key, String thing, List<GoldSource> ordered, Map<String, List<GoldColumn>> attributes) {
        DimensionGoldSpec.Builder builder = GoldSpec.dimensionOf("dim_" + thing);
        ordered.forEach(s -> builder.from(s.silver()));
        builder.key(key.contains(".") ? thing + "_" + key.substring(key.indexOf('.') + 1) : key);
        attributes.forEach((name, columns) -> builder.attribute(
                name, columns.stream().map(c -> c.ref().text()).toArray(String[]::new)));
        List<String> changes = ordered.stream()
                .flatMap(s -> changed(s).stream())
                .map(c -> c.ref().text())
                .toList();
        if (changes.size() == ordered.size() && changedAlike(ordered)) {
            builder.latestBy(changes.toArray(String[]::new));
        }
        return builder.described("One row for each " + spoken(thing) + " that "
                        + GoldWords.list(ordered.stream().map(GoldSource::table).toList())
                        + " know, under a key of its own.")
                .answers("Who or what is each " + spoken(thing) + ", from all tables together?")
                .build();
    }

    /** What the columns of the tables are called in common, each with the columns it comes from. */
    private static Map<String, List<GoldColumn>> attributes(String thing, List<GoldSource> ordered) {
        Map<String, List<GoldColumn>> attributes = new LinkedHashMap<>();
        Map<SemanticType, String> names = new LinkedHashMap<>();
        for (GoldSource source : ordered) {
            for (GoldColumn column : source.columns()) {
                if (source.key().contains(column.name())) {
                    continue;
                }
                String bare = bare(thing, column.name());
                String name = only(source, column)
                        .map(type -> names.computeIfAbsent(type, t -> bare))
                        .orElse(bare);
                List<GoldColumn> same = attributes.computeIfAbsent(name, n -> new ArrayList<>());
                boolean fits = same.stream()
                        .allMatch(c -> family(c.type()).equals(family(column.type()))
                                && !c.ref().table().equals(column.ref().table()));
                if (fits) {
                    same.add(column);
                } else {
                    attributes
                            .computeIfAbsent(source.table() + "_" + column.name(), n -> new ArrayList<>())
                            .add(column);
                }
            }
        }
        return attributes;
    }

    /** The kind of the column, where its table has one column of it. */
    private static Optional<SemanticType> only(GoldSource source, GoldColumn column) {
        return kind(source, column.name())
                .filter(ONE_EACH::contains)
                .filter(type -> source.columns().stream()
                                .filter(c -> kind(source, c.name())
                                        .filter(type::equals)
                                        .isPresent())
                                .count()
                        == 1);
    }

    private static Optional<SemanticType> kind(GoldSource source, String name) {
        return source.silver().columns().stream()
                .filter(c -> c.name().equals(name))
                .map(SilverColumn::annotations)
                .flatMap(a -> Optional.ofNullable(a.semanticType()).stream())
                .flatMap(type -> SemanticType.named(type).stream())
                .findFirst();
    }

    /** {@code customer_name} and {@code name} are the same of a customer. */
    private static String bare(String thing, String column) {
        String start = thing + "_";
        return column.startsWith(start) && column.length() > start.length() ? column.substring(start.length()) : column;
    }

    private static boolean sameType(GoldSource one, GoldSource other) {
        ColumnType first = one.find(one.key().get(0)).orElseThrow().type();
        ColumnType second = other.find(other.key().get(0)).orElseThrow().type();
        return family(first).equals(family(second)) && first.kind() != ColumnType.Kind.DOUBLE;
    }

    private static ColumnType family(ColumnType type) {
        return type.kind() == ColumnType.Kind.INTEGER ? ColumnType.BIGINT : type;
    }

    private static Optional<GoldColumn> changed(GoldSource source) {
        return source.times().stream()
                .filter(t -> !Collections.disjoint(t.words().list(), CHANGED))
                .findFirst();
    }

    private static boolean changedAlike(List<GoldSource> ordered) {
        return ordered.stream()
                        .flatMap(s -> changed(s).stream())
                        .map(GoldColumn::type)
                        .distinct()
                        .count()
                == 1;
    }

    /** All rows together, if no thing is known twice; null when a table is without a profile. */
    private static @Nullable Long most(List<GoldSource> ordered) {
        return ordered.stream().anyMatch(s -> s.rows() == null)
                ? null
                : Long.valueOf(ordered.stream()
                        .mapToLong(s -> Objects.requireNonNull(s.rows()))
                        .sum());
    }

    private String reason(String thing, List<GoldSource> ordered, Map<String, List<GoldColumn>> attributes) {
        String tables = GoldWords.list(ordered.stream().map(GoldSource::table).toList());
        List<String> shared = attributes.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
        List<String> referring = sources.stream()
                .filter(s -> !ordered.contains(s))
                .filter(s -> s.columns().stream().anyMatch(c -> refers(c.name(), ordered.get(0))))
                .map(GoldSource::table)
                .toList();
        StringBuilder reason = new StringBuilder();
        reason.append(tables).append(" each identify a ").append(spoken(thing)).append(" by a key of the same name or");
        reason.append(" one that is declared to refer to the other; check that they count alike.");
        if (most(ordered) != null) {
            long least = ordered.stream()
                    .mapToLong(s -> Objects.requireNonNull(s.rows()))
                    .max()
                    .orElse(0);
            reason.append(" Between ").append(GoldWords.number(least)).append(" and ");
            reason.append(GoldWords.count(Objects.requireNonNull(most(ordered)), "row"))
                    .append('.');
        }
        if (!shared.isEmpty()) {
            reason.append(" Known to more than one: ").append(GoldWords.list(shared));
            reason.append("; what changed last counts where all say when they changed, else the first that is there.");
        }
        if (!referring.isEmpty()) {
            reason.append(" Referred to by ").append(GoldWords.list(referring)).append('.');
        }
        return reason.append(" It is refreshed with them.").toString();
    }

    private static boolean refers(String column, GoldSource to) {
        return ReferenceNames.read(column, to.table(), to.key().get(0), false).isPresent();
    }

    /** {@code customer} for the key {@code customer_id}, or what the first table is called. */
    private static String thing(String key, GoldSource first) {
        String bare = key.replaceFirst("_(id|key|code|no|nr|number|uuid|guid|sk)$", "")
                .replaceFirst("^(id|cod)_", "");
        return key.contains(".")
                        || bare.equals(key)
                                && !ReferenceNames.ofTable(first.table()).contains(bare)
                ? String.join("_", ReferenceNames.ofTable(first.table()))
                : bare;
    }

    private static String spoken(String thing) {
        return ColumnWords.of(thing).spoken();
    }
}
