package io.medallion.profile;

import io.medallion.spec.BooleanParse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a column as true and false where its words are one consistent pair. */
final class BooleanReading {

    /**
     * One language of truth.
     *
     * @param alone whether one of the words on its own already says that the column is one of truth
     */
    private record Pair(Set<String> yes, Set<String> no, boolean alone) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair(Set.of("true"), Set.of("false"), true),
            new Pair(Set.of("yes", "y"), Set.of("no", "n"), true),
            new Pair(Set.of("t"), Set.of("f"), false),
            new Pair(Set.of("on"), Set.of("off"), false),
            new Pair(Set.of("si", "sí", "s"), Set.of("no", "n"), false),
            new Pair(Set.of("oui"), Set.of("non"), false),
            new Pair(Set.of("ja"), Set.of("nein"), false),
            new Pair(Set.of("ja"), Set.of("nee"), false),
            new Pair(Set.of("ja"), Set.of("nej"), false),
            new Pair(Set.of("vrai"), Set.of("faux"), false),
            new Pair(Set.of("wahr"), Set.of("falsch"), false),
            new Pair(Set.of("verdadero"), Set.of("falso"), false),
            new Pair(Set.of("sim"), Set.of("não", "nao"), false),
            new Pair(Set.of("ano"), Set.of("ne"), false),
            new Pair(Set.of("tak"), Set.of("nie"), false),
            new Pair(Set.of("áno"), Set.of("nie"), false),
            new Pair(Set.of("igen"), Set.of("nem"), false),
            new Pair(Set.of("kyllä"), Set.of("ei"), false),
            new Pair(Set.of("da"), Set.of("ne", "nu"), false),
            new Pair(Set.of("да"), Set.of("нет", "не", "ні"), false),
            new Pair(Set.of("так"), Set.of("ні"), false),
            new Pair(Set.of("ναι"), Set.of("όχι"), false),
            new Pair(Set.of("evet"), Set.of("hayır"), false),
            new Pair(Set.of("ya"), Set.of("tidak"), false),
            new Pair(Set.of("有", "是"), Set.of("无", "無", "否", "不是"), false),
            new Pair(Set.of("はい"), Set.of("いいえ"), false),
            new Pair(Set.of("예", "네"), Set.of("아니오", "아니요"), false),
            new Pair(Set.of("نعم"), Set.of("لا"), false),
            new Pair(Set.of("true", "1"), Set.of("false", "0"), false));

    private BooleanReading() {}

    static Optional<Reading> of(List<Cell> all, HeaderWords header) {
        Set<String> words = new LinkedHashSet<>();
        for (Cell cell : all) {
            if (!NullWords.isNull(cell.text())) {
                words.add(cell.text().toLowerCase(Locale.ROOT));
            }
            if (words.size() > 40) {
                return Optional.empty();
            }
        }
        if (words.isEmpty()) {
            return Optional.empty();
        }
        boolean digits = words.stream().allMatch(w -> w.equals("0") || w.equals("1"));
        if (digits && !header.saysFlag()) {
            return Optional.empty();
        }
        return PAIRS.stream()
                .map(pair -> reading(pair, all, words))
                .flatMap(Optional::stream)
                .max((a, b) -> Long.compare(a.matched(), b.matched()));
    }

    private static Optional<Reading> reading(Pair pair, List<Cell> all, Set<String> words) {
        List<String> yes =
                new ArrayList<>(words.stream().filter(pair.yes::contains).toList());
        List<String> no =
                new ArrayList<>(words.stream().filter(pair.no::contains).toList());
        boolean both = !yes.isEmpty() && !no.isEmpty();
        boolean one = pair.alone && (!yes.isEmpty() || no.contains("false"));
        if (!both && !one) {
            return Optional.empty();
        }
        if (yes.isEmpty()) {
            yes.add("true");
        } else if (no.isEmpty()) {
            no.add(yes.contains("true") ? "false" : yes.contains("yes") ? "no" : "n");
        }
        CellCounts counts = new CellCounts();
        for (Cell cell : all) {
            String word = cell.text().toLowerCase(Locale.ROOT);
            if (yes.contains(word) || no.contains(word)) {
                counts.match(cell);
            } else {
                counts.leave(cell);
            }
        }
        return Optional.of(
                counts.reading(new BooleanParse(yes, no), both, both ? "" : "Only one of two words occurs."));
    }
}
