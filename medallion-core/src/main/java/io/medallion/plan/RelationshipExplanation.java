package io.medallion.plan;

import java.util.List;
import java.util.Locale;

/** A relationship plan in words. */
final class RelationshipExplanation {

    private RelationshipExplanation() {}

    static String of(RelationshipPlan plan) {
        StringBuilder text = new StringBuilder(opening(plan.relationships()));
        for (Suggestion<RelationshipProposal> suggestion : plan.relationships()) {
            line(text, suggestion, suggestion.value().spoken() + ", " + cardinality(suggestion.value()));
            suggestion.evidence().stream().map(e -> "   " + e.describe() + "\n").forEach(text::append);
        }
        if (!plan.renames().isEmpty()) {
            text.append("\nOne thing under several names; these are renamed only if you accept it:\n");
        }
        for (Suggestion<ColumnRename> suggestion : plan.renames()) {
            line(
                    text,
                    suggestion,
                    suggestion.value().column().text() + " could be called "
                            + suggestion.value().name());
        }
        return text.toString();
    }

    private static String opening(List<Suggestion<RelationshipProposal>> found) {
        return switch (found.size()) {
            case 0 -> "No table refers to another, as far as names, keys and values tell.\n";
            case 1 -> "One table refers to another; it enters the model only if you accept it.\n";
            default ->
                found.size() + " references between tables, the surest first; only those you accept enter the model.\n";
        };
    }

    private static void line(StringBuilder text, Suggestion<?> suggestion, String what) {
        text.append(String.format(
                Locale.ROOT,
                "- %s (%s, %.0f %%)\n   %s\n",
                what,
                suggestion.decision().name().toLowerCase(Locale.ROOT),
                suggestion.confidence() * 100,
                suggestion.reason()));
    }

    private static String cardinality(RelationshipProposal proposal) {
        return switch (proposal.cardinality()) {
            case MANY_TO_ONE -> "many to one";
            case ONE_TO_ONE -> "one to one";
        };
    }
}
