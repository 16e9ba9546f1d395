package io.medallion.profile;

import java.util.List;

/** Check digits that tell a number of a kind from other digits. */
final class CheckDigits {

    private CheckDigits() {}

    /** Whether most values are 12 to 19 digits, as card numbers are. */
    static boolean mostlyCards(List<Cell> values) {
        long cards = values.stream()
                .map(c -> c.text().replaceAll("[ -]", ""))
                .filter(t -> t.length() >= 12 && t.length() <= 19 && Separators.allDigits(t))
                .count();
        return cards * 10 > values.size() * 9L;
    }
}
