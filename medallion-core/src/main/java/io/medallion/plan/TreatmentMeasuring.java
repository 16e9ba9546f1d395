package io.medallion.plan;

import io.medallion.MedallionException;
import io.medallion.plan.Evidence.Effect;
import io.medallion.plan.ProbeQuestion.ColumnAnswer;
import io.medallion.spec.Annotations;
import io.medallion.spec.Check;
import io.medallion.spec.CheckRule;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.Parse;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the treatments of a plan would do: what to ask of the data, and what the answers mean. */
final class TreatmentMeasuring {

    private final SilverPlan plan;
    private final Map<String, SilverColumn> columns;
    private final ProbeAnswers answers;
    private final long throughBatch;

    /**
     * @param columns by reference, as they are measured: with what is decided to apply
     */
    TreatmentMeasuring(SilverPlan plan, Map<String, SilverColumn> columns, ProbeAnswers answers, long throughBatch) {
        this.plan = plan;
        this.columns = columns;
        this.answers = answers;
        this.throughBatch = throughBatch;
    }

    List<ProbeQuestion<?>> questions() {
        List<ProbeQuestion<?>> questions = new ArrayList<>();
        columns.forEach((reference, column) -> {
            questions.addAll(Fitting.questions(List.of(judged(reference, column))));
            forward(column).ifPresent(questions::add);
        });
        for (Suggestion<ColumnTreatment> treatment : plan.treatments()) {
            SilverColumn column = columns.get(treatment.value().column());
            if (column != null) {
                texts(column, treatment.value()).ifPresent(questions::add);
                missing(column, treatment.value()).flatMap(this::forward).ifPresent(questions::add);
            }
        }
        return questions;
    }

    /** The column with its mean, median or mode worked out, as far as it can be. */
    Suggestion<SilverColumn> fitted(Suggestion<SilverColumn> column) {
        Optional<NullPolicy> policy =
                policy(PlanChecks.reference(column), column.value().nulls());
        return policy.isEmpty() ? column : replaced(column, column.value().nulls(policy.get()));
    }

    Suggestion<ColumnTreatment> measured(Suggestion<ColumnTreatment> treatment, @Nullable ColumnAnswer answer) {
        Suggestion<ColumnTreatment> fitted = treatment;
        if (treatment.value() instanceof ColumnTreatment.Missing missing
                && treatment.decision().applies()) {
            Optional<ColumnTreatment> worked = policy(missing.column(), missing.nulls())
                    .map(policy -> new ColumnTreatment.Missing(missing.column(), policy, missing.flag()));
            fitted = worked.map(value -> replaced(treatment, value)).orElse(treatment);
        }
        SilverColumn column = columns.get(treatment.value().column());
        return column == null || answer == null ? fitted : fitted.measured(evidence(column, fitted.value(), answer));
    }

    /** How many missing values of a column under a forward policy are filled; 0 when that is not known. */
    long filledForward(SilverColumn column) {
        return forward(column)
                .flatMap(answers::to)
                .map(ProbeQuestion.RowsAnswer::failed)
                .orElse(0L);
    }

    private Optional<NullPolicy> policy(String reference, NullPolicy own) {
        SilverColumn column = columns.get(reference);
        return column != null && own instanceof NullPolicy.Fit && column.nulls().equals(own)
                ? Fitting.policy(judged(reference, column), answers, throughBatch)
                : Optional.empty();
    }

    /** An edited suggestion keeps what was proposed. */
    private static <T> Suggestion<T> replaced(Suggestion<T> suggestion, T value) {
        return new Suggestion<>(
                suggestion.id(),
                suggestion.proposed().equals(suggestion.value()) ? value : suggestion.proposed(),
                value,
                suggestion.confidence(),
                suggestion.reason(),
                suggestion.evidence(),
                suggestion.origin(),
                suggestion.decision());
    }

    private List<Evidence> evidence(SilverColumn column, ColumnTreatment treatment, ColumnAnswer answer) {
        if (treatment instanceof ColumnTreatment.Missing missing) {
            return ofMissing(column, missing, answer);
        }
        Effect effect = treatment instanceof ColumnTreatment.Mapping ? Effect.REPLACED : Effect.MISSING;
        return texts(column, treatment)
                .flatMap(answers::to)
                .map(a -> List.of(
                        evidence(effect, a.rows() - a.missing() - a.failed().get(0), a.rows())))
                .orElse(List.of());
    }

