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
import java.util.function.UnaryOperator;
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
        return plan.with(
                plan.columns().stream()
                        .map(s -> fitted(s, answers).measured(ofColumn(s, answers)))
                        .toList(),
                plan.checks().stream()
                        .map(s -> s.measured(ofCheck(s.value(), answers)))
                        .toList(),
                plan.key().map(s -> s.measured(ofKey(s.value(), answers))).orElse(null),
                plan.deduplication()
                        .map(s -> s.measured(ofDuplicates(s.value(), answers)))
                        .orElse(null));
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

    /** The column with its mean, median or mode worked out, as far as it can be. */
    private Suggestion<SilverColumn> fitted(Suggestion<SilverColumn> column, ProbeAnswers answers) {
        UnaryOperator<SilverColumn> fitted = c -> Fitting.policy(
                        judged(PlanChecks.reference(column), c),
                        answers,
                        request.context().throughBatch())
                .map(c::nulls)
                .orElse(c);
        return new Suggestion<>(
                column.id(),
                column.proposed().equals(column.value()) ? fitted.apply(column.proposed()) : column.proposed(),
                fitted.apply(column.value()),
                column.confidence(),
                column.reason(),
                column.evidence(),
                column.origin(),
                column.decision());
    }

    /** The column with the checks that are decided to apply: what they reject is no value to work anything out from. */
    private SilverColumn judged(String reference, SilverColumn column) {
        List<Check> checks = new ArrayList<>(column.checks());
        plan.checks().stream()
                .filter(c ->
                        c.decision().applies() && reference.equals(c.value().column()))
                .filter(c -> PlanChecks.fits(column, c.value()))
                .forEach(c -> checks.add(c.value().check().because(null)));
        return column.withChecks(checks).annotated(Annotations.NONE);
    }

    private ProbeAnswers ask() {
        List<ProbeQuestion<?>> questions = new ArrayList<>(Fitting.questions(plan.columns().stream()
                .map(c -> judged(PlanChecks.reference(c), c.value()))
                .toList()));
        for (Suggestion<SilverColumn> column : plan.columns()) {
            String reference = PlanChecks.reference(column);
            SilverColumn measured =
                    column.value().withChecks(asked(reference, column.value())).annotated(Annotations.NONE);
            bare.put(reference, column.value());
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
        NullPolicy nulls = column.value().nulls();
        boolean dropped = nulls instanceof NullPolicy.DropRow;
        long rejected = answer.refused() + (dropped ? answer.missing() : 0);
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(evidence(Effect.READ, answer.rows() - answer.missing() - answer.refused(), answer.rows()));
        if (answer.missing() > 0 && !dropped) {
            Effect effect = nulls.fills() ? Effect.FILLED : Effect.MISSING;
            evidence.add(evidence(effect, answer.missing(), answer.rows()));
        }
        if (rejected > 0) {
            evidence.add(evidence(Effect.REJECTED, rejected, answer.rows()));
        }
        return evidence;
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
            long absent = column.nulls() instanceof NullPolicy.Keep ? answer.missing() : 0;
            return List.of(evidence(effect, absent, answer.rows()));
        }
        int index = asked(check.column(), column).indexOf(check.check().because(null));
        return index < 0 || index >= answer.failed().size()
                ? List.of()
                : List.of(evidence(effect, answer.failed().get(index), answer.rows()));
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
