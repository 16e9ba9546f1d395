package io.medallion.plan;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Asks each question once; for the planning of one table by one thread. */
final class RememberingProbe implements Probe {

    private final Probe probe;
    private final Set<ProbeQuestion<?>> asked = new LinkedHashSet<>();
    private ProbeAnswers answers = ProbeAnswers.none();

    RememberingProbe(Probe probe) {
        this.probe = probe;
    }

    @Override
    public ProbeAnswers ask(Collection<? extends ProbeQuestion<?>> questions) {
        Set<ProbeQuestion<?>> news = new LinkedHashSet<>(questions);
        news.removeAll(asked);
        if (!news.isEmpty()) {
            answers = answers.and(probe.ask(news));
            asked.addAll(news);
        }
        return answers;
    }
}
