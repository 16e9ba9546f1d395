package io.medallion.plan;

import io.medallion.ColumnType;
import io.medallion.profile.ColumnProfile;
import io.medallion.profile.HeaderWords;
import io.medallion.profile.NumberSummary;
import io.medallion.profile.Reading;
import io.medallion.profile.TableProfile;
import io.medallion.spec.Check;
import io.medallion.spec.Role;
import io.medallion.spec.SilverColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What values and rows should satisfy, as far as the data and the names suggest it. */
final class CheckRules {

    /** Fewer rows prove nothing about the next ones. */
    private static final long ENOUGH_ROWS = 50;

    private static final int FEW_VALUES = 12;

    private static final Set<String> NEVER_NEGATIVE = Set.of(
            "amount",
            "price",
            "cost",
            "quantity",
            "qty",
            "count",
            "age",
            "weight",
            "height",
            "length",
            "width",
            "area",
            "population",
            "salary",
            "votes",
            "units",
            "stock",
            "total",
            "distance",
            "size",
            "pages",
            "seats",
            "people",
            "rooms",
            "capacity",
            "milliseconds",
            "bytes");

    /** What goes below 0 sooner or later; that it did not yet is the season. */
    private static final Set<String> MAYBE_NEGATIVE = Set.of(
            "temp",
            "temperature",
            "dewpoint",
            "balance",
            "change",
            "delta",
            "difference",
            "diff",
            "variance",
            "growth",
            "profit",
            "margin",
            "gain",
            "net",
            "elevation",
            "altitude",
            "offset",
            "adjustment",
            "correction",
            "x",
            "y",
            "z");

    private final TableProfile profile;
    private final List<Suggestion<SilverColumn>> columns;
    private final List<String> key;

    CheckRules(TableProfile profile, List<Suggestion<SilverColumn>> columns, List<String> key) {
        this.profile = profile;
        this.columns = columns;
        this.key = key;
    }

    List<Suggestion<ColumnCheck>> checks() {
        List<Suggestion<ColumnCheck>> checks = new ArrayList<>();
        for (Suggestion<SilverColumn> suggestion : columns) {
            ColumnProfile of = profile.column(suggestion.value().source());
            if (of.counts().filled() > 0) {
                notNull(suggestion.value(), of, checks);
                range(suggestion.value(), of, checks);
                allowed(suggestion.value(), of, checks);
                form(suggestion.value(), of, checks);
                unique(suggestion.value(), of, checks);
                if (profile.rows() >= ENOUGH_ROWS) {
                    new FormRules(of, suggestion.value()).check().ifPresent(checks::add);
                }
            }
        }
        checks.addAll(new OrderRules(columns).checks());
        return checks;
    }

    private void notNull(SilverColumn column, ColumnProfile of, List<Suggestion<ColumnCheck>> checks) {
        long missing = of.nulls()
                + of.blanks()
                + TypeChoice.of(of).map(Reading::missing).orElse(0L);
        boolean plain = column.nullWords().isEmpty();
        if (missing == 0 && plain && profile.rows() >= ENOUGH_ROWS && !key.contains(column.name())) {
            add(checks, column, Check.notNull().orWarn(), 0.6, "Every row has a value so far.");
        }
    }

    private void range(SilverColumn column, ColumnProfile of, List<Suggestion<ColumnCheck>> checks) {
        if (!column.type().isNumeric() || of.numbers() == null) {
            return;
        }
        HeaderWords header = new HeaderWords(of.name());
        String type = Objects.requireNonNullElse(of.semanticType(), "");
        if (type.equals("LATITUDE") || type.equals("LONGITUDE")) {
            int bound = type.equals("LATITUDE") ? 90 : 180;
            add(
                    checks,
                    column,
                    Check.between(-bound, bound),
                    0.85,
                    "Degrees of " + type.toLowerCase(java.util.Locale.ROOT) + ".");
            return;
        }
        if (header.has("percent", "percentage", "pct") && within(of.numbers(), 0, 100)) {
            add(
                    checks,
                    column,
                    Check.between(0, 100).orWarn(),
                    0.6,
                    "A percentage, by its name and by all values so far.");
            return;
        }
        boolean negative = of.numbers().min().signum() < 0;
        if (negative || column.annotations().role() != Role.MEASURE) {
            return;
        }
        boolean named = NEVER_NEGATIVE.stream().anyMatch(header::has);
        if (named) {
            add(checks, column, Check.atLeast(0), 0.8, "No value is below 0, and by its name none should be.");
        } else if (profile.rows() >= ENOUGH_ROWS && MAYBE_NEGATIVE.stream().noneMatch(header::has)) {
            add(checks, column, Check.atLeast(0).orWarn(), 0.5, "No value is below 0 so far.");
        }
    }

    private static boolean within(NumberSummary numbers, long least, long most) {
        return numbers.min().compareTo(BigDecimal.valueOf(least)) >= 0
                && numbers.max().compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private void allowed(SilverColumn column, ColumnProfile of, List<Suggestion<ColumnCheck>> checks) {
        boolean few = of.allValues()
                && of.distinct() > 1
                && of.distinct() <= FEW_VALUES
                && of.values().stream()
                        .allMatch(v -> v.rows() >= 2 && !v.value().isBlank());
        boolean asWritten =
                of.values().stream().allMatch(v -> v.value().equals(v.value().strip()));
        if (column.type().equals(ColumnType.TEXT)
                && few
                && asWritten
                && of.counts().filled() >= ENOUGH_ROWS
                && column.annotations().role() == Role.DIMENSION) {
            Object[] values = of.values().stream().map(v -> v.value()).sorted().toArray();
            add(checks, column, Check.in(values).orWarn(), 0.6, "Only " + values.length + " different values occur.");
        }
    }

    private void form(SilverColumn column, ColumnProfile of, List<Suggestion<ColumnCheck>> checks) {
        if (!column.type().equals(ColumnType.TEXT) || of.semanticType() == null) {
            return;
        }
        switch (of.semanticType()) {
            case "EMAIL" ->
                add(
                        checks,
                        column,
                        Check.matches("[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}")
                                .named("email address")
                                .orWarn(),
                        0.85,
                        "The values are email addresses; one that is not is kept and counted.");
            case "UUID" ->
                add(
                        checks,
                        column,
                        Check.matches("[0-9A-Fa-f]{8}-[0-9A-Fa-f-]{27}")
                                .named("uuid")
                                .orWarn(),
                        0.9,
                        "The values are UUIDs; one that is not is kept and counted.");
            default -> {}
        }
    }

    private void unique(SilverColumn column, ColumnProfile of, List<Suggestion<ColumnCheck>> checks) {
        boolean identifier = Roles.identifies(new HeaderWords(of.name())) || "EMAIL".equals(of.semanticType());
        if (of.unique() && identifier && !key.contains(column.name()) && profile.rows() >= ENOUGH_ROWS) {
            add(checks, column, Check.unique().orWarn(), 0.6, "No value occurs twice so far.");
        }
    }

    private static void add(
            List<Suggestion<ColumnCheck>> checks, SilverColumn column, Check check, double confidence, String reason) {
        checks.add(Suggestion.of(ColumnCheck.on(column.name(), check.because(reason)), confidence, reason)
                .from(Suggestion.RULES));
    }
}
