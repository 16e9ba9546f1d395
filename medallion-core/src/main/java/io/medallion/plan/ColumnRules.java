package io.medallion.plan;

import io.medallion.ColumnType;
import io.medallion.profile.ColumnProfile;
import io.medallion.profile.HeaderWords;
import io.medallion.profile.Reading;
import io.medallion.spec.Annotations;
import io.medallion.spec.DateParse;
import io.medallion.spec.DatePattern;
import io.medallion.spec.DecimalParse;
import io.medallion.spec.DoubleParse;
import io.medallion.spec.IntegerParse;
import io.medallion.spec.NumberFormat;
import io.medallion.spec.Parse;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.TextParse;
import io.medallion.spec.TimestampParse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one Bronze column should become, and why. */
final class ColumnRules {

    private final ColumnProfile profile;
    private final HeaderWords header;
    private final @Nullable LocalDate today;
    private final boolean showsValues;

    ColumnRules(ColumnProfile profile, @Nullable LocalDate today, boolean showsValues) {
        this.profile = profile;
        this.header = new HeaderWords(profile.name());
        this.today = today;
        this.showsValues = showsValues;
    }

    Suggestion<SilverColumn> suggestion(String name) {
        Optional<Reading> reading = TypeChoice.of(profile);
        Parse parse = reading.map(r -> pivoted(r.parse())).orElseGet(this::text);
        SilverColumn column = SilverColumn.column(profile.name())
                .named(name)
                .as(parse)
                .nullWords(reading.map(Reading::nullWords).orElse(List.of()).toArray(String[]::new))
                .annotated(annotations(parse));
        double confidence = reading.map(this::confidence).orElseGet(this::confidenceInText);
        List<String> reasons = new ArrayList<>(new Doubts(profile, header).about(reading));
        reasons.add(0, reading.map(this::reason).orElseGet(this::reasonForText));
        return Suggestion.of(column, confidence, String.join(" ", reasons)).from(Suggestion.RULES);
    }

    private Parse text() {
        TextParse text = Parse.text();
        boolean padded = profile.values().stream()
                .anyMatch(
                        v -> !v.value().isBlank() && !v.value().equals(v.value().strip()));
        text = padded ? text.trimmed() : text;
        return profile.blanks() > 0 ? text.blankAsMissing() : text;
    }

    /** Two-digit years lie in the hundred years up to today; nothing is dated in the future without being told so. */
    private Parse pivoted(Parse parse) {
        if (today == null) {
            return parse;
        }
        int firstYear = today.getYear() - 99;
        if (parse instanceof DateParse date && shortYears(date.patterns())) {
            return date.pivot(firstYear);
        }
        if (parse instanceof TimestampParse timestamp && shortYears(timestamp.patterns())) {
            return timestamp.pivot(firstYear);
        }
        return parse;
    }

    private static boolean shortYears(List<DatePattern> patterns) {
        return patterns.stream().anyMatch(DatePattern::hasShortYear);
    }

    private Annotations annotations(Parse parse) {
        return new Annotations(
                profile.semanticType(), Roles.of(profile, header, parse.type()), profile.personal(), unit(parse), null);
    }

    private static @Nullable String unit(Parse parse) {
        NumberFormat format = parse instanceof IntegerParse integer
                ? integer.format()
                : parse instanceof DecimalParse decimal
                        ? decimal.format()
                        : parse instanceof DoubleParse floating ? floating.format() : NumberFormat.PLAIN;
        if (format.affixes().isEmpty()) {
            return null;
        }
        return format.affixes().contains("%") ? "percent" : format.affixes().get(0);
    }

    private double confidence(Reading reading) {
        double confidence = reading.proven() ? 0.98 : 0.5;
        confidence -= reading.refused() > 0 ? 0.1 : 0;
        confidence -= reading.nullWords().isEmpty() ? 0 : 0.03;
        confidence -= reading.matched() < 5 ? 0.1 : 0;
        confidence -= shortYear(reading) ? 0.1 : 0;
        return Math.max(0.1, Math.round(confidence * 100) / 100.0);
    }

    private double confidenceInText() {
        return profile.counts().filled() == 0 ? 0.5 : profile.code() ? 0.95 : 0.9;
    }

    private String reason(Reading reading) {
        StringBuilder reason = new StringBuilder();
        ColumnType type = reading.parse().type();
        if (reading.refused() == 0) {
            reason.append("All ").append(Words.values(reading.matched())).append(" are ");
        } else {
            reason.append(Words.count(reading.matched()))
                    .append(" of ")
                    .append(Words.values(reading.matched() + reading.refused()))
                    .append(" are ");
        }
        reason.append(Words.kind(type)).append(written(reading.parse())).append('.');
        if (reading.refused() > 0) {
            reason.append(' ').append(refused(reading));
        }
        if (!reading.nullWords().isEmpty()) {
            reason.append(" Read as missing: ")
                    .append(quoted(reading.nullWords()))
                    .append('.');
        }
        if (shortYear(reading)) {
            reason.append(" Years have two digits")
                    .append(today == null ? "; 70 is 1970 and 69 is 2069." : " and are read as past.");
        }
        return reason.append(reading.remark().isEmpty() ? "" : " " + reading.remark())
                .toString();
    }

    private String refused(Reading reading) {
        String examples = profile.personal() && !showsValues
                ? ""
                : " ("
                        + quoted(reading.examples().stream()
                                .limit(3)
                                .map(v -> v.value())
                                .toList()) + (reading.refusedValues() > 3 ? ", ..." : "") + ")";
        return Words.rows(reading.refused()) + " would be rejected" + examples + ".";
    }

    private static String written(Parse parse) {
        if (parse instanceof DateParse date) {
            return " written as " + join(date.patterns());
        }
        if (parse instanceof TimestampParse timestamp) {
            return " written as " + join(timestamp.patterns());
        }
        NumberFormat format = parse instanceof IntegerParse integer
                ? integer.format()
                : parse instanceof DecimalParse decimal ? decimal.format() : NumberFormat.PLAIN;
        StringBuilder text = new StringBuilder();
        text.append(format.decimal().equals(",") ? " with a decimal comma" : "");
        text.append(format.grouping().isEmpty() ? "" : " in groups separated by '" + format.grouping() + "'");
        text.append(format.affixes().isEmpty() ? "" : " with " + quoted(format.affixes()) + " removed");
        return text.toString();
    }

    private String reasonForText() {
        if (profile.counts().filled() == 0) {
            return "There is no value to judge by.";
        }
        if (profile.code()) {
            return "The values are of the kind " + profile.semanticType()
                    + ": they identify, a number type would change them.";
        }
        return profile.readings().stream()
                .findFirst()
                .map(r -> "Only " + Words.count(r.matched()) + " of " + Words.values(r.matched() + r.refused())
                        + " are " + Words.kind(r.parse().type()) + ", so nothing is lost as text.")
                .orElse(Words.count(profile.distinct()) + " different "
                        + (profile.distinct() == 1 ? "text" : "texts")
                        + profile.kind()
                                .map(kind -> " of the kind " + kind.name())
                                .orElse("") + ".");
    }

    private static boolean shortYear(Reading reading) {
        return reading.parse() instanceof DateParse date && shortYears(date.patterns())
                || reading.parse() instanceof TimestampParse timestamp && shortYears(timestamp.patterns());
    }

    private static String join(List<DatePattern> patterns) {
        return String.join(" or ", patterns.stream().map(DatePattern::text).toList());
    }

    private static String quoted(List<String> texts) {
        return String.join(", ", texts.stream().map(t -> "'" + t + "'").toList());
    }
}
