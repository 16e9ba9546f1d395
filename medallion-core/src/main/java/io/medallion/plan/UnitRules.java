package io.medallion.plan;

import io.medallion.MedallionException;
import io.medallion.profile.ColumnProfile;
import io.medallion.profile.Reading;
import io.medallion.profile.ValueCount;
import io.medallion.spec.Annotations;
import io.medallion.spec.DecimalParse;
import io.medallion.spec.IntegerParse;
import io.medallion.spec.NumberFormat;
import io.medallion.spec.Parse;
import io.medallion.spec.Role;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.Units;
import io.medallion.unit.Dimension;
import io.medallion.unit.Unit;
import io.medallion.unit.UnitCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Units of measurement in values and headers. One unit everywhere is an annotation, and where it is none of the metric system the
 * value is normalised to one that is; units of one dimension side by side are taken apart and normalised; units of several
 * dimensions stay text, for no number would say what it is.
 */
final class UnitRules {

    /** Below this share of values with a known unit, units are no more than words in a text. */
    private static final double LEAST_RATE = 0.98;

    private static final Pattern NUMBER_AND_UNIT = Pattern.compile(
            "([+\\-\u2212\u2013]?[0-9][0-9.,]*|[+\\-\u2212\u2013]?\\.[0-9]+)[ \u00A0\u2009\u202F]*(\\D.*)");

    /** What units outside the metric system are normalised to. */
    private static final Map<String, String> METRIC = Map.ofEntries(
            Map.entry("in", "cm"),
            Map.entry("ft", "m"),
            Map.entry("yd", "m"),
            Map.entry("mi", "km"),
            Map.entry("nmi", "km"),
            Map.entry("lb", "kg"),
            Map.entry("oz", "g"),
            Map.entry("st", "kg"),
            Map.entry("ton_us", "t"),
            Map.entry("ton_uk", "t"),
            Map.entry("ft2", "m2"),
            Map.entry("acre", "ha"),
            Map.entry("mi2", "km2"),
            Map.entry("gal_us", "L"),
            Map.entry("gal_uk", "L"),
            Map.entry("floz_us", "mL"),
            Map.entry("floz_uk", "mL"),
            Map.entry("degF", "degC"),
            Map.entry("mph", "km/h"),
            Map.entry("kn", "km/h"),
            Map.entry("psi", "kPa"),
            Map.entry("inHg", "hPa"),
            Map.entry("BTU", "kJ"));

    private final Set<String> names;

    /**
     * @param names of all columns of the table, so that none is made twice
     */
    UnitRules(Set<String> names) {
        this.names = new HashSet<>();
        names.forEach(name -> this.names.add(name.toLowerCase(Locale.ROOT)));
    }

    /** The suggestion for a column, with what its units add. */
    Suggestion<SilverColumn> united(Suggestion<SilverColumn> column, ColumnProfile profile) {
        boolean text = TypeChoice.of(profile).isEmpty();
        return text && !profile.code() ? mixed(column, profile) : uniform(column, profile);
    }

    private Suggestion<SilverColumn> mixed(Suggestion<SilverColumn> column, ColumnProfile profile) {
        Map<String, Long> units = new TreeMap<>();
        List<ValueCount> numbers = new ArrayList<>();
        long others = 0;
        for (ValueCount value : profile.values()) {
            Matcher parts = NUMBER_AND_UNIT.matcher(value.value().strip());
            Optional<Unit> unit =
                    parts.matches() ? UnitCatalogue.written(parts.group(2).strip()) : Optional.empty();
            if (unit.isPresent()) {
                units.merge(unit.get().code(), value.rows(), Long::sum);
                numbers.add(new ValueCount(parts.group(1), value.rows()));
            } else if (!value.value().isBlank()) {
                others += value.rows();
            }
        }
        long found = units.values().stream().mapToLong(Long::longValue).sum();
        if (units.size() < 2 || found < LEAST_RATE * (found + others)) {
            return column;
        }
        long unread = others;
        Set<Dimension> dimensions = new HashSet<>();
        units.keySet().forEach(code -> dimensions.add(UnitCatalogue.get(code).dimension()));
        if (dimensions.size() > 1) {
            String note = "Numbers with units of several kinds (" + String.join(", ", units.keySet())
                    + "): no one number type says what they are. ";
            return proposed(column, column.value(), column.confidence(), note + column.reason());
        }
        return ColumnProfile.of(profile.name(), profile.counts(), numbers, numbers.size()).readings().stream()
                .filter(r -> r.refused() == 0 && plain(r.parse()))
                .findFirst()
                .flatMap(r -> apart(column, r, units, found, unread))
                .orElse(column);
    }

