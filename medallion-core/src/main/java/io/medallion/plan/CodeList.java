package io.medallion.plan;

import io.medallion.profile.HeaderWords;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values that people write in more than one form: the countries of ISO 3166 and currencies of ISO 4217 as the JDK knows them, the
 * states of the USA, months and days of the week, sexes, yes and no. A word is found in any case, without points and accents.
 */
final class CodeList {

    /** How an entry is written. */
    enum Form {
        CODE,
        LONG_CODE,
        NAME,
        OTHER
    }

    /**
     * One spelling of one entry.
     *
     * @param entry what is meant
     * @param form how it is written
     */
    record Word(String entry, Form form) {}

    private static final List<String> STATES = List.of(
            "AL Alabama",
            "AK Alaska",
            "AZ Arizona",
            "AR Arkansas",
            "CA California",
            "CO Colorado",
            "CT Connecticut",
            "DE Delaware",
            "FL Florida",
            "GA Georgia",
            "HI Hawaii",
            "ID Idaho",
            "IL Illinois",
            "IN Indiana",
            "IA Iowa",
            "KS Kansas",
            "KY Kentucky",
            "LA Louisiana",
            "ME Maine",
            "MD Maryland",
            "MA Massachusetts",
            "MI Michigan",
            "MN Minnesota",
            "MS Mississippi",
            "MO Missouri",
            "MT Montana",
            "NE Nebraska",
            "NV Nevada",
            "NH New Hampshire",
            "NJ New Jersey",
            "NM New Mexico",
            "NY New York",
            "NC North Carolina",
            "ND North Dakota",
            "OH Ohio",
            "OK Oklahoma",
            "OR Oregon",
            "PA Pennsylvania",
            "RI Rhode Island",
            "SC South Carolina",
            "SD South Dakota",
            "TN Tennessee",
            "TX Texas",
            "UT Utah",
            "VT Vermont",
            "VA Virginia",
            "WA Washington",
            "WV West Virginia",
            "WI Wisconsin",
            "WY Wyoming",
            "DC District of Columbia",
            "PR Puerto Rico",
            "GU Guam",
            "VI Virgin Islands",
            "AS American Samoa",
            "MP Northern Mariana Islands");

    private static final Map<String, String> COUNTRY_WORDS = Map.ofEntries(
            Map.entry("United States of America", "US"),
            Map.entry("U.S. of America", "US"),
            Map.entry("UK", "GB"),
            Map.entry("Great Britain", "GB"),
            Map.entry("Russian Federation", "RU"),
            Map.entry("Republic of Korea", "KR"),
            Map.entry("Korea, South", "KR"),
            Map.entry("Korea, Republic of", "KR"),
            Map.entry("Korea, North", "KP"),
            Map.entry("Viet Nam", "VN"),
            Map.entry("Czech Republic", "CZ"),
            Map.entry("The Netherlands", "NL"),
            Map.entry("Ivory Coast", "CI"),
            Map.entry("Burma", "MM"),
            Map.entry("Iran, Islamic Republic of", "IR"),
            Map.entry("Islamic Republic of Iran", "IR"),
            Map.entry("Syrian Arab Republic", "SY"),
            Map.entry("Turkey", "TR"),
            Map.entry("People's Republic of China", "CN"));

    private final String label;
    private final List<String> headers;
    private final Map<String, Word> words = new HashMap<>();
    private final Map<String, String> written = new HashMap<>();

    private CodeList(String label, String... headers) {
        this.label = label;
        this.headers = List.of(headers);
    }

    /** The lists, those of few words first. */
    static final List<CodeList> ALL =
            List.of(truth(), sexes(), weekdays(), months(), states(), currencies(), countries());

    private void add(String entry, Form form, String text) {
        words.putIfAbsent(Spelling.folded(text), new Word(entry, form));
        written.putIfAbsent(entry + form, text);
    }

    private void others(String entry, String... texts) {
        Arrays.stream(texts).forEach(text -> add(entry, Form.OTHER, text));
    }

    private static CodeList truth() {
        CodeList list = new CodeList("yes and no");
        list.add("yes", Form.CODE, "Y");
        list.add("yes", Form.NAME, "Yes");
        list.others("yes", "true");
        list.add("no", Form.CODE, "N");
        list.add("no", Form.NAME, "No");
        list.others("no", "false");
        return list;
    }

    private static CodeList sexes() {
        CodeList list = new CodeList("sexes", "sex", "gender");
        list.add("male", Form.CODE, "M");
        list.add("male", Form.NAME, "Male");
        list.others("male", "man", "männlich", "masculin", "masculino", "homme", "hombre");
        list.add("female", Form.CODE, "F");
        list.add("female", Form.NAME, "Female");
        list.others("female", "woman", "weiblich", "féminin", "femenino", "femme", "mujer");
        return list;
    }

    private static CodeList weekdays() {
        CodeList list = new CodeList("days of the week", "day", "weekday", "dow");
        for (DayOfWeek day : DayOfWeek.values()) {
            list.add(day.name(), Form.CODE, day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
            list.add(day.name(), Form.NAME, day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        }
        list.others("TUESDAY", "Tues");
        list.others("WEDNESDAY", "Weds");
        list.others("THURSDAY", "Thur", "Thurs");
        return list;
    }

    private static CodeList months() {
        CodeList list = new CodeList("months", "month");
        for (Month month : Month.values()) {
            list.add(month.name(), Form.CODE, month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
            list.add(month.name(), Form.NAME, month.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        }
        list.others("SEPTEMBER", "Sep", "Sept");
        return list;
    }

    private static CodeList states() {
        CodeList list = new CodeList("states of the USA", "state", "states", "province");
        for (String state : STATES) {
            list.add(state.substring(0, 2), Form.CODE, state.substring(0, 2));
            list.add(state.substring(0, 2), Form.NAME, state.substring(3));
        }
        return list;
    }

    private static CodeList currencies() {
        CodeList list = new CodeList("currencies", "currency", "ccy");
        for (Currency currency : Currency.getAvailableCurrencies()) {
            list.add(currency.getCurrencyCode(), Form.CODE, currency.getCurrencyCode());
        }
        for (String code :
                List.of("USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "CNY", "INR", "SEK", "NOK", "DKK")) {
            list.add(code, Form.NAME, Currency.getInstance(code).getDisplayName(Locale.ENGLISH));
        }
        list.others("EUR", "€", "Euros");
        list.others("GBP", "£", "Pound Sterling");
        list.others("USD", "US$", "Dollar US", "U.S. Dollar");
        return list;
    }

    private static CodeList countries() {
        CodeList list = new CodeList("countries", "country", "countries", "nation", "nationality");
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            list.add(code, Form.CODE, code);
            list.add(code, Form.LONG_CODE, country.getISO3Country());
            list.add(code, Form.NAME, country.getDisplayCountry(Locale.ENGLISH));
        }
        COUNTRY_WORDS.forEach((text, code) -> list.others(code, text));
        return list;
    }

    /** What it lists, in words. */
    String label() {
        return label;
    }

    /** What a {@linkplain Spelling#folded folded} text means in this list, if it is one of its words. */
    Optional<Word> find(String folded) {
        return Optional.ofNullable(words.get(folded));
    }

    /** How the list writes an entry in a form, or null where it has none. */
    @Nullable
    String written(String entry, Form form) {
        return written.get(entry + form);
    }

    /** Whether a header names what the list holds. */
    boolean isNamed(HeaderWords header) {
        return header.has(headers.toArray(String[]::new));
    }
}
