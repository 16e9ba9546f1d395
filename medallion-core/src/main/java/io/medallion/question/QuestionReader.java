package io.medallion.question;

import io.medallion.expression.AggregateFunction;
import io.medallion.expression.NearestName;
import io.medallion.expression.TimeGrain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one question from left to right, the longest known phrase first; stops at the first word it does not know. */
final class QuestionReader {

    private static final int LONGEST_PHRASE = 5;
    private static final int LARGEST_LIMIT_DIGITS = 6;

    private static final String[] FILLERS = {
        "the", "a", "an", "of", "our", "all", "me", "is", "are", "was", "were", "please", "show", "give", "list",
                "what",
        "which", "how", "much", "get", "find", "have", "has", "had", "do", "did", "does", "we", "i", "want", "see",
                "tell",
        "and", ",", "plus", "to", "there", "grouped", "broken", "down", "split"
    };

    private static final Map<String, AggregateFunction> FUNCTIONS = Map.ofEntries(
            Map.entry("total", AggregateFunction.SUM),
            Map.entry("sum", AggregateFunction.SUM),
            Map.entry("overall", AggregateFunction.SUM),
            Map.entry("average", AggregateFunction.AVG),
            Map.entry("avg", AggregateFunction.AVG),
            Map.entry("mean", AggregateFunction.AVG),
            Map.entry("median", AggregateFunction.MEDIAN),
            Map.entry("minimum", AggregateFunction.MIN),
            Map.entry("min", AggregateFunction.MIN),
            Map.entry("lowest", AggregateFunction.MIN),
            Map.entry("smallest", AggregateFunction.MIN),
            Map.entry("maximum", AggregateFunction.MAX),
            Map.entry("max", AggregateFunction.MAX),
            Map.entry("highest", AggregateFunction.MAX),
            Map.entry("largest", AggregateFunction.MAX));

    private static final Map<String, TimeGrain> GRAINS = Map.ofEntries(
            Map.entry("hour", TimeGrain.HOUR),
            Map.entry("hourly", TimeGrain.HOUR),
            Map.entry("day", TimeGrain.DAY),
            Map.entry("daily", TimeGrain.DAY),
            Map.entry("date", TimeGrain.DAY),
            Map.entry("week", TimeGrain.WEEK),
            Map.entry("weekly", TimeGrain.WEEK),
            Map.entry("month", TimeGrain.MONTH),
            Map.entry("monthly", TimeGrain.MONTH),
            Map.entry("quarter", TimeGrain.QUARTER),
            Map.entry("quarterly", TimeGrain.QUARTER),
            Map.entry("year", TimeGrain.YEAR),
            Map.entry("yearly", TimeGrain.YEAR),
            Map.entry("annual", TimeGrain.YEAR));

    private final Vocabulary vocabulary;
    private final List<Words.Word> words;
    private final PeriodWords periods;
    private final Draft draft = new Draft();
    private int at;
    private boolean grouping;
    private boolean ranking;
    private @Nullable AggregateFunction function;

    QuestionReader(String question, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.words = Words.of(question);
        this.periods = new PeriodWords(words);
    }

    /** Everything that was read; throws {@link UnknownWords} where reading stops. */
    Draft read() {
        while (at < words.size()) {
            boolean known =
                    period() || rank() || by() || count() || condition() || phrase() || functionWord() || filler();
            if (!known) {
                throw unknown();
            }
        }
        return draft;
    }

    private boolean period() {
        Optional<PeriodWords.Read> read = periods.at(at);
        read.ifPresent(r -> {
            draft.periods.add(r.period());
            at += r.words();
        });
        return read.isPresent();
    }

    /** {@code top 5 <grouping>}: what follows is a grouping, and "by" then leads to the measure. */
    private boolean rank() {
        Words.Word word = words.get(at);
        boolean ranks = word.is("top", "first", "best", "bottom", "worst", "last");
        String number = at + 1 < words.size() ? words.get(at + 1).text() : "";
        if (!ranks || !number.matches("\\d{1," + LARGEST_LIMIT_DIGITS + "}")) {
            return false;
        }
        draft.limit = Long.valueOf(number);
        draft.smallestFirst = word.is("bottom", "worst", "last");
        ranking = draft.measures.isEmpty();
        grouping = ranking;
        at += 2;
        return true;
    }

    private boolean by() {
        if (!words.get(at).is("by", "per", "each", "every")) {
            return false;
        }
        boolean toMeasure = ranking && !draft.groupings.isEmpty() && draft.measures.isEmpty();
        grouping = !toMeasure;
        at++;
        return true;
    }

