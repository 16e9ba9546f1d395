package io.medallion.profile;

import java.util.regex.Pattern;

/** Numbers that states give to persons, where a check digit tells them from other numbers. */
final class NationalIds {

    private static final Pattern ISSUED_SSN = Pattern.compile("(?!000|666|9)[0-9]{3}-(?!00)[0-9]{2}-(?!0000)[0-9]{4}");
    private static final Pattern ISSUED_CURP = Pattern.compile("[A-Z]{4}[0-9]{6}[HMX][A-Z]{5}[A-Z0-9][0-9]");
    private static final Pattern PLAIN_DIGITS = Pattern.compile("[0-9]{7,15}");

    private NationalIds() {}

    /** As the Social Security Administration issues them, with hyphens. */
    static boolean ssn(String text) {
        return ISSUED_SSN.matcher(text).matches();
    }

    /** Whether the form alone, letters and check characters included, is that of a national number. */
    static boolean certain(String text) {
        String bare = CheckDigits.bare(text);
        return spain(bare) || italy(bare) || ISSUED_CURP.matcher(bare).matches() || brazil(text);
    }

    /** Whether the digits satisfy the rule of some country. */
    static boolean checked(String text) {
        String bare = CheckDigits.bare(text);
        return certain(text)
                || chile(bare)
                || poland(bare)
                || netherlands(bare)
                || france(bare)
                || PLAIN_DIGITS.matcher(bare).matches() && bare.length() == 9 && CheckDigits.luhn(bare);
    }

    /** DNI and NIE: digits and the letter of their remainder of 23 (Real Decreto 1553/2005). */
    private static boolean spain(String bare) {
        if (!bare.matches("[0-9XYZ][0-9]{7}[A-HJ-NP-TV-Z]")) {
            return false;
        }
        String digits = bare.substring(0, 8).replace('X', '0').replace('Y', '1').replace('Z', '2');
        return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(digits) % 23) == bare.charAt(8);
    }

    /** Codice fiscale with its check letter (D.M. 23 December 1976). */
    private static boolean italy(String bare) {
        if (!bare.matches("[A-Z]{6}[0-9]{2}[A-EHLMPR-T][0-9]{2}[A-Z][0-9]{3}[A-Z]")) {
            return false;
        }
        String odd = "BAFHJNPRTVCESULDGIMOQKWZYX";
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = bare.charAt(i);
            int place = Cell.isDigit(c) ? c - '0' : c - 'A';
            sum += i % 2 == 1 ? place : odd.charAt(place) - 'A';
        }
        return bare.charAt(15) == 'A' + sum % 26;
    }

    /** CPF: eleven digits, two of them checks; only as it is written, with dots and a hyphen. */
    private static boolean brazil(String text) {
        return text.matches("[0-9]{3}\\.[0-9]{3}\\.[0-9]{3}-[0-9]{2}") && cpf(CheckDigits.bare(text));
    }

    static boolean cpf(String digits) {
        return digits.matches("[0-9]{11}")
                && digits.chars().distinct().count() > 1
                && cpfDigit(digits, 9) == digits.charAt(9) - '0'
                && cpfDigit(digits, 10) == digits.charAt(10) - '0';
    }

    private static int cpfDigit(String digits, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (digits.charAt(i) - '0') * (length + 1 - i);
        }
        return sum * 10 % 11 % 10;
    }

    /** RUT: digits and their check by 11. */
    private static boolean chile(String bare) {
        if (!bare.matches("[0-9]{7,8}[0-9K]")) {
            return false;
        }
        int sum = 0;
        int last = bare.length() - 2;
        for (int i = last; i >= 0; i--) {
            sum += (bare.charAt(i) - '0') * (2 + (last - i) % 6);
        }
        int check = 11 - sum % 11;
        return bare.charAt(last + 1) == (check == 11 ? '0' : check == 10 ? 'K' : (char) ('0' + check));
    }

    /** PESEL: eleven digits with weights 1, 3, 7, 9. */
    private static boolean poland(String bare) {
        if (!bare.matches("[0-9]{11}")) {
            return false;
        }
        int[] weights = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1};
        int sum = 0;
        for (int i = 0; i < 11; i++) {
            sum += (bare.charAt(i) - '0') * weights[i];
        }
        return sum % 10 == 0;
    }

    /** Burgerservicenummer: nine digits by 11. */
    private static boolean netherlands(String bare) {
        if (!bare.matches("[0-9]{9}")) {
            return false;
        }
        int sum = -(bare.charAt(8) - '0');
        for (int i = 0; i < 8; i++) {
            sum += (bare.charAt(i) - '0') * (9 - i);
        }
        return sum % 11 == 0;
    }

    /** Numéro de sécurité sociale: thirteen digits and 97 less their remainder of 97. */
    private static boolean france(String bare) {
        return bare.matches("[12][0-9]{14}")
                && Long.parseLong(bare.substring(0, 13)) % 97 == 97 - Long.parseLong(bare.substring(13));
    }
}
