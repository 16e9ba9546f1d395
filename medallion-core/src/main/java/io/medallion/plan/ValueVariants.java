package io.medallion.plan;

import io.medallion.plan.CodeList.Form;
import io.medallion.profile.ColumnProfile;
import io.medallion.profile.HeaderWords;
import io.medallion.profile.ValueCount;
import io.medallion.spec.TextParse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Spellings of one value in a column of text, and which of them should stay. Values that may be different are left apart: numbers,
 * codes with digits, short texts that differ in case only.
 */
final class ValueVariants {

    /** Of the rows of a column, so many must be words of a list; fewer where the header names the list. */
    private static final double MOST_ROWS = 0.9;

    private static final double ENOUGH_ROWS = 0.6;

    /** When so many rows are written in one form of a list, the others are put into it too. */
    private static final double ONE_FORM = 0.8;

    /** Shorter texts that differ in case may be two codes: {@code Pa} and {@code PA}. */
    private static final int FEW_LETTERS = 3;

    private final List<ValueCount> values;
    private final HeaderWords header;
    private final Map<String, String> folded = new HashMap<>();
    private final Map<String, String> mapping = new TreeMap<>();
    private final List<String> reasons = new ArrayList<>();
    private final List<String> doubtful = new ArrayList<>();
    private double confidence = 0.75;

    /**
     * @param parse how the column is read: spellings are those of the text as it is read
     * @param missing texts that stand for no value
     */
    ValueVariants(ColumnProfile profile, TextParse parse, Collection<String> missing) {
        this.header = new HeaderWords(profile.name());
        Map<String, Long> counted = new LinkedHashMap<>();
        for (ValueCount value : profile.values()) {
            String text = parse.trim() ? value.value().strip() : value.value();
            if (!text.isBlank() && !missing.contains(value.value().strip())) {
                counted.merge(text, value.rows(), Long::sum);
            }
        }
        this.values = counted.entrySet().stream()
                .map(e -> new ValueCount(e.getKey(), e.getValue()))
                .toList();
        values.forEach(v -> folded.put(v.value(), Spelling.folded(v.value())));
    }

    /** A mapping of the column of this name, or nothing where no two spellings are of one value. */
    Optional<Suggestion<ColumnTreatment>> suggestion(String column) {
        List<ValueCount> others = codeList().map(this::listed).orElse(values);
        alike(others);
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        if (!doubtful.isEmpty()) {
            reasons.add("Left as they are, for they may differ: " + some(doubtful) + ".");
        }
        return Optional.of(Suggestion.<ColumnTreatment>of(
                        new ColumnTreatment.Mapping(column, mapping), confidence, String.join(" ", reasons))
                .from(Suggestion.RULES));
    }

    /** After {@link #suggestion}: the pairs that were left because they may differ, in a sentence; empty when there are none. */
    String left() {
        return doubtful.isEmpty() ? "" : "Nearly the same and left apart, for they may differ: " + some(doubtful) + ".";
    }

    private Optional<CodeList> codeList() {
        return CodeList.ALL.stream()
                .filter(list -> rows(list) >= (list.isNamed(header) ? ENOUGH_ROWS : MOST_ROWS) * rows(values))
                .filter(list -> list.isNamed(header) || values.stream().anyMatch(v -> isName(list, v)))
                .max(Comparator.comparing((CodeList list) -> list.isNamed(header))
                        .thenComparing(this::rows)
                        .thenComparing(list -> -CodeList.ALL.indexOf(list)));
    }

    private Optional<CodeList.Word> word(CodeList list, ValueCount value) {
        return list.find(folded.get(value.value()));
    }

    private boolean isName(CodeList list, ValueCount value) {
        return word(list, value)
                .filter(w -> w.form() == Form.NAME || w.form() == Form.OTHER)
                .isPresent();
    }

    private long rows(CodeList list) {
        return rows(values.stream().filter(v -> word(list, v).isPresent()).toList());
    }

    private static long rows(List<ValueCount> values) {
        return values.stream().mapToLong(ValueCount::rows).sum();
    }

