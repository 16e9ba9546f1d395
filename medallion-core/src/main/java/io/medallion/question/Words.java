package io.medallion.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A question cut into words, and how words are compared: without case, without plural. */
final class Words {

    /** Quoted text, a date or name with dots and dashes inside, a comparison, or a comma. */
    private static final Pattern WORD = Pattern.compile(
            "\"([^\"]*)\"|'([^']*)'|([\\p{L}\\p{N}_]+(?:[.\\-][\\p{L}\\p{N}_]+)*)|(<=|>=|<>|!=|=|<|>|,|#|%)");

    /** One word. @param text as it was written @param quoted whether it was in quotes and is a value for certain */
    record Word(String text, boolean quoted) {
        boolean is(String... any) {
            return !quoted && List.of(any).contains(text.toLowerCase(Locale.ROOT));
        }
    }

    private Words() {}

    static List<Word> of(String question) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(question);
        while (matcher.find()) {
            String quoted = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            words.add(quoted != null ? new Word(quoted, true) : new Word(matcher.group(), false));
        }
        return words;
    }

    /** A name as its bare words: {@code Unit_Prices} and {@code unit price} are the same. */
    static String folded(String name) {
        return words(name, Words::singular);
    }

    /** A name as its words in the number they are written in: {@code Unit_Prices} and {@code unit prices} are the same. */
    static String spelled(String name) {
        return words(name, part -> part);
    }

    private static String words(String name, UnaryOperator<String> form) {
        List<String> parts = new ArrayList<>();
        for (String part : name.strip().toLowerCase(Locale.ROOT).split("[\\s_.\\-]+")) {
            if (!part.isEmpty()) {
                parts.add(form.apply(part));
            }
        }
        return String.join(" ", parts);
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}
