package io.medallion.profile;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recognises what the values of a column are. Certain forms come first, then what the header says, then lists of words. */
final class SemanticTypes {

    private static final List<Recognition.Kind> KINDS = Stream.of(
                    ContactKinds.kinds(),
                    NumberKinds.kinds(),
                    ContactKinds.phones(),
                    PersonKinds.kinds(),
                    PlaceKinds.kinds(),
                    CommonKinds.kinds(),
                    PersonKinds.byValuesAlone(),
                    PlaceKinds.byValuesAlone())
            .flatMap(List::stream)
            .toList();

    private SemanticTypes() {}

    static @Nullable SemanticType of(HeaderWords words, List<Cell> cells) {
        Sample values = Sample.of(cells);
        if (values.isEmpty()) {
            return null;
        }
        HeaderTerms header = new HeaderTerms(words);
        return KINDS.stream()
                .filter(k -> k.recognition().recognises(header, values))
                .map(Recognition.Kind::type)
                .findFirst()
                .orElse(null);
    }
}
