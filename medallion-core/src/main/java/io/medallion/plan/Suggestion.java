package io.medallion.plan;

import io.medallion.MedallionException;
import io.medallion.Problem;
import java.util.List;
import java.util.Objects;

/**
 * One thing a plan proposes. Immutable.
 *
 * @param id stable over edits: {@code column:revenue}, {@code check:email:matches}, {@code key}, {@code deduplication};
 *     empty until the suggestion is part of a plan
 * @param proposed what the planner proposed
 * @param value what would be applied: the proposed value, or what an edit made of it
 * @param confidence 0 to 1
 * @param reason in words
 * @param evidence what it would do to the data, measured
 * @param origin who proposed it: {@code rules}, {@code model}, {@code built}, or a name the host gives
 * @param decision what a person said to it
 * @param <T> what is proposed
 */
public record Suggestion<T>(
        String id,
        T proposed,
        T value,
        double confidence,
        String reason,
        List<Evidence> evidence,
        String origin,
        Decision decision) {

    /** The origin of what the rules of this library propose. */
    public static final String RULES = "rules";

    /** The origin of what is already built. */
    public static final String BUILT = "built";

    /** The origin of what was read from JSON that does not say. */
    public static final String HOST = "host";

    public Suggestion {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(proposed, "proposed");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(decision, "decision");
        evidence = List.copyOf(evidence);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new MedallionException(
                    Problem.at("suggestion '" + id + "'", "has a confidence of " + confidence + ".")
                            .advise("State a number from 0 to 1."));
        }
    }

    /** An open suggestion that is not yet part of a plan, from the host. */
    public static <T> Suggestion<T> of(T value, double confidence, String reason) {
        return new Suggestion<>("", value, value, confidence, reason, List.of(), HOST, Decision.OPEN);
    }

    /** The same under this id. */
    public Suggestion<T> withId(String id) {
        return new Suggestion<>(id, proposed, value, confidence, reason, evidence, origin, decision);
    }

    /** The same from another origin. */
    public Suggestion<T> from(String origin) {
        return new Suggestion<>(id, proposed, value, confidence, reason, evidence, origin, decision);
    }

    /** The same with other evidence. */
    public Suggestion<T> measured(List<Evidence> evidence) {
        return new Suggestion<>(id, proposed, value, confidence, reason, evidence, origin, decision);
    }

    /** The same, accepted as it stands; an edited suggestion stays edited. */
    public Suggestion<T> accepted() {
        return decided(value.equals(proposed) ? Decision.ACCEPTED : Decision.EDITED);
    }

    /** The same, rejected. */
    public Suggestion<T> rejected() {
        return decided(Decision.REJECTED);
    }

    /** The same with another value, which is thereby accepted. */
    public Suggestion<T> edited(T value) {
        return new Suggestion<>(id, proposed, value, confidence, reason, evidence, origin, Decision.EDITED);
    }

    /** The same with another value and its evidence, decided as it was. */
    Suggestion<T> with(T value, List<Evidence> evidence) {
        boolean accepted = decision == Decision.ACCEPTED && !value.equals(proposed);
        Decision same = accepted ? Decision.EDITED : decision;
        return new Suggestion<>(id, proposed, value, confidence, reason, evidence, origin, same);
    }

    Suggestion<T> decided(Decision decision) {
        return new Suggestion<>(id, proposed, value, confidence, reason, evidence, origin, decision);
    }
}
