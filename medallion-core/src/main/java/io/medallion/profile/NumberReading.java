package io.medallion.profile;

import io.medallion.ColumnType;
import io.medallion.spec.DecimalParse;
import io.medallion.spec.DoubleParse;
import io.medallion.spec.IntegerParse;
import io.medallion.spec.NumberFormat;
import io.medallion.spec.Parse;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a column as numbers: decides on separators, affixes and type over all its values. */
final class NumberReading {

    private static final int MOST_AFFIXES = 10;

    private final CellCounts cells = new CellCounts();
    private final Map<Cell, NumberText> numbers = new LinkedHashMap<>();
    private String remark = "";
    private boolean proven = true;

    private NumberReading() {}

    /** The reading, and the numbers read; empty when there are none, or when reading them would lose something. */
    static Optional<Found> of(List<Cell> all) {
        return new NumberReading().read(all);
    }

    /** A reading and its values with the rows they stand in. */
    record Found(Reading reading, Map<BigDecimal, Long> values) {}

    private Optional<Found> read(List<Cell> all) {
        Map<String, Long> units = new HashMap<>();
        for (Cell cell : all) {
            NumberText number = NullWords.isNull(cell.text()) ? null : NumberText.of(cell.text());
            if (number == null) {
                cells.leave(cell);
            } else {
                numbers.put(cell, number);
                String unit = number.affix().isEmpty() ? "" : Affixes.unit(number.affix());
                units.merge(unit == null ? "?" : unit, cell.rows(), Long::sum);
            }
        }
        String unit = unit(units);
        if (unit == null || numbers.isEmpty()) {
            return Optional.empty();
        }
        numbers.entrySet()
                .removeIf(e -> cells.leaveIf(
                        e.getKey(),
                        !e.getValue().affix().isEmpty()
                                && !unit.equals(Affixes.unit(e.getValue().affix()))));
        Separators separators = separators();
        return values(separators, unit);
    }

    /** The one unit of the column, empty for none; null when several are mixed or a percent sign is on some only. */
    private @Nullable String unit(Map<String, Long> units) {
        long bare = units.getOrDefault("", 0L);
        long unknown = units.getOrDefault("?", 0L);
        long total = units.values().stream().mapToLong(Long::longValue).sum();
        List<Map.Entry<String, Long>> known = units.entrySet().stream()
                .filter(e -> !e.getKey().isEmpty() && !e.getKey().equals("?"))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .toList();
        if (known.isEmpty()) {
            return "";
        }
        String most = known.get(0).getKey();
        long with = known.get(0).getValue();
        boolean others = known.size() > 1 || unknown * 20 > total;
        if (others && with * 100 < total * 99) {
            return with * 100 < bare ? "" : null;
        }
        if (bare > 0 && !Affixes.isCurrency(most) && !bareAreZero() && bare * 100 > with) {
            return bare > with * 100 ? "" : null;
        }
        return most;
    }

    private boolean bareAreZero() {
        return numbers.values().stream().filter(n -> n.affix().isEmpty()).allMatch(n -> n.body()
                .matches("0+([.,]0+)?"));
    }

    private Separators separators() {
        Separators best = Separators.ALL.get(0);
        long most = -1;
        Map<Separators, Long> matched = new HashMap<>();
        for (Separators candidate : Separators.ALL) {
            long rows = 0;
            for (Map.Entry<Cell, NumberText> e : numbers.entrySet()) {
                if (candidate.plain(e.getValue().body()) != null) {
                    rows += e.getKey().rows();
                }
            }
            matched.put(candidate, rows);
            if (rows > most) {
                most = rows;
                best = candidate;
            }
        }
        Separators comma = new Separators(",", "");
        if (best.equals(new Separators(".", ",")) && matched.get(comma) == most && !groupsProven()) {
            proven = false;
            remark =
                    "Every comma is followed by exactly three digits: read as thousands, it could also be a decimal comma.";
        }
        return best;
    }

