package io.medallion.plan;

import io.medallion.plan.Evidence.Effect;
import io.medallion.plan.ProbeQuestion.ColumnAnswer;
import io.medallion.spec.Annotations;
import io.medallion.spec.Check;
import io.medallion.spec.CheckAction;
import io.medallion.spec.CheckRule;
import io.medallion.spec.Deduplication;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.TextParse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the probe what every suggestion of a plan would do, and writes it down as evidence. */
final class Measuring {

    private final SilverPlan plan;
    private final PlanRequest request;
    private final Map<String, ProbeQuestion.Column> columns = new HashMap<>();
    private final Map<String, ColumnAnswer> known = new HashMap<>();
    private final Map<String, SilverColumn> bare = new HashMap<>();

    Measuring(SilverPlan plan, PlanRequest request) {
        this.plan = plan;
        this.request = request;
    }

    SilverPlan measured() {
        ProbeAnswers answers = ask();
        TreatmentMeasuring treated = treatments(answers);
        PlanParts parts = plan.parts();
        return plan.with(parts.withColumns(plan.columns().stream()
                        .map(s -> treated.fitted(s).measured(ofColumn(s, answers)))
                        .toList())
                .withTreatments(plan.treatments().stream()
                        .map(s -> treated.measured(s, answer(s.value().column(), answers)))
                        .toList())
                .withChecks(plan.checks().stream()
                        .map(s -> s.measured(ofCheck(s.value(), answers)))
                        .toList())
                .withKey(plan.key()
                        .map(s -> s.measured(ofKey(s.value(), answers)))
                        .orElse(null))
                .withDeduplication(plan.deduplication()
                        .map(s -> s.measured(ofDuplicates(s.value(), answers)))
                        .orElse(null)));
    }

    private TreatmentMeasuring treatments(ProbeAnswers answers) {
        return new TreatmentMeasuring(plan, bare, answers, request.context().throughBatch());
    }

    /** What was counted for each Bronze column. */
    Map<String, ColumnAnswer> answers() {
        ProbeAnswers answers = ask();
        Map<String, ColumnAnswer> bySource = new HashMap<>();
        for (Suggestion<SilverColumn> column : plan.columns()) {
            ColumnAnswer answer = answer(PlanChecks.reference(column), answers);
            if (answer != null) {
                bySource.put(column.value().source(), answer);
            }
        }
        return bySource;
    }

    private ProbeAnswers ask() {
        List<ProbeQuestion<?>> questions = new ArrayList<>();
        for (Suggestion<SilverColumn> column : plan.columns()) {
            String reference = PlanChecks.reference(column);
            SilverColumn treated = plan.parts().treated(column);
            SilverColumn measured =
                    treated.withChecks(asked(reference, treated)).annotated(Annotations.NONE);
            bare.put(reference, treated);
            columns.put(reference, new ProbeQuestion.Column(unfilled(measured)));
            fromProfile(measured)
                    .ifPresentOrElse(
                            answer -> known.put(reference, answer), () -> questions.add(columns.get(reference)));
        }
        plan.checks().stream()
                .filter(c -> c.value().column() == null)
                .forEach(c -> questions.add(rowQuestion(c.value().check())));
        plan.key().ifPresent(k -> questions.add(keyQuestion(k.value())));
        plan.deduplication()
                .filter(d -> !d.value().key().isEmpty())
                .ifPresent(d -> questions.add(keyQuestion(d.value().key())));
        questions.addAll(treatments(ProbeAnswers.none()).questions());
        return request.probe().ask(questions);
    }

    /** What is still to be worked out cannot be read: its missing values are counted as such. */
    private static SilverColumn unfilled(SilverColumn column) {
        return column.nulls() instanceof NullPolicy.Fit ? column.nulls(NullPolicy.keep()) : column;
    }

    /** What the profile has already counted: text that is kept as it is. */
    private Optional<ColumnAnswer> fromProfile(SilverColumn column) {
        boolean plain = column.parse() instanceof TextParse
                && column.nullWords().isEmpty()
                && column.checks().isEmpty()
                && request.profile().exact();
        if (!plain) {
            return Optional.empty();
        }
        boolean blanks = ((TextParse) column.parse()).blankIsMissing();
        return request.profile()
                .find(column.source())
                .map(p -> new ColumnAnswer(p.rows(), p.nulls() + (blanks ? p.blanks() : 0), 0, List.of()));
    }

    /** The checks the database has to count; that a value is missing is counted anyway. */
    private List<Check> asked(String reference, SilverColumn column) {
        return plan.checks().stream()
                .map(Suggestion::value)
                .filter(c -> reference.equals(c.column()))
                .filter(c -> !(c.check().rule() instanceof CheckRule.Holds))
                .filter(c -> !(c.check().rule() instanceof CheckRule.NotNull))
                .filter(c -> PlanChecks.fits(column, c))
                .map(c -> c.check().because(null))
                .toList();
    }

