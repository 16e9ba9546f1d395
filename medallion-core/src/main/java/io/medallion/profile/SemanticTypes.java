package io.medallion.profile;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises what the values of a column are, by their form and the words of the header; never by a single value. */
final class SemanticTypes {

    /** A kind of value, and how a column of it is known. */
    record Kind(String name, boolean personal, boolean code, BiPredicate<HeaderWords, List<Cell>> recognised) {}

    private static final double MOST = 0.9;

    private static final List<Kind> KINDS = List.of(
            byForm("EMAIL", true, "[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}"),
            byForm("URL", false, "(?i)(https?|ftp)://.+|www\\.[^\\s]+\\.[^\\s]+"),
            byForm("UUID", false, "(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
            byForm(
                    "IP_ADDRESS",
                    true,
                    "(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}"),
            byForm("MAC_ADDRESS", true, "(?i)([0-9a-f]{2}[:-]){5}[0-9a-f]{2}"),
            byForm("JSON", false, "(?s)\\{\\s*(\".*)?\\}|(?s)\\[\\s*[\\[{\"].*\\]"),
            byForm("COORDINATE_PAIR", false, "\\(?-?[0-9]{1,3}\\.[0-9]+, ?-?[0-9]{1,3}\\.[0-9]+\\)?"),
            byForm("IBAN", true, "[A-Z]{2}[0-9]{2}( ?[A-Z0-9]{4}){3,7}( ?[A-Z0-9]{1,3})?"),
            new Kind(
                    "CARD_NUMBER",
                    true,
                    true,
                    (h, v) -> h.contains("card", "creditcard") && CheckDigits.mostlyCards(v)),
            new Kind(
                    "SOCIAL_SECURITY_NUMBER",
                    true,
                    true,
                    (h, v) -> h.has("ssn")
                            || h.contains("social_security")
                            || matching(v, "[0-9]{3}-[0-9]{2}-[0-9]{4}") > MOST),
            new Kind("PHONE", true, true, SemanticTypes::phone),
            new Kind("POSTAL_CODE", false, true, SemanticTypes::postalCode),
            new Kind(
                    "FIPS_CODE",
                    false,
                    true,
                    (h, v) -> h.has("fips", "geoid", "geoids", "naics", "ein", "cusip", "isbn")
                            && matching(v, "[0-9A-Z.-]+") > MOST),
            new Kind(
                    "COUNTRY_CODE",
                    false,
                    false,
                    (h, v) -> h.has("country", "nation", "iso", "iso2", "iso3") && matching(v, "[A-Z]{2,3}") > MOST),
            new Kind("CURRENCY_CODE", false, false, (h, v) -> h.contains("currency") && matching(v, "[A-Z]{3}") > MOST),
            new Kind("COUNTRY", false, false, (h, v) -> h.has("country", "countries", "nation") && words(v)),
            new Kind("STATE", false, false, (h, v) -> h.has("state", "province") && words(v)),
            new Kind("CITY", false, false, (h, v) -> h.has("city", "town", "municipality") && words(v)),
            new Kind(
                    "ADDRESS",
                    true,
                    false,
                    (h, v) -> h.contains("address", "street")
                            && !h.has("email", "ip", "web")
                            && matching(v, ".*[A-Za-z].*") > MOST
                            && distinct(v) > 0.3),
            new Kind("PERSON_NAME", true, false, SemanticTypes::personName),
            new Kind(
                    "BIRTH_DATE",
                    true,
                    false,
                    (h, v) -> h.has("dob", "birthdate", "birthday") || h.contains("date_of_birth", "birth_date")),
            new Kind(
                    "LATITUDE",
                    false,
                    false,
                    (h, v) -> h.has("lat", "latitude") && matching(v, "[+-]?[0-9]{1,2}(\\.[0-9]+)?") > MOST),
            new Kind(
                    "LONGITUDE",
                    false,
                    false,
                    (h, v) -> h.has("lon", "lng", "long", "longitude")
                            && matching(v, "[+-]?[0-9]{1,3}(\\.[0-9]+)?") > MOST),
            new Kind(
                    "YEAR",
                    false,
                    false,
                    (h, v) -> (h.has("year", "yr", "yyyy", "jahr", "ano", "anio") || h.endsWith("year"))
                            && matching(v, "(1[5-9]|20|21)[0-9]{2}") > MOST));

    private SemanticTypes() {}

    static @Nullable Kind of(HeaderWords header, List<Cell> cells) {
        List<Cell> values = cells.stream()
                .filter(c -> !NullWords.isNull(c.text()))
                .limit(2_000)
                .toList();
        if (values.isEmpty()) {
            return null;
        }
        return KINDS.stream()
                .filter(k -> k.recognised.test(header, values))
                .findFirst()
                .orElse(null);
    }

    private static Kind byForm(String name, boolean personal, String form) {
        Pattern pattern = Pattern.compile(form);
        return new Kind(name, personal, true, (h, v) -> matching(v, pattern) > MOST);
    }

    private static boolean phone(HeaderWords header, List<Cell> values) {
        boolean said =
                (header.has("phone", "phones", "telephone", "tel", "mobile", "cell", "fax", "telefono", "telefon")
                                || header.contains("phone"))
                        && !header.has("model", "type", "ext", "brand");
        double form = matching(values, "\\+?[0-9(][0-9()./ -]{5,18}[0-9]( ?(x|ext\\.?) ?[0-9]{1,6})?");
        double certain = matching(values, "(\\+?1[-. ]?)?(\\([0-9]{3}\\) ?|[0-9]{3}[-.])[0-9]{3}[-.][0-9]{4}");
        return certain > MOST || (said && form > 0.7);
    }

    private static boolean postalCode(HeaderWords header, List<Cell> values) {
        boolean said = header.has("zip", "zipcode", "postal", "postcode", "plz", "zip5", "zip4", "cep", "postleitzahl")
                || header.contains("zip_code", "postal_code", "post_code", "codigo_postal");
        return said && matching(values, "[A-Za-z0-9][A-Za-z0-9 -]{1,9}") > MOST;
    }

    private static boolean personName(HeaderWords header, List<Cell> values) {
        boolean said = header.contains(
                        "first_name",
                        "last_name",
                        "firstname",
                        "lastname",
                        "surname",
                        "full_name",
                        "fullname",
                        "given_name",
                        "middle_name",
                        "maiden_name")
                || header.has("fname", "lname");
        return said && matching(values, "[\\p{L}][\\p{L} .,'’-]*") > MOST;
    }

    private static boolean words(List<Cell> values) {
        return matching(values, "[\\p{L}][\\p{L} .,'’()&-]*") > MOST;
    }

    private static double distinct(List<Cell> values) {
        return (double) values.size() / Math.max(1, Cell.rows(values));
    }

    private static double matching(List<Cell> values, String form) {
        return matching(values, Pattern.compile(form));
    }

    /** The share of different values of a form. */
    private static double matching(List<Cell> values, Pattern form) {
        long matching = values.stream()
                .filter(c -> c.text().length() <= 500 && form.matcher(c.text()).matches())
                .count();
        return (double) matching / values.size();
    }

    /** Kinds whose values stay text although they look like numbers. */
    static final Set<String> CODES = Set.of(
            "EMAIL",
            "URL",
            "UUID",
            "IP_ADDRESS",
            "MAC_ADDRESS",
            "JSON",
            "COORDINATE_PAIR",
            "IBAN",
            "CARD_NUMBER",
            "SOCIAL_SECURITY_NUMBER",
            "PHONE",
            "POSTAL_CODE",
            "FIPS_CODE");
}