    /** Maps the words of a list; returns the values that are none. */
    private List<ValueCount> listed(CodeList list) {
        Map<String, List<ValueCount>> entries = new LinkedHashMap<>();
        Map<Form, Long> forms = new EnumMap<>(Form.class);
        List<ValueCount> others = new ArrayList<>();
        for (ValueCount value : values) {
            word(list, value)
                    .ifPresentOrElse(
                            word -> {
                                entries.computeIfAbsent(word.entry(), e -> new ArrayList<>())
                                        .add(value);
                                forms.merge(word.form(), value.rows(), Long::sum);
                            },
                            () -> others.add(value));
        }
        Form usual = forms.entrySet().stream()
                .filter(f -> f.getKey() != Form.OTHER)
                .max(Map.Entry.<Form, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(Form.NAME);
        boolean one = forms.getOrDefault(usual, 0L) >= ONE_FORM * rows(values);
        Map<String, List<ValueCount>> targets = new LinkedHashMap<>();
        entries.forEach((entry, spellings) -> targets.put(target(list, entry, spellings, usual, one), spellings));
        int before = mapping.size();
        targets.forEach(this::map);
        if (mapping.size() > before) {
            confidence = Math.min(confidence, 0.7);
            reasons.add(0, "By the list of " + list.label() + ", in the form that most rows have: " + shown() + ".");
        }
        return others;
    }

    private String target(CodeList list, String entry, List<ValueCount> spellings, Form usual, boolean one) {
        List<ValueCount> inUsualForm = spellings.stream()
                .filter(v -> word(list, v).orElseThrow().form() == usual)
                .toList();
        if (!inUsualForm.isEmpty()) {
            return best(inUsualForm);
        }
        String written = one ? list.written(entry, usual) : null;
        return Objects.requireNonNullElseGet(written, () -> best(spellings));
    }

    private void map(String target, List<ValueCount> spellings) {
        spellings.stream()
                .map(ValueCount::value)
                .filter(text -> !text.equals(target))
                .forEach(text -> mapping.put(text, target));
    }

    /** Maps texts that are the same but for white space, case, punctuation and accents. */
    private void alike(List<ValueCount> others) {
        Map<Spelling.Difference, List<String>> found = new EnumMap<>(Spelling.Difference.class);
        Map<String, List<ValueCount>> groups = others.stream()
                .collect(Collectors.groupingBy(v -> folded.get(v.value()), LinkedHashMap::new, Collectors.toList()));
        for (List<ValueCount> group : groups.values()) {
            if (group.size() > 1) {
                String target = best(group);
                boolean codes = group.stream().anyMatch(v -> isCode(v.value()));
                group.stream()
                        .map(ValueCount::value)
                        .filter(text -> !text.equals(target))
                        .forEach(text -> alike(text, target, codes, found));
            }
        }
        found.forEach((difference, pairs) -> {
            confidence = Math.min(confidence, confidence(difference));
            reasons.add("The same but for " + difference.words() + ", in the spelling that most rows have: "
                    + some(pairs) + ".");
        });
    }

    private void alike(String text, String target, boolean codes, Map<Spelling.Difference, List<String>> found) {
        Spelling.Difference difference = Spelling.between(text, target);
        if (Spelling.letters(text) == 0 || difference != Spelling.Difference.SPACES && Spelling.hasDigits(text)) {
            return;
        }
        if (difference != Spelling.Difference.SPACES && codes) {
            doubtful.add(pair(text, target));
            return;
        }
        mapping.put(text, target);
        found.computeIfAbsent(difference, d -> new ArrayList<>()).add(becomes(text, target));
    }

    /** Few letters, or capitals inside a short word: the case of a code means something. */
    private static boolean isCode(String text) {
        boolean inner = text.codePoints().skip(1).anyMatch(Character::isUpperCase)
                && text.codePoints().anyMatch(Character::isLowerCase);
        return Spelling.letters(text) < FEW_LETTERS || Spelling.letters(text) <= 4 && inner;
    }

    private static double confidence(Spelling.Difference difference) {
        return switch (difference) {
            case SPACES -> 0.75;
            case CASE -> 0.7;
            case PUNCTUATION -> 0.6;
            case ACCENTS -> 0.5;
        };
    }

    /** Most rows; of several in capitals and small letters, with accents, and at last the first by code point. */
    private static String best(List<ValueCount> spellings) {
        return spellings.stream()
                .max(Comparator.comparingLong(ValueCount::rows)
                        .thenComparing(v -> mixed(v.value()))
                        .thenComparing(
                                v -> v.value().codePoints().filter(c -> c > 127).count())
                        .thenComparing(ValueCount::value, Comparator.reverseOrder()))
                .orElseThrow()
                .value();
    }

    private static boolean mixed(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().anyMatch(Character::isLowerCase);
    }

    private String shown() {
        return some(mapping.entrySet().stream()
                .map(e -> becomes(e.getKey(), e.getValue()))
                .toList());
    }

    private static String becomes(String text, String target) {
        return "'" + text + "' becomes '" + target + "'";
    }

    private static String pair(String text, String target) {
        return "'" + text + "' and '" + target + "'";
    }

    private static String some(List<String> pairs) {
        return String.join(", ", pairs.subList(0, Math.min(5, pairs.size())))
                + (pairs.size() > 5 ? " and " + (pairs.size() - 5) + " more" : "");
    }
}
