package io.medallion.jdbc.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Guesses single-byte encodings by language: the right one turns the bytes above 127 into letters that one language uses, and into its frequent ones; a
 * wrong one mixes the letters of many.
 */
final class AlphabetEncodings {

    /** Below this share of its letters, a text is not in the language. */
    private static final double MOST = 0.95;

    /** So many letters have to speak for anything but the encoding of Western Windows. */
    private static final int ENOUGH = 3;

    private static final String MARKS = "\u00A0€‚„…‘’“”•–—™«»°§£©®·×½²³´¿¡ºª№";

    /**
     * @param charset an encoding
     * @param frequent for scripts of their own, letters of which at least half of a text consists; else empty
     * @param languages the letters above 127 of each language
     */
    private record Alphabet(String charset, String frequent, List<String> languages) {}

    private static final List<String> WESTERN = List.of(
            "äöüßÄÖÜéàè",
            "éèêëàâçùûüîïôœÉÈÊÀÂÇÎÔŒæ",
            "áéíóúñüÁÉÍÓÚÑÜç",
            "ãõáéíóúâêôçàüÃÕÁÉÍÓÚÂÊÔÇÀ",
            "àèéìòùÀÈÉÌÒÙ",
            "åäöøæÅÄÖØÆéü",
            "áéíóúýþæöðÁÉÍÓÚÝÞÆÖÐ",
            "àáèéíïòóúüçÀÈÉÍÒÓÚÇñ");
    private static final List<String> CENTRAL = List.of(
            "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ",
            "áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ",
            "áäčďéíĺľňóôŕšťúýžÁÄČĎÉÍĹĽŇÓÔŔŠŤÚÝŽ",
            "áéíóöőúüűÁÉÍÓÖŐÚÜŰ",
            "čćđšžČĆĐŠŽ",
            "ăâîşţțșĂÂÎŞŢ");
    private static final List<String> TURKISH = List.of("çğıöşüâîÇĞİÖŞÜ");
    private static final List<String> CYRILLIC =
            List.of("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯіїєґІЇЄҐ");
    private static final List<String> GREEK =
            List.of("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ");
    private static final List<String> HEBREW = List.of("אבגדהוזחטיךכלםמןנסעףפץצקרשת");
    private static final List<String> ARABIC = List.of("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي،؛؟پچژگ");
    private static final List<String> THAI =
            List.of("กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮฯะัาำิีึืฺุู฿เแโใไๅๆ็่้๊๋์ํ๎๏๐๑๒๓๔๕๖๗๘๙");

    private static final String RUSSIAN_FREQUENT = "оеаинтсрвлкмд";

    private static final List<Alphabet> SCRIPTS = List.of(
            new Alphabet("windows-1251", RUSSIAN_FREQUENT, CYRILLIC),
            new Alphabet("KOI8-R", RUSSIAN_FREQUENT, CYRILLIC),
            new Alphabet("IBM866", RUSSIAN_FREQUENT, CYRILLIC),
            new Alphabet("x-MacCyrillic", RUSSIAN_FREQUENT, CYRILLIC),
            new Alphabet("windows-1253", "αοιετσνηυρπκςίάό", GREEK),
            new Alphabet("windows-1255", "יוהלארתבמשנ", HEBREW),
            new Alphabet("windows-1256", "اليمونرتبهةعدسحق", ARABIC),
            new Alphabet("x-windows-874", "านรอกเงยลมทสตวดหพบ่้ิีัุชข", THAI));

    private static final List<Alphabet> LATIN = List.of(
            new Alphabet("windows-1252", "", WESTERN),
            new Alphabet("x-MacRoman", "", WESTERN),
            new Alphabet("IBM850", "", WESTERN),
            new Alphabet("windows-1250", "", CENTRAL),
            new Alphabet("ISO-8859-2", "", CENTRAL),
            new Alphabet("windows-1254", "", TURKISH),
            new Alphabet("IBM852", "", CENTRAL));

    private AlphabetEncodings() {}

    /** Of a script without Latin letters, whose words consist of bytes above 127; empty when none fits. */
    static Optional<Encoding> ofScript(byte[] bytes) {
        return besideLatin(bytes) > 0.3 ? Optional.empty() : best(SCRIPTS, bytes);
    }

    /** Of a language with Latin letters; empty when none fits, or when too few bytes speak for any but Western Windows. */
    static Optional<Encoding> ofLatin(byte[] bytes) {
        return best(LATIN, bytes);
    }

    /** The share of the bytes above 127 that stand beside a Latin letter. */
    private static double besideLatin(byte[] bytes) {
        int high = 0;
        int beside = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                high++;
                boolean before = i > 0 && isLatin(bytes[i - 1]);
                beside += before || i + 1 < bytes.length && isLatin(bytes[i + 1]) ? 1 : 0;
            }
        }
        return high == 0 ? 0 : (double) beside / high;
    }

    private static boolean isLatin(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }

    private static Optional<Encoding> best(List<Alphabet> alphabets, byte[] bytes) {
        Alphabet best = null;
        double most = 0;
        for (Alphabet alphabet : alphabets) {
            double fit = Charset.isSupported(alphabet.charset()) ? fit(alphabet, bytes) : 0;
            if (fit > most) {
                best = alphabet;
                most = fit;
            }
        }
        return best == null
                ? Optional.empty()
                : Optional.of(Encoding.found(
                        Charset.forName(best.charset()),
                        0,
                        0.75,
                        "its bytes above 127 are letters of one language there"));
    }

    private static double fit(Alphabet alphabet, byte[] bytes) {
        Map<Character, Integer> letters = new HashMap<>();
        int count;
        try {
            count = count(Charset.forName(alphabet.charset()).newDecoder().decode(ByteBuffer.wrap(bytes)), letters);
        } catch (CharacterCodingException notThis) {
            return 0;
        }
        boolean usual = alphabet.charset().equals("windows-1252");
        if (count < (usual ? 1 : ENOUGH)) {
            return 0;
        }
        double best = 0;
        for (String language : alphabet.languages()) {
            best = Math.max(best, share(letters, count, language));
        }
        if (best < MOST) {
            return 0;
        }
        if (alphabet.frequent().isEmpty()) {
            return best;
        }
        // a script of its own is told by its frequent letters; small and capital ones count
        double frequent =
                share(letters, count, alphabet.frequent() + alphabet.frequent().toUpperCase(Locale.ROOT));
        return frequent < 0.5 ? 0 : best + frequent;
    }

    private static boolean isWithinWord(CharBuffer text, int i) {
        return i > 0
                && i + 1 < text.length()
                && Character.isLetter(text.get(i - 1))
                && Character.isLetter(text.get(i + 1));
    }

    /** Characters above 127; marks that stand apart from letters count for nothing. */
    private static int count(CharBuffer text, Map<Character, Integer> letters) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.get(i);
            boolean apart = MARKS.indexOf(c) >= 0 && !(isWithinWord(text, i) && c != '’');
            if (c > 127 && !apart) {
                letters.merge(c, 1, Integer::sum);
                count++;
            }
        }
        return count;
    }

    private static double share(Map<Character, Integer> letters, int count, String language) {
        int within = 0;
        for (Map.Entry<Character, Integer> letter : letters.entrySet()) {
            within += language.indexOf(letter.getKey()) >= 0 ? letter.getValue() : 0;
        }
        return (double) within / count;
    }
}
