package io.medallion.plan;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.Expression;
import io.medallion.expression.NearestName;
import io.medallion.spec.NullPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words for null policies that hosts and models exchange. */
enum NullStrategy {
    KEEP_NULL,
    DROP_ROW,
    FILL_DEFAULT,
    FILL_ZERO,
    FILL_UNKNOWN,
    MEAN,
    MEDIAN,
    MODE,
    FORWARD_FILL;

    static NullStrategy of(NullPolicy policy) {
        if (policy instanceof NullPolicy.Fill fill) {
            return switch (fill.origin()) {
                case DEFAULT -> FILL_DEFAULT;
                case ZERO -> FILL_ZERO;
                case UNKNOWN -> FILL_UNKNOWN;
                case MEAN -> MEAN;
                case MEDIAN -> MEDIAN;
                case MODE -> MODE;
            };
        }
        if (policy instanceof NullPolicy.Fit fit) {
            return named(fit.statistic().name());
        }
        if (policy instanceof NullPolicy.Forward) {
            return FORWARD_FILL;
        }
        return policy instanceof NullPolicy.DropRow ? DROP_ROW : KEEP_NULL;
    }

    static NullStrategy named(String name) {
        List<String> names = Arrays.stream(values()).map(Enum::name).toList();
        String upper = name.strip().toUpperCase(Locale.ROOT);
        if (!names.contains(upper)) {
            throw new MedallionException(Problem.at("null_strategy", "'" + name + "' is none.")
                    .advise(NearestName.of(upper, names)
                            .map(near -> "Did you mean '" + near + "'?")
                            .orElse("Use one of " + String.join(", ", names) + ".")));
        }
        return valueOf(upper);
    }

    NullPolicy policy(@Nullable Expression value) {
        return switch (this) {
            case KEEP_NULL -> NullPolicy.keep();
            case DROP_ROW -> NullPolicy.dropRow();
            case FILL_ZERO -> NullPolicy.fillZero();
            case FILL_UNKNOWN -> NullPolicy.fillUnknown();
            case FILL_DEFAULT -> NullPolicy.fill(needed(value));
            case MEAN -> fitted(value, NullPolicy.FillOrigin.MEAN, NullPolicy.mean());
            case MEDIAN -> fitted(value, NullPolicy.FillOrigin.MEDIAN, NullPolicy.median());
            case MODE -> fitted(value, NullPolicy.FillOrigin.MODE, NullPolicy.mode());
            case FORWARD_FILL -> NullPolicy.forward();
        };
    }

    private static NullPolicy fitted(@Nullable Expression value, NullPolicy.FillOrigin origin, NullPolicy toBeFitted) {
        return value == null ? toBeFitted : NullPolicy.fillFitted(value, origin);
    }

    private Expression needed(@Nullable Expression value) {
        if (value == null) {
            throw new MedallionException(Problem.at("fill_value", "is missing.")
                    .advise("State the constant that " + name() + " fills with."));
        }
        return value;
    }
}
