package io.medallion.plan;

import io.medallion.profile.ColumnProfile;
import io.medallion.profile.TableProfile;
import io.medallion.profile.ValueShape;
import io.medallion.spec.DateParse;
import io.medallion.spec.DatePattern;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.TableCheck;
import io.medallion.spec.TimestampParse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the table as a whole could have to satisfy before it is published: enough rows, few rejects, fresh data. */
final class TableCheckRules {

    /** Fewer rows prove nothing about the next load. */
    private static final long ENOUGH_ROWS = 50;

    /** A table whose newest row is older is not kept up to date. */
    private static final long FRESH_DAYS = 7;

    private static final double MOST_REJECTS = 0.05;

    private final TableProfile profile;
    private final List<Suggestion<SilverColumn>> columns;
    private final @Nullable LocalDate today;

    TableCheckRules(TableProfile profile, List<Suggestion<SilverColumn>> columns, @Nullable LocalDate today) {
        this.profile = profile;
        this.columns = columns;
        this.today = today;
    }

    List<Suggestion<TableCheck>> checks() {
        List<Suggestion<TableCheck>> checks = new ArrayList<>();
        if (profile.rows() >= ENOUGH_ROWS) {
            add(
                    checks,
                    TableCheck.rowsAtLeast(profile.rows() / 2).orWarn(),
                    0.4,
                    "There are " + Words.rows(profile.rows())
                            + " now; half of them would be a sign of a load cut short.");
            add(
                    checks,
                    TableCheck.rejectsAtMost(MOST_REJECTS),
                    0.4,
                    "When more of the rows is rejected, the source has changed: better no new version than half of one.");
        }
        freshness().ifPresent(checks::add);
        return checks;
    }

    private static void add(List<Suggestion<TableCheck>> checks, TableCheck check, double confidence, String reason) {
        checks.add(Suggestion.of(check, confidence, reason).from(Suggestion.RULES));
    }

    /** For the first column whose newest date is some days before today. */
    private Optional<Suggestion<TableCheck>> freshness() {
        return today == null || profile.rows() < ENOUGH_ROWS
                ? Optional.empty()
                : columns.stream()
                        .flatMap(c -> fresh(c.value(), today).stream())
                        .findFirst();
    }

    private Optional<Suggestion<TableCheck>> fresh(SilverColumn column, LocalDate now) {
        return newest(column, profile.column(column.source()))
                .map(newest -> ChronoUnit.DAYS.between(newest, now))
                .filter(days -> days >= 0 && days <= FRESH_DAYS)
                .map(days -> Suggestion.of(
                                TableCheck.freshWithin(column.name(), Duration.ofDays(2 * days + 1))
                                        .orWarn(),
                                0.4,
                                "The newest '" + column.source() + "' is "
                                        + (days == 1 ? "1 day" : days + " days")
                                        + " old; twice as old would be a sign of a source that stands still.")
                        .from(Suggestion.RULES));
    }

    /** Of dates written year first, whose order is that of their texts. */
    private static Optional<LocalDate> newest(SilverColumn column, ColumnProfile of) {
        List<DatePattern> patterns = column.parse() instanceof DateParse date
                ? date.patterns()
                : column.parse() instanceof TimestampParse timestamp ? timestamp.patterns() : List.of();
        boolean yearFirst = !patterns.isEmpty()
                && patterns.stream().allMatch(p -> p.text().startsWith("yyyy-MM-dd"))
                && of.complete();
        return yearFirst
                ? of.shapes().stream()
                        .map(ValueShape::greatest)
                        .flatMap(text -> date(text).stream())
                        .max(LocalDate::compareTo)
                : Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeParseException | IndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }
}
