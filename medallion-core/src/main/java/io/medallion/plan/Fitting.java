package io.medallion.plan;

import io.medallion.ColumnType;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.Expression;
import io.medallion.expression.ExpressionException;
import io.medallion.expression.Literal;
import io.medallion.plan.ProbeQuestion.FitAnswer;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Works out the means, medians and modes that null policies name, and puts the constants in their place; {@link
 * NullPolicy.Statistic} says what each is. Immutable; as thread-safe as its probe.
 */
public final class Fitting {

    /** Beyond these digits the order of adding doubles shows. */
    private static final MathContext OF_DOUBLES = new MathContext(12, RoundingMode.HALF_UP);

    private final Probe probe;
    private final long throughBatch;

    private Fitting(Probe probe, long throughBatch) {
        this.probe = probe;
        this.throughBatch = throughBatch;
    }

    /**
     * Fits to what this probe answers.
     *
     * @param throughBatch the sequence number of the last batch it sees, 0 when it is not known; kept beside the constants
     */
    public static Fitting to(Probe probe, long throughBatch) {
        return new Fitting(probe, throughBatch);
    }

    /**
     * The spec with all its null policies worked out, and otherwise as it is; the same spec when there is nothing to work out.
     *
     * @throws MedallionException when a column has no value to work a constant out from, or the probe does not answer
     */
    public SilverSpec fit(SilverSpec spec) {
        if (spec.unfitted().isEmpty()) {
            return spec;
        }
        ProbeAnswers answers = probe.ask(questions(spec.columns()));
        List<Problem> problems = new ArrayList<>();
        SilverSpec fitted = spec;
        for (String name : spec.unfitted()) {
            SilverColumn column = spec.column(name);
            Optional<NullPolicy> policy = policy(column, answers, throughBatch);
            if (policy.isPresent()) {
                fitted = fitted.withColumn(name, c -> c.nulls(policy.get()));
            } else {
                String statistic =
                        ((NullPolicy.Fit) column.nulls()).statistic().name().toLowerCase(Locale.ROOT);
                problems.add(Problem.at(
                                "Silver spec '" + spec.table() + "': column '" + name + "'",
                                "has no value to work out a " + statistic + " from, or none that a spec can hold.")
                        .advise("Keep its missing values, or state a constant."));
            }
        }
        PlanChecks.refuse(problems);
        return fitted;
    }

    /** What has to be asked for these columns. */
    static List<ProbeQuestion<?>> questions(List<SilverColumn> columns) {
        List<ProbeQuestion<?>> questions = new ArrayList<>();
        for (SilverColumn column : columns) {
            if (column.nulls() instanceof NullPolicy.Fit fit) {
                questions.add(question(column, fit));
            }
        }
        return questions;
    }

    private static ProbeQuestion.Fit question(SilverColumn column, NullPolicy.Fit fit) {
        return new ProbeQuestion.Fit(column.nulls(NullPolicy.keep()), fit.statistic());
    }

    /** The policy worked out; empty when there is no answer or no value. */
    static Optional<NullPolicy> policy(SilverColumn column, ProbeAnswers answers, long throughBatch) {
        return column.nulls() instanceof NullPolicy.Fit fit
                ? answers.to(question(column, fit)).flatMap(answer -> constant(column.type(), fit.statistic(), answer)
                        .map(value -> new NullPolicy.Fill(
                                value,
                                fit.statistic().origin(),
                                new NullPolicy.FittedOn(answer.values(), throughBatch))))
                : Optional.of(column.nulls());
    }

    private static Optional<Expression> constant(ColumnType type, NullPolicy.Statistic statistic, FitAnswer answer) {
        if (answer.values() == 0 || answer.found().isEmpty()) {
            return Optional.empty();
        }
        try {
            return constantOf(type, statistic, answer);
        } catch (ExpressionException moreDigitsThanConstantsHave) {
            return Optional.empty();
        }
    }

    private static Optional<Expression> constantOf(ColumnType type, NullPolicy.Statistic statistic, FitAnswer answer) {
        List<String> found = answer.found();
        return switch (statistic) {
            case MEAN -> mean(type, found.get(0), answer.values());
            case MEDIAN -> Optional.of(type.isNumeric() ? middle(type, found) : literal(type, found.get(0)));
            case MODE -> Optional.of(literal(type, found.get(0)));
        };
    }

    private static Optional<Expression> mean(ColumnType type, String sum, long values) {
        BigDecimal total;
        try {
            total = new BigDecimal(sum);
        } catch (NumberFormatException beyondAllDoubles) {
            return Optional.empty();
        }
        BigDecimal count = BigDecimal.valueOf(values);
        return Optional.of(
                switch (type.kind()) {
                    case DOUBLE -> Literal.of(total.divide(count, OF_DOUBLES).stripTrailingZeros());
                    case DATE ->
                        Literal.of(LocalDate.ofEpochDay(
                                total.divide(count, 0, RoundingMode.HALF_UP).longValueExact()));
                    default -> Literal.of(total.divide(count, type.scale(), RoundingMode.HALF_UP));
                });
    }

    private static Expression middle(ColumnType type, List<String> found) {
        BigDecimal lower = new BigDecimal(found.get(0));
        BigDecimal upper = new BigDecimal(found.get(found.size() - 1));
        BigDecimal middle = lower.add(upper).divide(BigDecimal.valueOf(2));
        return Literal.of(
                type.kind() == ColumnType.Kind.DOUBLE
                        ? middle.round(new MathContext(17)).stripTrailingZeros()
                        : middle.setScale(type.scale(), RoundingMode.HALF_UP));
    }

    private static Literal literal(ColumnType type, String text) {
        return switch (type.kind()) {
            case TEXT, JSON -> Literal.of(text);
            case INTEGER, BIGINT, DECIMAL, DOUBLE -> Literal.of(new BigDecimal(text));
            case BOOLEAN -> Literal.of(Boolean.parseBoolean(text));
            case DATE -> Literal.of(LocalDate.parse(text));
            case TIME -> Literal.of(LocalTime.parse(text));
            case TIMESTAMP -> Literal.of(LocalDateTime.parse(text.replace(' ', 'T')));
            case TIMESTAMPTZ -> Literal.of(Instant.parse(text.replace(' ', 'T')));
        };
    }
}
