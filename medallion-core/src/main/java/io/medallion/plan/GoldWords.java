package io.medallion.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Questions and descriptions as people say them. */
final class GoldWords {

    private GoldWords() {}

    /** {@code a, b and c}. */
    static String list(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }

    /** {@code 1 month}, {@code 1,200 months}. */
    static String count(long n, String thing) {
        String plural = thing.endsWith("y") && !thing.endsWith("day")
                ? thing.substring(0, thing.length() - 1) + "ies"
                : thing + "s";
        return number(n) + " " + (n == 1 ? thing : plural);
    }

    static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** "total amount" for a quantity, "average speed" for a level, "number of orders" for rows. */
    static String subject(GoldSource source) {
        Optional<GoldColumn> main = new GoldMeasures(source).main();
        if (main.isEmpty()) {
            return "number of " + source.spoken();
        }
        String thing = main.get().words().thing();
        boolean level = main.get().use() == ColumnUse.LEVEL;
        if (!level && thing.equals("total")) {
            return "total of " + source.spoken();
        }
        return level ? thing.startsWith("average ") ? thing : "average " + thing : "total " + thing;
    }

    static String question(GoldKind kind, GoldSource source, List<GoldGroup> groups) {
        boolean counts = new GoldMeasures(source).main().isEmpty();
        String subject = subject(source);
        String first = groups.isEmpty() ? "" : groups.get(0).spoken();
        String last = groups.isEmpty() ? "" : groups.get(groups.size() - 1).spoken();
        return switch (kind) {
            case TIME_SERIES ->
                counts
                        ? "How many " + source.spoken() + " are there by " + first + "?"
                        : "How does the " + subject + " develop by " + first + "?";
            case ROLLUP ->
                counts
                        ? "How many " + source.spoken() + " are there for each " + first + "?"
                        : "What is the " + subject + " for each " + first + "?";
            case TIME_BY_DIMENSION -> "How does the " + subject + " of each " + first + " develop by " + last + "?";
            case KEY_FIGURES -> "What are the key figures of " + source.spoken() + " as a whole?";
            case SEGMENT -> "How does the " + subject + " split by " + first + " and " + last + "?";
            case RANKING ->
                counts
                        ? "Which " + first + " has the most " + source.spoken() + "?"
                        : "Which " + first + " has the highest " + subject + "?";
            case DISTRIBUTION -> "How are the values of " + last + " distributed?";
        };
    }

    static String description(GoldKind kind, GoldSource source, List<GoldGroup> groups) {
        String rows = source.spoken();
        String by = list(groups.stream().map(GoldGroup::spoken).toList());
        return switch (kind) {
            case TIME_SERIES -> "The development of " + rows + ": one row for each " + by + ".";
            case ROLLUP -> "The " + rows + " by " + by + ": one row for each value.";
            case TIME_BY_DIMENSION -> "The development of " + rows + " by " + by + ": one row for each combination.";
            case KEY_FIGURES -> "The key figures of all " + rows + " in one row.";
            case SEGMENT -> "The segments of " + rows + " by " + by + ": one row for each combination that occurs.";
            case RANKING ->
                "What each " + by + " accounts for among the " + rows + ": order it by a measure for the top.";
            case DISTRIBUTION -> "The " + rows + " in bands of " + by + ": one row for each band.";
        };
    }
}
