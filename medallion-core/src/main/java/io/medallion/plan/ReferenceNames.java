package io.medallion.plan;

import io.medallion.spec.SnakeCase;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads from the name of a column which table, by its name and that of its key, it refers to. */
final class ReferenceNames {

    private static final Set<String> ENDS = Set.of(
            "id", "ids", "key", "code", "no", "nr", "num", "number", "uuid", "guid", "sk", "fk", "ref", "via", "by");

    private static final Set<String> STARTS = Set.of("id", "fk", "cod", "codigo", "cd", "num", "nro", "nr", "no");

    /** Two letters stand for anything. */
    private static final int SHORTEST = 3;

    private static final Set<String> SAYS_NOTHING = Set.of(
            "id",
            "key",
            "code",
            "name",
            "no",
            "nr",
            "num",
            "number",
            "date",
            "type",
            "status",
            "title",
            "uuid",
            "guid",
            "value",
            "index",
            "row",
            "year",
            "description");

    private static final Set<String> OTHER_ROW = Set.of(
            "parent",
            "manager",
            "supervisor",
            "boss",
            "superior",
            "predecessor",
            "previous",
            "original",
            "reply",
            "reports",
            "successor",
            "next",
            "duplicate",
            "replaces",
            "replaced",
            "referrer");

    private static final List<Set<String>> SAME_THING = List.of(
            Set.of("customer", "client", "user", "buyer", "account", "member", "patron", "guest", "shopper"),
            Set.of(
                    "employee",
                    "staff",
                    "rep",
                    "manager",
                    "seller",
                    "salesperson",
                    "agent",
                    "worker",
                    "supervisor",
                    "person"),
            Set.of("product", "item", "article", "sku", "part"),
            Set.of("store", "shop", "branch", "location", "outlet"),
            Set.of("order", "purchase", "sale"),
            Set.of("supplier", "vendor"),
            Set.of("shipper", "carrier", "ship"),
            Set.of("category", "group", "class"),
            Set.of("department", "dept", "division"),
            Set.of("author", "user", "owner", "creator", "person"),
            Set.of("created", "updated", "assigned", "approved", "sold", "user", "employee", "staff", "person"),
            Set.of("country", "nation"),
            Set.of("state", "province"));

    private ReferenceNames() {}

    /** The words of a table's name in the singular, without the layer or kind that many put before it. */
    static List<String> ofTable(String table) {
        return singular(ColumnWords.of(GoldJoins.bare(SnakeCase.of(table))).list());
    }

    /**
     * What a column that refers to a table would be called everywhere: {@code customer_id} for the key {@code id} of {@code
     * customers}, otherwise the name of the key.
     */
    static String conformed(String table, String key) {
        return saysNothing(key) ? String.join("_", ofTable(table)) + "_" + key : key;
    }

    /** Whether the name alone tells of nothing: {@code id}, {@code name}. */
    static boolean saysNothing(String column) {
        return SAYS_NOTHING.contains(column.toLowerCase(Locale.ROOT));
    }

    /** Whether a name says one thing and no role of it: {@code user_id}, not {@code support_rep_id}. */
    static boolean oneThing(String column) {
        return thing(ColumnWords.of(column).list()).size() == 1;
    }

    /**
     * How a column refers to a table by name, if at all.
     *
     * @param self whether the column stands in that very table
     */
    static Optional<ReferenceName> read(String column, String table, String key, boolean self) {
        List<String> words = ColumnWords.of(column).list();
        List<String> things = ofTable(table);
        List<String> keyWords = ColumnWords.of(key).list();
        List<String> keyThing = singular(thing(keyWords));
        if (self) {
            return words.stream().anyMatch(OTHER_ROW::contains) ? Optional.of(ReferenceName.SELF) : Optional.empty();
        }
        if (words.equals(keyWords)) {
            return saysNothing(column)
                    ? Optional.empty()
                    : Optional.of(named(things, keyThing) ? ReferenceName.SAME : ReferenceName.KEY);
        }
        if (!identifier(keyWords, keyThing, things)) {
            return Optional.empty();
        }
        List<String> thing = singular(thing(words));
        if (thing.size() == words.size()) {
            return words.equals(things) ? Optional.of(ReferenceName.BARE) : Optional.empty();
        }
        return thing.isEmpty() ? Optional.empty() : byThing(thing, things, keyThing);
    }

    private static Optional<ReferenceName> byThing(List<String> thing, List<String> table, List<String> key) {
        if (thing.equals(table) || thing.equals(key)) {
            return Optional.of(ReferenceName.SAME);
        }
        if (endsWith(thing, table) || !key.isEmpty() && endsWith(thing, key)) {
            return Optional.of(ReferenceName.ROLE);
        }
        if (endsWith(table, thing)) {
            return Optional.of(ReferenceName.PART);
        }
        if (synonyms(thing, table)) {
            return Optional.of(ReferenceName.SYNONYM);
        }
        return shortened(thing, table) ? Optional.of(ReferenceName.SHORT) : Optional.empty();
    }

    /** {@code cust} and {@code cstmr} for customer, {@code proveedor} for proveedores: letters left out, never the first. */
    private static boolean shortened(List<String> thing, List<String> table) {
        if (thing.size() != 1 || table.isEmpty()) {
            return false;
        }
        String shorter = thing.get(0);
        String word = table.get(table.size() - 1);
        if (shorter.length() < SHORTEST || shorter.length() >= word.length() || shorter.charAt(0) != word.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < shorter.length() && at >= 0; i++) {
            at = word.indexOf(shorter.charAt(i), at) + 1;
            at = at == 0 ? -1 : at;
        }
        return at > 0;
    }

    /** Whether a table is called like what its key identifies. */
    private static boolean named(List<String> table, List<String> keyThing) {
        return keyThing.stream().anyMatch(table::contains) || synonyms(keyThing, table);
    }

    private static boolean synonyms(List<String> one, List<String> other) {
        return !one.isEmpty()
                && SAME_THING.stream()
                        .anyMatch(set ->
                                set.contains(one.get(one.size() - 1)) && set.contains(other.get(other.size() - 1)));
    }

    /** Whether a key is one that others refer to by the name of the table: {@code id}, {@code artist_id}, {@code iso_code}. */
    private static boolean identifier(List<String> words, List<String> thing, List<String> table) {
        return thing.size() < words.size() || words.equals(table) || SAYS_NOTHING.contains(words.get(0));
    }

    /** Without what only says that it identifies: {@code customer_id} and {@code id_customer} as customer; {@code id} as nothing. */
    private static List<String> thing(List<String> words) {
        int end = words.size();
        while (end > 0 && ENDS.contains(words.get(end - 1))) {
            end--;
        }
        int start = 0;
        while (start < end && STARTS.contains(words.get(start))) {
            start++;
        }
        return words.subList(start, end);
    }

    private static List<String> singular(List<String> words) {
        return IntStream.range(0, words.size())
                .mapToObj(i -> i == words.size() - 1 ? GoldJoins.singular(words.get(i)) : words.get(i))
                .toList();
    }

    private static boolean endsWith(List<String> words, List<String> end) {
        return !end.isEmpty()
                && words.size() > end.size()
                && Collections.lastIndexOfSubList(words, end) == words.size() - end.size();
    }
}
