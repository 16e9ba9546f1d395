package io.medallion.profile;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whether the day or the month stands first in dates such as {@code 04/05/2021}. */
enum DayOrder {
    /** No date of the column leaves it open. */
    NOT_NEEDED("", true),
    /** Proven by a first number above 12, or by a series of months on the first day. */
    DAY_FIRST("", true),
    /** Proven by a second number above 12. */
    MONTH_FIRST("", true),
    /** Not proven; points are usual where the day stands first. */
    PROBABLY_DAY_FIRST("No value proves whether the day or the month stands first; read with the day first.", false),
    /** Not proven; slashes are read with the month first. */
    PROBABLY_MONTH_FIRST(
            "No value proves whether the day or the month stands first; read with the month first.", false),
    /** Some values can only be read one way, others only the other. */
    CONTRADICTORY("", false);

    /** Out of so many dates one may contradict the rest. */
    private static final int ONE_IN = 50;

    private final String remark;
    private final boolean proven;

    DayOrder(String remark, boolean proven) {
        this.remark = remark;
        this.proven = proven;
    }

    static DayOrder of(Map<Cell, DateText> texts) {
        long dayFirst = 0;
        long monthFirst = 0;
        long slashes = 0;
        long all = 0;
        Set<Integer> first = new HashSet<>();
        Set<Integer> second = new HashSet<>();
        for (Map.Entry<Cell, DateText> e : texts.entrySet()) {
            DateText text = e.getValue();
            if (!text.undecided()) {
                continue;
            }
            long rows = e.getKey().rows();
            all += rows;
            first.add(text.first());
            second.add(text.second());
            dayFirst += text.first() > 12 && text.second() <= 12 ? rows : 0;
            monthFirst += text.second() > 12 && text.first() <= 12 ? rows : 0;
            slashes += text.layout().contains("/") ? rows : 0;
        }
        if (all == 0) {
            return NOT_NEEDED;
        }
        if (dayFirst > 0 && monthFirst > 0) {
            return Math.min(dayFirst, monthFirst) * ONE_IN > all
                    ? CONTRADICTORY
                    : dayFirst > monthFirst ? DAY_FIRST : MONTH_FIRST;
        }
        if (dayFirst > 0 || monthFirst > 0) {
            return dayFirst > 0 ? DAY_FIRST : MONTH_FIRST;
        }
        if (first.equals(Set.of(1)) != second.equals(Set.of(1)) && Math.max(first.size(), second.size()) >= 3) {
            return first.size() == 1 ? DAY_FIRST : MONTH_FIRST;
        }
        return slashes * 2 > all ? PROBABLY_MONTH_FIRST : PROBABLY_DAY_FIRST;
    }

    boolean proven() {
        return proven;
    }

    String remark() {
        return remark;
    }

    int day(DateText text) {
        return dayStandsFirst() ? text.first() : text.second();
    }

    int month(DateText text) {
        return dayStandsFirst() ? text.second() : text.first();
    }

    char firstLetter() {
        return dayStandsFirst() ? 'd' : 'M';
    }

    char secondLetter() {
        return dayStandsFirst() ? 'M' : 'd';
    }

    private boolean dayStandsFirst() {
        return this == DAY_FIRST || this == PROBABLY_DAY_FIRST;
    }
}
