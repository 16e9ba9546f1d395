package io.medallion.jdbc;

import io.medallion.spec.Deduplication;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What Silver has to be, worked out row by row in plain Java. */
final class SilverOracle {

    /** Where a row is: the sequence number of its batch, and its number in it. */
    record Address(long batch, long row) {

        static final Comparator<Address> ORDER =
                Comparator.comparingLong(Address::batch).thenComparingLong(Address::row);
    }

    private record Accepted(Address address, Map<String, @Nullable Object> values) {}

    /** The rows readers see: address and values. */
    final Map<Address, List<@Nullable String>> kept = new TreeMap<>(Address.ORDER);

    /** The rows refused. */
    final List<Address> rejected = new ArrayList<>();

    /** The rows left out, and the one that stands for each. */
    final Map<Address, Address> duplicates = new TreeMap<>(Address.ORDER);

    SilverOracle(List<RandomColumn> columns, Deduplication deduplication, Map<Address, List<@Nullable String>> bronze) {
        List<Accepted> accepted = new ArrayList<>();
        bronze.forEach((address, cells) -> {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            boolean refused = false;
            for (int i = 0; i < columns.size(); i++) {
                RandomColumn.Reading reading = columns.get(i).read(cells.get(i));
                refused |= reading.refused();
                values.put(columns.get(i).silver().name(), reading.value());
            }
            if (refused) {
                rejected.add(address);
            } else {
                accepted.add(new Accepted(address, values));
            }
        });
        deduplicate(accepted, deduplication);
    }

    private void deduplicate(List<Accepted> accepted, Deduplication deduplication) {
        Map<List<@Nullable Object>, List<Accepted>> groups = new LinkedHashMap<>();
        for (Accepted row : accepted) {
            List<@Nullable Object> key = new ArrayList<>();
            deduplication.key().forEach(name -> key.add(row.values().get(name)));
            if (key.isEmpty() || key.stream().anyMatch(Objects::isNull)) {
                keep(row);
            } else {
                groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
            }
        }
        for (List<Accepted> group : groups.values()) {
            group.sort(order(deduplication.order()));
            boolean latest = deduplication.strategy() == Deduplication.Strategy.KEEP_LATEST;
            Accepted winner = group.get(latest ? group.size() - 1 : 0);
            for (Accepted row : group) {
                if (row == winner) {
                    keep(row);
                } else {
                    duplicates.put(row.address(), winner.address());
                }
            }
        }
    }

    private void keep(Accepted row) {
        List<@Nullable String> values = new ArrayList<>();
        row.values().values().forEach(value -> values.add(value == null ? null : value.toString()));
        kept.put(row.address(), values);
    }

    private static Comparator<Accepted> order(List<String> names) {
        Comparator<Accepted> order = (a, b) -> 0;
        for (String name : names) {
            order = order.thenComparing(
                    (a, b) -> compare(a.values().get(name), b.values().get(name)));
        }
        return order.thenComparing(Accepted::address, Address.ORDER);
    }

    @SuppressWarnings("unchecked")
    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? -1 : 1;
        }
        return ((Comparable<Object>) a).compareTo(b);
    }
}
