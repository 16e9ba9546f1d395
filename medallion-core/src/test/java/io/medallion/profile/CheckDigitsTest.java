package io.medallion.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples are those the standards and registries publish. */
class CheckDigitsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89370400440532013000",
                "GB82 WEST 1234 5698 7654 32",
                "FR1420041010050500013M02606",
                "NL91ABNA0417164300",
                "BR1800360305000010009795493C1",
                "MT84MALT011000012345MTLCAST001S",
                "NO9386011117947"
            })
    void account_numbers_of_the_registry_pass_and_their_neighbours_do_not(String iban) {
        refusesEveryOtherDigit(CheckDigits::iban, iban);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "5500005555555559", "378282246310005", "6011111111111117"})
    void numbers_of_cards_satisfy_luhn(String card) {
        refusesEveryOtherDigit(CheckDigits::card, card);
    }

    @ParameterizedTest
    @ValueSource(strings = {"978-3-16-148410-0", "0-306-40615-2", "080442957X"})
    void numbers_of_books_have_ten_or_thirteen_digits(String isbn) {
        refusesEveryOtherDigit(CheckDigits::isbn, isbn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4006381333931", "036000291452", "96385074", "10614141000415"})
    void numbers_of_articles_have_eight_twelve_thirteen_or_fourteen_digits(String ean) {
        refusesEveryOtherDigit(CheckDigits::ean, ean);
    }

    @Test
    void other_numbers_follow_their_own_rules() {
        refusesEveryOtherDigit(CheckDigits::issn, "0378-5955");
        refusesEveryOtherDigit(CheckDigits::vin, "1M8GDM9AXKP042788");
        refusesEveryOtherDigit(CheckDigits::isin, "US0378331005");
        refusesEveryOtherDigit(CheckDigits::lei, "5493001KJTIIGC8Y1R12");
        refusesEveryOtherDigit(NationalIds::cpf, "52998224725");
        refusesEveryOtherDigit(NationalIds::certain, "12345678Z");
        refusesEveryOtherDigit(NationalIds::certain, "RSSMRA85T10A562S");
        refusesEveryOtherDigit(NationalIds::checked, "44051401359");
        assertThat(NationalIds.checked("12.345.678-5")).as("a RUT of Chile").isTrue();
        assertThat(NationalIds.checked("111222333"))
                .as("a BSN of the Netherlands")
                .isTrue();
        assertThat(NationalIds.checked("255081416802538")).as("a NIR of France").isTrue();
        assertThat(NationalIds.checked("255081416802539")).isFalse();
    }

    @Test
    void numbers_that_are_never_issued_are_no_social_security_numbers() {
        assertThat(NationalIds.ssn("078-05-1121")).isTrue();
        assertThat(NationalIds.ssn("000-05-1121")).isFalse();
        assertThat(NationalIds.ssn("666-05-1121")).isFalse();
        assertThat(NationalIds.ssn("900-05-1121")).isFalse();
        assertThat(NationalIds.ssn("123-00-1121")).isFalse();
    }

    /** A check digit finds every single wrong digit; the length and the letters of an IBAN count too. */
    private static void refusesEveryOtherDigit(Predicate<String> check, String number) {
        assertThat(check).accepts(number);
        int last = number.length() - 1;
        while (!Character.isDigit(number.charAt(last))) {
            last--;
        }
        for (char other = '0'; other <= '9'; other++) {
            if (other != number.charAt(last)) {
                assertThat(check).rejects(number.substring(0, last) + other + number.substring(last + 1));
            }
        }
        assertThat(check).rejects(number + "7", number.substring(1));
    }
}
