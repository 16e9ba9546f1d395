package io.medallion.profile;

import io.medallion.spec.DecimalParse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the values of a column allow. */
final class Analysis {

    private Analysis() {}

    static ColumnProfile of(String name, ColumnCounts counts, List<ValueCount> values, int kept) {
        List<Cell> cells = Cell.of(values);
        HeaderWords header = new HeaderWords(name);
        @Nullable SemanticType kind = SemanticTypes.of(header, cells);
        Optional<NumberReading.Found> numbers = NumberReading.of(cells);
        List<Reading> readings = new ArrayList<>();
        Stream.of(
                        BooleanReading.of(cells, header),
                        DateReading.of(cells, header),
                        numbers.map(NumberReading.Found::reading))
                .flatMap(Optional::stream)
                .filter(r -> !isVersion(header, r))
                .filter(r -> r.rate() >= 0.5)
                .sorted((a, b) -> Double.compare(b.rate(), a.rate()))
                .forEach(readings::add);
        return new ColumnProfile(
                name,
                counts,
                values.size(),
                values.size() <= kept ? values : values.subList(0, kept),
                Shapes.of(cells),
                numbers.filter(f -> f.reading().rate() >= 0.5)
                        .map(f -> Numbers.summary(f.values()))
                        .orElse(null),
                readings,
                cells.stream()
                        .filter(c -> NullWords.isNull(c.text()))
                        .map(Cell::raw)
                        .toList(),
                kind == null ? null : kind.name(),
                kind != null && kind.personal());
    }

    /** The versions 1.1 and 1.10 are two, the numbers are one. */
    private static boolean isVersion(HeaderWords header, Reading reading) {
        return header.has("version", "versions", "ver", "release") && reading.parse() instanceof DecimalParse;
    }
}
