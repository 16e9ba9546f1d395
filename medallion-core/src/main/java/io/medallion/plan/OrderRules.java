package io.medallion.plan;

import io.medallion.profile.HeaderWords;
import io.medallion.spec.Check;
import io.medallion.spec.SilverColumn;
import java.util.ArrayList;
import java.util.List;

/** Columns of which by their names one is not before, or not below, the other: {@code start} and {@code end}. */
final class OrderRules {

    /** Pairs of words of which the first names the earlier time. */
    private static final List<List<String>> IN_TIME = List.of(
            List.of("start", "end"),
            List.of("start", "finish"),
            List.of("begin", "end"),
            List.of("from", "to"),
            List.of("first", "last"),
            List.of("order", "ship"),
            List.of("ordered", "shipped"),
            List.of("order", "delivery"),
            List.of("ordered", "delivered"),
            List.of("shipped", "delivered"),
            List.of("ship", "delivery"),
            List.of("open", "close"),
            List.of("opened", "closed"),
            List.of("created", "updated"),
            List.of("created", "closed"),
            List.of("created", "modified"),
            List.of("created", "resolved"),
            List.of("requested", "completed"),
            List.of("received", "closed"),
            List.of("effective", "expiration"),
            List.of("effective", "expiry"),
            List.of("issue", "expiration"),
            List.of("issue", "expiry"),
            List.of("issued", "expires"),
            List.of("checkin", "checkout"),
            List.of("pickup", "dropoff"),
            List.of("admission", "discharge"),
            List.of("birth", "death"),
            List.of("hire", "termination"),
            List.of("birth", "hire"));

    /** Pairs of words of which the first names the smaller number. */
    private static final List<List<String>> IN_SIZE = List.of(
            List.of("min", "max"),
            List.of("minimum", "maximum"),
            List.of("low", "high"),
            List.of("lowest", "highest"),
            List.of("lower", "upper"),
            List.of("from", "to"));

    private final List<Suggestion<SilverColumn>> columns;

    OrderRules(List<Suggestion<SilverColumn>> columns) {
        this.columns = columns;
    }

    List<Suggestion<ColumnCheck>> checks() {
        List<Suggestion<ColumnCheck>> checks = new ArrayList<>();
        for (Suggestion<SilverColumn> first : columns) {
            for (Suggestion<SilverColumn> second : columns) {
                SilverColumn one = first.value();
                SilverColumn two = second.value();
                if (one.type().isTemporal() && one.type().equals(two.type()) && named(one, two, IN_TIME)) {
                    checks.add(check(one, two, "before", "By their names the second follows the first."));
                } else if (one.type().isNumeric() && two.type().isNumeric() && named(one, two, IN_SIZE)) {
                    checks.add(check(one, two, "below", "By their names the second bounds the first."));
                }
            }
        }
        return checks;
    }

    private static Suggestion<ColumnCheck> check(SilverColumn first, SilverColumn second, String never, String reason) {
        Check check = Check.that(quoted(second.name()) + " >= " + quoted(first.name()))
                .named(second.name() + " not " + never + " " + first.name())
                .orWarn();
        return Suggestion.of(ColumnCheck.onRows(check), 0.7, reason).from(Suggestion.RULES);
    }

    /** Whether the names are the same but for a pair of words. */
    private static boolean named(SilverColumn first, SilverColumn second, List<List<String>> pairs) {
        HeaderWords one = new HeaderWords(first.source());
        HeaderWords two = new HeaderWords(second.source());
        return pairs.stream()
                .anyMatch(pair -> one.has(pair.get(0))
                        && two.has(pair.get(1))
                        && one.joined()
                                .replace(pair.get(0), "")
                                .equals(two.joined().replace(pair.get(1), "")));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
