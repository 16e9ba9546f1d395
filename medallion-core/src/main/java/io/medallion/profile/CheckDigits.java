package io.medallion.profile;

import java.util.Map;

/** Check digits that tell a number of a kind from other digits. Each takes the value as it is written, with blanks and hyphens. */
final class CheckDigits {

    /** Lengths of the IBAN per country, from the registry of ISO 13616 kept by SWIFT. */
    private static final Map<String, Integer> IBAN_LENGTHS = ibanLengths(
            "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18"
                    + " FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21"
                    + " LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24"
                    + " RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30");

    private CheckDigits() {}

    /** ISO 13616: the length of the country, and remainder 1 of 97 (ISO 7064). */
    static boolean iban(String text) {
        String plain = bare(text);
        if (plain.length() < 15 || !plain.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]+")) {
            return false;
        }
        Integer length = IBAN_LENGTHS.get(plain.substring(0, 2));
        return length != null && length == plain.length() && mod97(plain.substring(4) + plain.substring(0, 4)) == 1;
    }

    /** ISO 17442: 20 characters, remainder 1 of 97. */
    static boolean lei(String text) {
        return text.matches("[A-Z0-9]{18}[0-9]{2}") && mod97(text) == 1;
    }

    private static int mod97(String text) {
        int rest = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 36);
            rest = (digit > 9 ? rest * 100 + digit : rest * 10 + digit) % 97;
        }
        return rest;
    }

    /** ISO/IEC 7812: 13 to 19 digits of a known issuer that satisfy Luhn. */
    static boolean card(String text) {
        String digits = bare(text);
        return digits.matches("(4|5[1-5]|2[2-7]|3[4-8]|6)[0-9]{11,18}") && digits.length() >= 13 && luhn(digits);
    }

    /** ISO/IEC 7812-1, annex B. */
    static boolean luhn(String text) {
        String digits = bare(text);
        if (!digits.matches("[0-9]{2,}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = i % 2 == 0 ? digit : digit * 2;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    /** GS1: GTIN-8, UPC-A, EAN-13 or GTIN-14. */
    static boolean ean(String text) {
        String digits = bare(text);
        if (!digits.matches("[0-9]{8}|[0-9]{12,14}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    /** ISO 2108: ten digits by 11, or thirteen of the article numbers that begin with 978 or 979. */
    static boolean isbn(String text) {
        String plain = bare(text);
        if (plain.matches("97[89][0-9]{10}")) {
            return ean(plain);
        }
        return plain.matches("[0-9]{9}[0-9X]") && weighted(plain, 10) % 11 == 0;
    }

    /** ISO 3297: eight digits by 11. */
    static boolean issn(String text) {
        String plain = bare(text);
        return text.matches("[0-9]{4}-?[0-9]{3}[0-9X]") && weighted(plain, 8) % 11 == 0;
    }

    /** The sum of the digits, the first by this weight, each following by one less; X is ten. */
    private static int weighted(String text, int first) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += (text.charAt(i) == 'X' ? 10 : text.charAt(i) - '0') * (first - i);
        }
        return sum;
    }

    /** ISO 3779 with the check digit of 49 CFR 565.15, which North America demands. */
    static boolean vin(String text) {
        if (!text.matches("[A-HJ-NPR-Z0-9]{17}")) {
            return false;
        }
        String values = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
        int[] weights = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += values.indexOf(text.charAt(i)) % 10 * weights[i];
        }
        int rest = sum % 11;
        return text.charAt(8) == (rest == 10 ? 'X' : (char) ('0' + rest));
    }

    /** ISO 6166: two letters, nine characters and a digit; Luhn over letters as two digits. */
    static boolean isin(String text) {
        if (!text.matches("[A-Z]{2}[A-Z0-9]{9}[0-9]")) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return luhn(digits.toString());
    }

    /** Without blanks, hyphens and dots, in capitals. */
    static String bare(String text) {
        return text.replaceAll("[ .\\-\u00A0]", "").toUpperCase(java.util.Locale.ROOT);
    }

    private static Map<String, Integer> ibanLengths(String text) {
        return java.util.Arrays.stream(text.split(" "))
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        w -> w.substring(0, 2), w -> Integer.valueOf(w.substring(2))));
    }
}
