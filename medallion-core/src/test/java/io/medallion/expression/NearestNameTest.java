package io.medallion.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    private static final List<String> NAMES = List.of("customer_id", "email", "amount", "Order Date");

    @Test
    void finds_the_name_with_the_fewest_edits_in_any_case() {
        assertThat(NearestName.of("e_mail", NAMES)).hasValue("email");
        assertThat(NearestName.of("EMAIL", NAMES)).hasValue("email");
        assertThat(NearestName.of("order date", NAMES)).hasValue("Order Date");
        assertThat(NearestName.of("costumer_di", NAMES)).hasValue("customer_id");
    }

    @Test
    void counts_a_swap_of_neighbours_once() {
        assertThat(NearestName.of("ab", List.of("xb", "ba"))).hasValue("xb");
        assertThat(NearestName.of("abcdef", List.of("bacdfe"))).hasValue("bacdfe");
        assertThat(NearestName.of("abcdef", List.of("badcfe"))).isEmpty();
    }

    @Test
    void takes_two_edits_or_a_third_of_the_length() {
        assertThat(NearestName.of("amxxt", NAMES)).isEmpty();
        assertThat(NearestName.of("amount12", NAMES)).hasValue("amount");
        assertThat(NearestName.of("amount123", NAMES)).hasValue("amount");
        assertThat(NearestName.of("amount1234", NAMES)).isEmpty();
    }

    @Test
    void takes_no_name_that_shares_nothing() {
        assertThat(NearestName.of("x", List.of("y", "ab"))).isEmpty();
        assertThat(NearestName.of("xy", List.of("ab"))).isEmpty();
        assertThat(NearestName.of("", List.of("a"))).isEmpty();
        assertThat(NearestName.of("a", List.of())).isEmpty();
    }

    @Test
    void gives_the_first_of_equally_near_names() {
        assertThat(NearestName.of("cat", List.of("bat", "rat"))).hasValue("bat");
    }

    @Test
    void words_the_advice() {
        assertThat(NearestName.advice("emial", NAMES)).isEqualTo("Did you mean 'email'?");
        assertThat(NearestName.advice("zzz", NAMES)).isEmpty();
    }
}