    private List<Evidence> ofMissing(SilverColumn column, ColumnTreatment.Missing missing, ColumnAnswer answer) {
        if (missing.nulls() instanceof NullPolicy.DropRow) {
            return List.of(evidence(Effect.REJECTED, answer.without(column), answer.rows()));
        }
        long filled = missing.nulls().fills()
                ? answer.without(column)
                : missing(column, missing).map(this::filledForward).orElse(0L);
        List<Evidence> evidence = new ArrayList<>(List.of(evidence(Effect.FILLED, filled, answer.rows())));
        if (filled < answer.without(column)) {
            evidence.add(evidence(Effect.MISSING, answer.without(column) - filled, answer.rows()));
        }
        return evidence;
    }

    private Evidence evidence(Effect effect, long rows, long of) {
        return new Evidence(effect, rows, of, true, throughBatch);
    }

    /** How many rows do not hold one of the texts that a treatment names. */
    private static Optional<ProbeQuestion.Column> texts(SilverColumn column, ColumnTreatment treatment) {
        if (treatment instanceof ColumnTreatment.Mapping mapping) {
            return asked(column.mapped(Map.of()), mapping.texts().keySet());
        }
        return treatment instanceof ColumnTreatment.NullWords words
                ? asked(
                        column.mapped(Map.of())
                                .nullWords(new String[0])
                                .as(Parse.text().trimmed()),
                        words.words())
                : Optional.empty();
    }

    private static Optional<ProbeQuestion.Column> asked(SilverColumn column, Collection<String> texts) {
        return texts.isEmpty() || !column.type().equals(Parse.text().type())
                ? Optional.empty()
                : Optional.of(new ProbeQuestion.Column(column.nulls(NullPolicy.keep())
                        .withChecks(List.of(Check.in(texts.toArray())))
                        .annotated(Annotations.NONE)));
    }

    private Optional<SilverColumn> missing(SilverColumn column, ColumnTreatment treatment) {
        return treatment instanceof ColumnTreatment.Missing missing && PlanChecks.fits(column, missing)
                ? Optional.of(missing.applied(column))
                : Optional.empty();
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

    /** Asked of what would be built, or where that is still open of the columns that matter alone. */
    private Optional<ProbeQuestion.Filled> forward(SilverColumn column) {
        if (!(column.nulls() instanceof NullPolicy.Forward forward)
                || !columns.keySet().containsAll(forward.columns())) {
            return Optional.empty();
        }
        return planned(column).or(() -> alone(column, forward));
    }

    private Optional<ProbeQuestion.Filled> planned(SilverColumn column) {
        try {
            SilverSpec spec = plan.toSpec();
            return spec.find(column.name())
                    .filter(c -> c.nulls() instanceof NullPolicy.Forward)
                    .map(c -> new ProbeQuestion.Filled(withoutLookups(spec), column.name()));
        } catch (MedallionException undecided) {
            return Optional.empty();
        }
    }

    /** Other tables may not be built yet. */
    private static SilverSpec withoutLookups(SilverSpec spec) {
        SilverSpec alone = spec;
        for (SilverColumn column : spec.columns()) {
            alone = alone.withColumn(column.name(), c -> c.withChecks(c.checks().stream()
                            .filter(check -> !(check.rule() instanceof CheckRule.References))
                            .toList())
                    .annotated(Annotations.NONE));
        }
        return alone;
    }

    private Optional<ProbeQuestion.Filled> alone(SilverColumn column, NullPolicy.Forward forward) {
        try {
            List<SilverColumn> needed = new ArrayList<>(List.of(
                    column.nulls(forward.rename(name -> columns.get(name).name()))));
            forward.columns().forEach(name -> needed.add(columns.get(name).nulls(NullPolicy.keep())));
            SilverSpec spec = SilverSpec.of(
                    plan.table(),
                    needed.stream()
                            .map(c -> c.withChecks(List.of()).annotated(Annotations.NONE))
                            .toList());
            return Optional.of(new ProbeQuestion.Filled(spec, column.name()));
        } catch (MedallionException unsuited) {
            return Optional.empty();
        }
    }
}
