package io.medallion.plan;

import io.medallion.profile.ColumnProfile;
import io.medallion.profile.HeaderWords;
import io.medallion.profile.Reading;
import io.medallion.spec.DecimalParse;
import io.medallion.spec.DoubleParse;
import io.medallion.spec.IntegerParse;
import io.medallion.spec.NumberFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person should know about a column whose values can be taken in more than one way; said, never acted on. */
final class Doubts {

    private static final BigDecimal FIRST_SERIAL = BigDecimal.valueOf(20_000);
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(60_000);

    private static final Pattern THREE_AFTER_POINT = Pattern.compile("[+-]?[1-9][0-9]{0,2}\\.[0-9]{3}");
    private static final Pattern STANDS_FOR_NOTHING = Pattern.compile("-99+");
    private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
    private static final Pattern MADE_A_DATE =
            Pattern.compile("[0-9]{1,2}-" + MONTH + "|" + MONTH + "-[0-9]{2}", Pattern.CASE_INSENSITIVE);
    private static final Pattern PERCENT = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)? ?%");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");
    private static final Pattern DAY_AND_MONTH = Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-][0-9]{2,4}");

    private final ColumnProfile column;
    private final HeaderWords header;
    private final List<String> texts;

    Doubts(ColumnProfile column, HeaderWords header) {
        this.column = column;
        this.header = header;
        this.texts = column.values().stream()
                .map(value -> value.value().strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The doubts about this reading, or about leaving the column as text, in sentences; empty when there are none. */
    List<String> about(Optional<Reading> reading) {
        List<String> doubts = new ArrayList<>();
        if (reading.isEmpty()) {
            madeDates(doubts);
            percents(doubts);
            bothOrders(doubts);
        } else if (format(reading.get()).isPresent()) {
            thousands(format(reading.get()).get(), doubts);
            disguised(doubts);
            serials(doubts);
        }
        return doubts;
    }

    private static Optional<NumberFormat> format(Reading reading) {
        if (reading.parse() instanceof IntegerParse integer) {
            return Optional.of(integer.format());
        }
        if (reading.parse() instanceof DecimalParse decimal) {
            return Optional.of(decimal.format());
        }
        return reading.parse() instanceof DoubleParse floating ? Optional.of(floating.format()) : Optional.empty();
    }

    /** {@code 1.234} among its like only: a decimal point, and in other countries a thousand. */
    private void thousands(NumberFormat format, List<String> doubts) {
        boolean only = format.decimal().equals(".")
                && !texts.isEmpty()
                && texts.stream()
                        .allMatch(text -> THREE_AFTER_POINT.matcher(text).matches());
        if (only) {
            doubts.add("Every point is followed by exactly three digits: read as a decimal point, it could also be"
                    + " thousands.");
        }
    }

    /** {@code -999} where nothing else is below zero. */
    private void disguised(List<String> doubts) {
        List<String> negative =
                texts.stream().filter(text -> text.startsWith("-")).toList();
        boolean nothing = !negative.isEmpty()
                && negative.stream()
                        .allMatch(text -> STANDS_FOR_NOTHING.matcher(text).matches());
        if (nothing && !column.personal()) {
            doubts.add("Nothing else is below zero, so " + String.join(" and ", negative)
                    + " may stand for a missing value; kept as a number until you say so.");
        }
    }

    /** {@code 43831} under the header of a date: days since the end of 1899. */
    private void serials(List<String> doubts) {
        boolean range = column.numbers() != null
                && column.numbers().min().compareTo(FIRST_SERIAL) >= 0
                && column.numbers().max().compareTo(LAST_SERIAL) <= 0;
        if (range && (header.saysDate() || header.has("time", "start", "end"))) {
            doubts.add("The header speaks of time: these may be serial day numbers of a spreadsheet, where 43831 is"
                    + " 2020-01-01 and, in files of the 1904 calendar, four years later.");
        }
    }

    private void madeDates(List<String> doubts) {
        if (any(MADE_A_DATE)) {
            doubts.add("Some values look like what a spreadsheet makes of other texts when it takes them for dates;"
                    + " what they were cannot be told from here.");
        }
    }

    private void percents(List<String> doubts) {
        if (any(PERCENT) && any(NUMBER)) {
            doubts.add("Some numbers carry a percent sign and some do not: as one number they would have two scales.");
        }
    }

    private void bothOrders(List<String> doubts) {
        boolean dayFirst = false;
        boolean monthFirst = false;
        for (String text : texts) {
            Matcher date = DAY_AND_MONTH.matcher(text);
            if (text.length() <= 10 && date.matches()) {
                dayFirst |= Integer.parseInt(date.group(1)) > 12;
                monthFirst |= Integer.parseInt(date.group(2)) > 12;
            }
        }
        if (dayFirst && monthFirst) {
            doubts.add("Some dates have the day first and some the month: no order reads them all.");
        }
    }

    private boolean any(Pattern form) {
        return texts.stream()
                .anyMatch(text -> text.length() <= 20 && form.matcher(text).matches());
    }
}