    private ProbeQuestion.Rows rowQuestion(Check check) {
        List<SilverColumn> used = check.rule() instanceof CheckRule.Holds holds
                ? holds.predicate().columns().stream()
                        .map(c -> bare.get(c.column()))
                        .filter(c -> c != null)
                        .toList()
                : List.of();
        return new ProbeQuestion.Rows(used, check);
    }

    private ProbeQuestion.Key keyQuestion(List<String> references) {
        return new ProbeQuestion.Key(
                references.stream().map(bare::get).filter(c -> c != null).toList());
    }

    private List<Evidence> ofColumn(Suggestion<SilverColumn> column, ProbeAnswers answers) {
        ColumnAnswer answer = answer(PlanChecks.reference(column), answers);
        if (answer == null) {
            return List.of();
        }
        SilverColumn planned = bare.get(PlanChecks.reference(column));
        boolean dropped = planned.nulls() instanceof NullPolicy.DropRow;
        boolean nulled = planned.unreadable() == CheckAction.WARN;
        long without = answer.without(planned);
        long rejected = (nulled ? 0 : answer.refused()) + (dropped ? without : 0);
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(evidence(Effect.READ, answer.rows() - answer.missing() - answer.refused(), answer.rows()));
        if (without > 0 && !dropped) {
            long filled = filled(PlanChecks.reference(column), answer, answers);
            long kept = without - filled;
            long unread = nulled && filled == 0 ? answer.refused() : 0;
            add(evidence, Effect.FILLED, filled, answer);
            add(evidence, Effect.MISSING, kept - unread, answer);
            add(evidence, Effect.NULLED, unread, answer);
        }
        add(evidence, Effect.REJECTED, rejected, answer);
        return evidence;
    }

    private void add(List<Evidence> evidence, Effect effect, long rows, ColumnAnswer answer) {
        if (rows > 0) {
            evidence.add(evidence(effect, rows, answer.rows()));
        }
    }

    private List<Evidence> ofCheck(ColumnCheck check, ProbeAnswers answers) {
        Effect effect = check.check().action() == CheckAction.WARN ? Effect.WARNED : Effect.REJECTED;
        if (check.column() == null) {
            return answers.to(rowQuestion(check.check()))
                    .map(a -> List.of(evidence(effect, a.failed(), a.rows())))
                    .orElse(List.of());
        }
        ColumnAnswer answer = answer(check.column(), answers);
        SilverColumn column = bare.get(check.column());
        if (answer == null || column == null) {
            return List.of();
        }
        if (check.check().rule() instanceof CheckRule.NotNull) {
            boolean dropped = column.nulls() instanceof NullPolicy.DropRow;
            long absent = dropped ? 0 : answer.without(column) - filled(check.column(), answer, answers);
            return List.of(evidence(effect, absent, answer.rows()));
        }
        int index = asked(check.column(), column).indexOf(check.check().because(null));
        return index < 0 || index >= answer.failed().size()
                ? List.of()
                : List.of(evidence(effect, answer.failed().get(index), answer.rows()));
    }

    /** How many of the missing values of a column are filled. */
    private long filled(String reference, ColumnAnswer answer, ProbeAnswers answers) {
        NullPolicy nulls = bare.get(reference).nulls();
        if (nulls instanceof NullPolicy.Forward) {
            return treatments(answers).filledForward(bare.get(reference));
        }
        return nulls.fills() ? answer.without(bare.get(reference)) : 0;
    }

    private List<Evidence> ofKey(List<String> key, ProbeAnswers answers) {
        return answers.to(keyQuestion(key))
                .map(a -> List.of(evidence(Effect.REJECTED, a.incomplete() + a.surplus(), a.rows())))
                .orElse(List.of());
    }

    private List<Evidence> ofDuplicates(Deduplication duplicates, ProbeAnswers answers) {
        return duplicates.key().isEmpty()
                ? List.of()
                : answers.to(keyQuestion(duplicates.key()))
                        .map(a -> List.of(evidence(Effect.DUPLICATE, a.surplus(), a.rows())))
                        .orElse(List.of());
    }

    private @Nullable ColumnAnswer answer(String reference, ProbeAnswers answers) {
        if (known.containsKey(reference)) {
            return known.get(reference);
        }
        ProbeQuestion.Column question = columns.get(reference);
        return question == null ? null : answers.to(question).orElse(null);
    }

    private Evidence evidence(Effect effect, long rows, long of) {
        return new Evidence(effect, rows, of, true, request.context().throughBatch());
    }
}