    /** {@code number of orders}, {@code how many different customers}, {@code count}. */
    private boolean count() {
        int start = at;
        if (words.get(at).is("how") && is(at + 1, "many")) {
            at += 2;
        } else if (words.get(at).is("number", "count") && is(at + 1, "of")) {
            at += 2;
        } else if (words.get(at).is("#")) {
            at++;
        } else {
            return bareCount();
        }
        boolean different = at < words.size() && words.get(at).is("different", "distinct", "unique");
        at += different ? 1 : 0;
        if (longest(phrase -> vocabulary.counts(phrase, different), draft.measures::add)) {
            return true;
        }
        at = start;
        return false;
    }

    private boolean bareCount() {
        boolean counts = !grouping && words.get(at).is("count");
        if (counts) {
            draft.measures.add(vocabulary.counts());
            draft.countsUnnamedRows = true;
            at++;
        }
        return counts;
    }

    private boolean condition() {
        if (!words.get(at).is("where", "with", "for", "whose", "in", "from")) {
            return false;
        }
        Optional<ConditionWords.Read> read = new ConditionWords(vocabulary, words).at(at + 1);
        read.ifPresent(r -> {
            draft.conditions.addAll(r.conditions());
            at = r.next();
        });
        return read.isPresent();
    }

    private boolean phrase() {
        if (words.get(at).quoted()) {
            return false;
        }
        return grouping
                ? longest(this::groupings, draft.groupings::add) || grain() || measure()
                : measure() || grain() || !draft.measures.isEmpty() && longest(this::groupings, draft.groupings::add);
    }

    private boolean measure() {
        boolean found = longest(phrase -> vocabulary.measures(phrase, function), draft.measures::add);
        function = found ? null : function;
        return found;
    }

    private List<Draft.GroupMeaning> groupings(String phrase) {
        List<Draft.GroupMeaning> found = new ArrayList<>(vocabulary.groupings(phrase).stream()
                .map(c -> new Draft.GroupMeaning(c, null))
                .toList());
        int last = phrase.lastIndexOf(' ');
        String joined = last > 0 ? phrase : phrase.replace('_', ' ');
        int cut = joined.lastIndexOf(' ');
        TimeGrain grain = GRAINS.get(joined.substring(cut + 1).toLowerCase(Locale.ROOT));
        if (found.isEmpty() && cut > 0 && grain != null) {
            vocabulary.timeColumns(joined.substring(0, cut)).stream()
                    .map(c -> new Draft.GroupMeaning(c, grain))
                    .forEach(found::add);
        }
        return found;
    }

    /** {@code month}, {@code month of shipping}, {@code monthly}. */
    private boolean grain() {
        TimeGrain grain = GRAINS.get(words.get(at).text().toLowerCase(Locale.ROOT));
        if (grain == null) {
            return false;
        }
        at++;
        if (at + 1 < words.size() && words.get(at).is("of")) {
            int before = at++;
            boolean named = longest(
                    phrase -> vocabulary.timeColumns(phrase).stream()
                            .map(c -> new Draft.GroupMeaning(c, grain))
                            .toList(),
                    draft.groupings::add);
            if (named) {
                return true;
            }
            at = before;
        }
        draft.groupings.add(List.of(new Draft.GroupMeaning(null, grain)));
        return true;
    }

    private boolean functionWord() {
        AggregateFunction named =
                grouping ? null : FUNCTIONS.get(words.get(at).text().toLowerCase(Locale.ROOT));
        if (named != null) {
            function = named;
            at++;
        }
        return named != null;
    }

    private boolean filler() {
        boolean filler = words.get(at).is(FILLERS);
        at += filler ? 1 : 0;
        return filler;
    }

    /** Takes the longest phrase from here that means anything. */
    private <T> boolean longest(Function<String, List<T>> meanings, Consumer<List<T>> found) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
            Stream<Words.Word> taken = words.subList(at, at + length).stream();
            String phrase = taken.map(Words.Word::text).collect(Collectors.joining(" "));
            List<T> meaning = meanings.apply(phrase);
            if (!meaning.isEmpty()) {
                found.accept(meaning);
                at += length;
                return true;
            }
        }
        return false;
    }

    private boolean is(int index, String word) {
        return index < words.size() && words.get(index).is(word);
    }

    private UnknownWords unknown() {
        String word = words.get(at).text();
        List<String> nearest =
                NearestName.of(word, vocabulary.names()).map(List::of).orElse(List.of());
        return new UnknownWords("'" + word + "' is no measure, dimension or time that the model knows.", nearest);
    }
}
