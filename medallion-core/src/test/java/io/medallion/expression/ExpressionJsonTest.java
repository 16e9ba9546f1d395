package io.medallion.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpressionJsonTest {

    private final ObjectMapper mapper = new ObjectMapper();

    record Held(Expression expression, ColumnRef column, Literal literal, List<Expression> list) {}

    @Test
    void every_part_is_its_text() throws Exception {
        Held held = new Held(
                Expression.parse("a + 1"),
                ColumnRef.of("t", "order"),
                Literal.of("it's"),
                List.of(Literal.of(1), ColumnRef.of("b")));

        String json = mapper.writeValueAsString(held);

        assertThat(json)
                .isEqualTo("{\"expression\":\"a + 1\",\"column\":\"t.\\\"order\\\"\",\"literal\":\"'it''s'\","
                        + "\"list\":[\"1\",\"b\"]}");
        assertThat(mapper.readValue(json, Held.class)).isEqualTo(held);
        assertThat(mapper.writeValueAsString(Map.of("x", Aggregate.count().call())))
                .isEqualTo("{\"x\":\"COUNT(*)\"}");
    }

    @Test
    void refuses_text_of_another_kind() {
        assertThatThrownBy(() -> mapper.readValue("\"a + 1\"", ColumnRef.class))
                .hasMessageContaining("Expected the end of the name but found '+'");
        assertThatThrownBy(() -> mapper.readValue("\"a\"", Literal.class))
                .hasMessageContaining("A literal is expected");
        assertThatThrownBy(() -> mapper.readValue("\"pg_sleep(1)\"", Expression.class))
                .hasMessageContaining("Function 'pg_sleep' is not on the list");
    }
}
