package io.medallion.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.medallion.semantic.SemanticModel;
import io.medallion.semantic.SemanticQuery;
import io.medallion.semantic.ShopModel;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Run with {@code -Dmedallion.golden=update} to publish the schemas again. */
class JsonSchemaTest {

    private static final SemanticQuery QUERY = SemanticQuery.measure("revenue")
            .and(Measure.count())
            .by(Grouping.month("ordered_at"))
            .by("region")
            .where("status = 'paid'")
            .having("revenue > 0")
            .orderByDescending("count")
            .limit(10);

    static Stream<Arguments> published() {
        return Stream.of(
                Arguments.of("bronze-spec", BronzeSpec.class, Specimens.BRONZE.toJson()),
                Arguments.of("silver-spec", SilverSpec.class, Specimens.ORDERS.toJson()),
                Arguments.of("gold-spec", GoldSpec.class, Specimens.REVENUE.toJson()),
                Arguments.of("gold-spec", GoldSpec.class, Specimens.DIMENSION.toJson()),
                Arguments.of("pipeline-spec", PipelineSpec.class, Specimens.SHOP.toJson()),
                Arguments.of("semantic-model", SemanticModel.class, ShopModel.SHOP.toJson()),
                Arguments.of("semantic-query", SemanticQuery.class, QUERY.toJson()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void the_published_schema_is_that_of_the_declarations(String name, Class<?> type, String json) throws Exception {
        if ("update".equals(System.getProperty("medallion.golden"))) {
            Path file = Path.of("src/main/resources/io/medallion/schema", name + ".schema.json");
            Files.createDirectories(file.getParent());
            Files.writeString(file, JsonSchema.of(type));
            return;
        }
        assertThat(JsonSchema.of(type)).isEqualTo(resource(name));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void what_the_library_writes_is_valid(String name, Class<?> type, String json) {
        assertThat(validator(type).validate(json, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void an_unknown_field_is_not_valid(String name, Class<?> type, String json) {
        String wrong = json.replaceFirst("\\{", "{\"surprise\":1,");

        assertThat(validator(type).validate(wrong, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void a_wrong_kind_deep_inside_is_not_valid() {
        String wrong = Specimens.ORDERS
                .toJson()
                .replace("\"kind\":\"drop-row\"", "\"kind\":\"explode\"")
                .replace("\"kind\":\"fill\"", "\"kind\":\"explode\"");

        assertThat(validator(SilverSpec.class).validate(wrong, InputFormat.JSON))
                .isNotEmpty();
    }

    private static com.networknt.schema.JsonSchema validator(Class<?> type) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(io.medallion.spec.JsonSchema.of(type));
    }

    private static String resource(String name) throws Exception {
        try (InputStream in =
                JsonSchemaTest.class.getResourceAsStream("/io/medallion/schema/" + name + ".schema.json")) {
            assertThat(in).as("published schema of %s", name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
