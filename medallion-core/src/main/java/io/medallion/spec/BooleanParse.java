package io.medallion.spec;

import io.medallion.ColumnType;
import io.medallion.MedallionException;
import io.medallion.Problem;
import java.util.List;
import java.util.Locale;

/**
 * True or false from words, compared without regard to case.
 *
 * @param yes the words for true, in lower case, at least one
 * @param no the words for false, in lower case, at least one, none of them in {@code yes}
 */
public record BooleanParse(List<String> yes, List<String> no) implements Parse {

    public BooleanParse {
        yes = words(yes);
        no = words(no);
        if (yes.isEmpty() || no.isEmpty() || yes.stream().anyMatch(no::contains)) {
            throw new MedallionException(Problem.at("words " + yes + " and " + no, "do not tell true from false.")
                    .advise("Name at least one word for each, and no word for both."));
        }
    }

    @Override
    public ColumnType type() {
        return ColumnType.BOOLEAN;
    }

    @Override
    public <R> R accept(ParseVisitor<R> visitor) {
        return visitor.bool(this);
    }

    private static List<String> words(List<String> words) {
        return words == null
                ? List.of()
                : words.stream()
                        .map(w -> w.strip().toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
    }
}
