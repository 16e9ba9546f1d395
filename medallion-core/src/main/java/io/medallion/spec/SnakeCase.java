package io.medallion.spec;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they are usual in SQL. */
public final class SnakeCase {

    private SnakeCase() {}

    /**
     * Letters and digits of any script in lower case, joined by single underscores: {@code "Order Date"} and {@code
     * "orderDate"} to {@code order_date}, {@code "Straße (km)"} to {@code strasse_km}, {@code "2024"} to {@code _2024}. A
     * text with none of them gives {@code column}.
     */
    public static String of(String text) {
        String plain = Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "");
        String split = plain.replaceAll("(\\p{Ll}|\\p{N})(\\p{Lu})", "$1_$2")
                .replaceAll("(\\p{Lu}+)(\\p{Lu}\\p{Ll})", "$1_$2");
        String joined = split.replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_+|_+$", "")
                .replaceAll("_+", "_")
                .toLowerCase(Locale.ROOT);
        if (joined.isEmpty()) {
            return "column";
        }
        return Character.isDigit(joined.codePointAt(0)) ? "_" + joined : joined;
    }
}
