package io.medallion.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a {@link Probe} answered, by question. Immutable. */
public final class ProbeAnswers {

    private static final ProbeAnswers NONE = new ProbeAnswers(Map.of());

    private final Map<ProbeQuestion<?>, Object> answers;

    private ProbeAnswers(Map<ProbeQuestion<?>, Object> answers) {
        this.answers = answers;
    }

    /** No answer to anything. */
    public static ProbeAnswers none() {
        return NONE;
    }

    /** The answer to this question, if there is one. */
    public <A> Optional<A> to(ProbeQuestion<A> question) {
        return Optional.ofNullable(answers.get(question)).map(question.answerType()::cast);
    }

    /** The same with a further answer. */
    public <A> ProbeAnswers with(ProbeQuestion<A> question, A answer) {
        Map<ProbeQuestion<?>, Object> all = new HashMap<>(answers);
        all.put(question, question.answerType().cast(answer));
        return new ProbeAnswers(Map.copyOf(all));
    }

    /** These answers and those. */
    public ProbeAnswers and(ProbeAnswers others) {
        Map<ProbeQuestion<?>, Object> all = new HashMap<>(answers);
        all.putAll(others.answers);
        return new ProbeAnswers(Map.copyOf(all));
    }
}
