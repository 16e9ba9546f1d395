package io.medallion.profile;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;
import java.util.regex.Pattern;

/** Telephone numbers by the numbering plans of the world, as libphonenumber holds them. */
final class PhoneNumbers {

    /** Enough to know a numbering plan by. */
    private static final int MOST = 200;

    /** Plans tried for numbers without a country, the largest ones in which open data and business tables are published. */
    private static final List<String> REGIONS = List.of(
            "US", "CO", "MX", "GB", "FR", "DE", "ES", "BR", "IT", "NL", "PT", "AU", "AR", "CL", "PE", "IN", "BE", "CH",
            "AT", "SE", "DK", "NO", "FI", "PL", "IE", "NZ", "ZA", "TR", "JP", "CN", "SG", "EC", "VE", "UY");

    private static final Pattern FORM = Pattern.compile(
            "\\+?[0-9(][0-9()./ \u00A0\u2010-\u2013-]{4,20}[0-9)]( ?(x|ext?\\.?|#|int\\.?) ?[0-9]{1,6})?");
    private static final Pattern SEPARATED = Pattern.compile("\\+.*|.*[0-9)][-. /][0-9(].*");
    /** Written as nothing else is: with the plus sign or the area in parentheses, or in three groups or more. */
    private static final Pattern GROUPED = Pattern.compile(
            "(\\+|00)[1-9][0-9]{0,3}[ ./(-].*|.*\\([0-9]{2,5}\\).*|(1[ .-])?[0-9]{2,4}([-./ ][0-9]{2,4}){2,5}( ?(x|ext?\\.?) ?[0-9]+)?");

    /** Fewer digits may be a date. */
    private static final int MORE_THAN_A_DATE = 9;

    private static final Pattern SEVERAL = Pattern.compile("\\s*[/;,|]\\s*|\\s+(or|y|o|et|und|and)\\s+");

    private PhoneNumbers() {}

    /** Whether it has the form of a number, or of several. */
    static boolean form(String text) {
        for (String one : SEVERAL.split(text, 4)) {
            long digits = one.chars().filter(c -> c >= '0' && c <= '9').count();
            if (digits < 6 || digits > 21 || !FORM.matcher(one.strip()).matches()) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is written in groups, or with the plus sign of a country. */
    static boolean separated(String text) {
        return SEPARATED.matcher(text).matches();
    }

    /** Whether it can hardly be anything else than a number of a telephone. */
    static boolean certain(String text) {
        return form(text)
                && GROUPED.matcher(text).matches()
                && text.chars().filter(c -> c >= '0' && c <= '9').count() >= MORE_THAN_A_DATE;
    }

    /** The share of values that are valid in the one plan that fits most of them. */
    static double valid(Sample sample) {
        List<String> some =
                sample.values().stream().filter(PhoneNumbers::form).limit(MOST).toList();
        long best = 0;
        for (String region : REGIONS) {
            best = Math.max(best, some.stream().filter(v -> valid(v, region)).count());
            if (best * 10 >= some.size() * 9L) {
                break;
            }
        }
        return some.isEmpty() ? 0 : (double) best / some.size() * sample.share(PhoneNumbers::form);
    }

    private static boolean valid(String text, String region) {
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
        try {
            return plans.isValidNumber(plans.parse(SEVERAL.split(text, 2)[0], region));
        } catch (NumberParseException other) {
            return false;
        }
    }
}
