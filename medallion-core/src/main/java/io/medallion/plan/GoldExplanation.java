package io.medallion.plan;

import io.medallion.spec.AggregateGoldSpec;
import io.medallion.spec.DimensionColumn;
import io.medallion.spec.DimensionGoldSpec;
import io.medallion.spec.GoldSpec;
import io.medallion.spec.Grouping;
import io.medallion.spec.Measure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** A Gold plan in words. */
final class GoldExplanation {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?]) (?=\\p{L})");

    private final GoldPlan plan;
    private final Set<String> said = new HashSet<>();
    private final Map<List<Object>, String> listed = new HashMap<>();

    GoldExplanation(GoldPlan plan) {
        this.plan = plan;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        List<Suggestion<GoldProposal>> suggestions = plan.suggestions();
        text.append(opening(suggestions.size()));
        for (int i = 0; i < suggestions.size(); i++) {
            text.append('\n').append(i + 1).append(". ");
            proposal(text, suggestions.get(i));
        }
        if (!plan.advice().isEmpty()) {
            text.append("\nOn running them:\n");
            plan.advice()
                    .forEach(a -> text.append(String.format(
                            Locale.ROOT,
                            "- %s: %s %s (%.0f %%)%n",
                            a.table(),
                            a.advice(),
                            a.reason(),
                            a.confidence() * 100)));
        }
        return text.toString().replace("\r\n", "\n");
    }

    private static String opening(int tables) {
        return switch (tables) {
            case 0 -> "No Gold table suggests itself: an aggregate needs rows to count and something to group by.\n";
            case 1 -> "One Gold table suggests itself; it is built only if you accept it.\n";
            default ->
                "I suggest " + tables + " Gold tables, the most useful first; only those you accept are built.\n";
        };
    }

    private void proposal(StringBuilder text, Suggestion<GoldProposal> suggestion) {
        GoldSpec spec = suggestion.value().spec();
        text.append(String.format(
                Locale.ROOT,
                "%s (%s, %.0f %%)%n",
                spec.table(),
                suggestion.decision().name().toLowerCase(Locale.ROOT),
                suggestion.confidence() * 100));
        text.append("   ")
                .append(Objects.requireNonNullElse(
                        spec.businessQuestion(), Objects.requireNonNullElse(spec.description(), "")))
                .append('\n');
        if (spec instanceof AggregateGoldSpec aggregate) {
            text.append("   ").append(contents(aggregate)).append('\n');
        }
        if (spec instanceof DimensionGoldSpec dimension) {
            text.append("   One row per ")
                    .append(GoldWords.list(
                            dimension.key().stream().map(DimensionColumn::name).toList()))
                    .append(" with ")
                    .append(GoldWords.list(dimension.attributes().stream()
                            .map(DimensionColumn::name)
                            .toList()))
                    .append(".\n");
        }
        text.append("   ").append(unsaid(suggestion.reason())).append('\n');
    }

    /** A colleague does not say the same sentence about every table. */
    private String unsaid(String reason) {
        List<String> sentences = SENTENCE_END.splitAsStream(reason).toList();
        List<String> fresh = sentences.stream().filter(said::add).toList();
        return String.join(" ", fresh.isEmpty() ? sentences : fresh);
    }

    private String contents(AggregateGoldSpec spec) {
        List<String> names = spec.measures().stream().map(Measure::name).toList();
        String first = listed.putIfAbsent(List.of(spec.inputs().get(0).table(), names), spec.table());
        String measures = first == null ? GoldWords.list(names) : "the measures of " + first;
        return spec.groupings().isEmpty()
                ? "One row with " + measures + "."
                : "By "
                        + GoldWords.list(
                                spec.groupings().stream().map(Grouping::name).toList()) + ": " + measures + ".";
    }
}