    private Optional<Suggestion<SilverColumn>> apart(
            Suggestion<SilverColumn> column, Reading reading, Map<String, Long> units, long found, long others) {
        String target = units.entrySet().stream()
                .filter(e -> !METRIC.containsKey(e.getKey()))
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElseGet(() -> METRIC.get(units.keySet().iterator().next()));
        Units given = Units.inText(units.keySet().toArray(String[]::new)).to(target);
        SilverColumn before = column.value();
        Annotations known = before.annotations();
        SilverColumn plain = SilverColumn.column(before.source())
                .named(before.name())
                .as(reading.parse())
                .annotated(new Annotations(
                        known.semanticType(), Role.MEASURE, known.personal(), null, known.description()));
        String reason = "Numbers with units of one kind (" + counted(units) + ") in "
                + Words.count(found) + " of " + Words.values(found + others)
                + ": the value as written, its unit, and the value in " + target + ". "
                + (others == 0 ? "" : "What has no known unit would be rejected. ") + american(units.keySet());
        return free(plain, given).map(united -> proposed(column, united, others == 0 ? 0.9 : 0.8, reason.strip()));
    }

    private Suggestion<SilverColumn> uniform(Suggestion<SilverColumn> column, ColumnProfile profile) {
        Optional<Unit> unit = affix(column.value().parse()).or(() -> HeaderUnits.of(profile.name()));
        boolean number = column.value().type().isNumeric();
        Role role = column.value().annotations().role();
        if (unit.isEmpty() || !number || role != Role.MEASURE) {
            return column;
        }
        Unit one = unit.get();
        Annotations known = column.value().annotations();
        SilverColumn annotated = column.value()
                .annotated(new Annotations(
                        known.semanticType(), known.role(), known.personal(), one.code(), known.description()));
        String reason = column.reason() + " The unit is " + one.name() + ".";
        String target = METRIC.get(one.code());
        if (target == null) {
            return proposed(column, annotated, column.confidence(), reason);
        }
        return free(annotated, Units.from(one.code()).to(target))
                .map(united -> proposed(
                        column,
                        united,
                        column.confidence(),
                        reason + " Beside it the value in " + target + ". " + american(Set.of(one.code()))))
                .orElseGet(() -> proposed(column, annotated, column.confidence(), reason));
    }

    /** With the units, unless its type has too many digits for them or a name they need is taken. */
    private Optional<SilverColumn> free(SilverColumn column, Units units) {
        try {
            SilverColumn united = column.unit(units);
            boolean taken = names.contains(united.unitName().toLowerCase(Locale.ROOT))
                    || names.contains(united.normalisedName().toLowerCase(Locale.ROOT));
            if (taken) {
                return Optional.empty();
            }
            names.add(united.unitName().toLowerCase(Locale.ROOT));
            names.add(united.normalisedName().toLowerCase(Locale.ROOT));
            return Optional.of(united);
        } catch (MedallionException tooManyDigits) {
            return Optional.empty();
        }
    }

    private static boolean plain(Parse parse) {
        return parse instanceof IntegerParse || parse instanceof DecimalParse;
    }

    private static Optional<Unit> affix(Parse parse) {
        NumberFormat format = parse instanceof IntegerParse integer
                ? integer.format()
                : parse instanceof DecimalParse decimal ? decimal.format() : NumberFormat.PLAIN;
        return format.affixes().stream().findFirst().flatMap(UnitCatalogue::written);
    }

    private static String american(Set<String> codes) {
        return codes.stream().anyMatch(c -> c.endsWith("_us")) ? "Read as the unit of the United States." : "";
    }

    private static String counted(Map<String, Long> units) {
        return String.join(
                ", ",
                units.entrySet().stream()
                        .map(e -> Words.count(e.getValue()) + " " + e.getKey())
                        .toList());
    }

    private static Suggestion<SilverColumn> proposed(
            Suggestion<SilverColumn> column, SilverColumn value, double confidence, String reason) {
        return Suggestion.of(value, confidence, reason.strip()).from(column.origin());
    }
}