    /** Whether some number has no comma, or two: decimals with always three digits would not. */
    private boolean groupsProven() {
        return numbers.values().stream().anyMatch(n -> {
            long commas = n.body().chars().filter(c -> c == ',').count();
            return commas != 1;
        });
    }

    private Optional<Found> values(Separators separators, String unit) {
        Map<BigDecimal, Long> values = new HashMap<>();
        Set<String> affixes = new HashSet<>();
        Set<NumberFormat.Negative> negatives = EnumSet.noneOf(NumberFormat.Negative.class);
        Digits digits = new Digits();
        boolean grouped = false;
        boolean fractions = false;
        for (Map.Entry<Cell, NumberText> e : numbers.entrySet()) {
            NumberText number = e.getValue();
            String plain = separators.plain(number.body());
            boolean badExponent = number.exponent() != null && !number.floats();
            if (plain == null || badExponent) {
                cells.refuse(e.getKey());
                continue;
            }
            if (plain.length() > 1 && plain.charAt(0) == '0' && Cell.isDigit(plain.charAt(1))) {
                return Optional.empty();
            }
            BigDecimal value = separators.value(number);
            values.merge(value, e.getKey().rows(), Long::sum);
            digits.add(plain, value, number.exponent() != null);
            cells.match(e.getKey());
            grouped |=
                    number.body().length() != plain.length() && plain.indexOf('.') < 0 || grouped(number.body(), plain);
            fractions |= plain.indexOf('.') >= 0;
            if (!number.affix().isEmpty()) {
                affixes.add(number.affix());
            }
            if (number.style() != null) {
                negatives.add(number.style());
            }
        }
        if (values.isEmpty() || affixes.size() > MOST_AFFIXES) {
            return Optional.empty();
        }
        NumberFormat format = new NumberFormat(
                fractions ? separators.decimal() : separators.grouping().equals(".") ? "," : ".",
                grouped ? separators.grouping() : "",
                unit.isEmpty() ? List.of() : Affixes.writings(affixes, unit),
                negatives);
        return parse(digits, format).map(parse -> new Found(cells.reading(parse, proven, remark), values));
    }

    private static boolean grouped(String body, String plain) {
        return body.length() > plain.length() + (plain.startsWith(".") && !body.startsWith(".") ? 1 : 0);
    }

    private Optional<Parse> parse(Digits digits, NumberFormat format) {
        if (digits.exponents) {
            return Optional.of(new DoubleParse(format));
        }
        if (digits.scale == 0) {
            if (digits.least.compareTo(BigDecimal.valueOf(Integer.MIN_VALUE)) >= 0
                    && digits.greatest.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) {
                return Optional.of(new IntegerParse(ColumnType.INTEGER, format));
            }
            if (digits.least.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
                    && digits.greatest.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
                return Optional.of(new IntegerParse(ColumnType.BIGINT, format));
            }
        }
        int precision = Math.max(1, digits.whole + digits.scale);
        if (precision <= ColumnType.MAX_PRECISION) {
            return Optional.of(new DecimalParse(precision, digits.scale, format));
        }
        return digits.significant <= 17 ? Optional.of(new DoubleParse(format)) : Optional.empty();
    }

    /** The digits that all values need together. */
    private static final class Digits {
        private int whole;
        private int scale;
        private int significant;
        private boolean exponents;
        private BigDecimal least = BigDecimal.valueOf(Long.MAX_VALUE);
        private BigDecimal greatest = BigDecimal.valueOf(Long.MIN_VALUE);

        void add(String plain, BigDecimal value, boolean exponent) {
            int point = plain.indexOf('.');
            String left = point < 0 ? plain : plain.substring(0, point);
            whole = Math.max(whole, left.equals("0") ? 0 : left.length());
            scale = Math.max(scale, point < 0 ? 0 : plain.length() - point - 1);
            significant = Math.max(significant, value.stripTrailingZeros().precision());
            exponents |= exponent;
            least = least.min(value);
            greatest = greatest.max(value);
        }
    }
}
