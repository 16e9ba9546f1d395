package io.medallion.plan;

import io.medallion.ColumnType;
import io.medallion.expression.Expression;
import io.medallion.profile.NumberSummary;
import io.medallion.spec.Grouping;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Bands of equal width over a measure: about ten round ones between its quartiles and around. */
final class GoldBands {

    private static final int BANDS = 10;
    private static final int MEASURES = 2;
    private static final double SURE = 0.6;
    private static final int[] ROUND = {1, 2, 5, 10};

    private GoldBands() {}

    static List<GoldGroup> of(GoldSource source) {
        return Stream.concat(source.quantities().stream(), source.levels().stream())
                .flatMap(c -> band(c).stream())
                .limit(MEASURES)
                .toList();
    }

    private static Optional<GoldGroup> band(GoldColumn column) {
        NumberSummary numbers =
                column.profile() == null ? null : column.profile().numbers();
        if (numbers == null || column.profile().distinct() <= BANDS) {
            return Optional.empty();
        }
        boolean quartiles = numbers.lowerQuartile() != null && numbers.upperQuartile() != null;
        double spread = quartiles
                ? 3 * (numbers.upperQuartile() - numbers.lowerQuartile())
                : numbers.max().subtract(numbers.min()).doubleValue();
        if (!(spread > 0)) {
            return Optional.empty();
        }
        BigDecimal width = width(spread / BANDS, column.type());
        long bands = numbers.max()
                        .subtract(numbers.min())
                        .divide(width, 0, RoundingMode.FLOOR)
                        .min(BigDecimal.valueOf(column.profile().distinct()))
                        .longValue()
                + 1;
        String text = width.toPlainString();
        Expression start = Expression.parse("FLOOR(x / " + text + ") * " + text).mapColumns(x -> column.ref());
        return Optional.of(new GoldGroup(
                new Grouping(column.name() + "_from", start),
                column,
                null,
                bands,
                SURE,
                null,
                null,
                column.name() + " lies between " + numbers.min().toPlainString() + " and "
                        + numbers.max().toPlainString() + "; bands are " + text + " wide and named by their start."));
    }

    /** The next of 1, 2, 5, 10 times a power of ten; whole for whole numbers. */
    private static BigDecimal width(double least, ColumnType type) {
        int power = (int) Math.floor(Math.log10(least));
        boolean whole = type.kind() == ColumnType.Kind.INTEGER || type.kind() == ColumnType.Kind.BIGINT;
        for (int factor : ROUND) {
            BigDecimal width = BigDecimal.valueOf(factor).scaleByPowerOfTen(power);
            if (width.doubleValue() >= least) {
                return whole ? width.max(BigDecimal.ONE) : width;
            }
        }
        return BigDecimal.TEN.scaleByPowerOfTen(power);
    }
}
