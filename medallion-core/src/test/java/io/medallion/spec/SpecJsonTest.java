package io.medallion.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.medallion.MedallionException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpecJsonTest {

    static Iterable<LayerSpec> specs() {
        return Specimens.SHOP.all();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void every_spec_comes_back_from_its_json(LayerSpec spec) {
        LayerSpec back = LayerSpec.fromJson(spec.toJson());

        assertThat(back).isEqualTo(spec);
        assertThat(back.toJson()).isEqualTo(spec.toJson());
        assertThat(back.fingerprint()).isEqualTo(spec.fingerprint());
    }

    @ParameterizedTest
    @MethodSource("specs")
    void a_plain_mapper_of_the_host_writes_what_the_library_reads(LayerSpec spec) throws Exception {
        String foreign = new ObjectMapper().writeValueAsString(spec);

        assertThat(LayerSpec.fromJson(foreign)).isEqualTo(spec);
        assertThat(JsonMapper.builder().build().readTree(foreign))
                .isEqualTo(JsonMapper.builder().build().readTree(spec.toJson()));
    }

    @Test
    void a_pipeline_comes_back_from_its_json_and_from_its_directory(@TempDir Path directory) throws Exception {
        assertThat(PipelineSpec.fromJson(Specimens.SHOP.toJson())).isEqualTo(Specimens.SHOP);

        Specimens.SHOP.write(directory);

        assertThat(PipelineSpec.read(directory)).isEqualTo(Specimens.SHOP);
        assertThat(Files.readString(directory.resolve("silver/orders.json")))
                .startsWith("{\n")
                .endsWith("}\n");
    }

    @Test
    void writing_again_removes_the_files_of_tables_that_are_gone(@TempDir Path directory) {
        Specimens.SHOP.write(directory);

        Specimens.SHOP
                .without(io.medallion.Layer.GOLD, "revenue_by_month_segment")
                .write(directory);

        assertThat(PipelineSpec.read(directory).gold()).isEmpty();
    }

    @Test
    void strange_table_names_make_files_of_their_own(@TempDir Path directory) {
        PipelineSpec strange = PipelineSpec.empty("p")
                .with(BronzeSpec.of("../up", "a"), BronzeSpec.of("Büro/%", "a"), BronzeSpec.of("orders", "a"));

        strange.write(directory);

        assertThat(PipelineSpec.read(directory)).isEqualTo(strange);
        assertThat(directory.resolve("bronze").toFile().list()).hasSize(3);
    }

    @Test
    void fingerprints_are_the_same_on_every_machine() {
        SilverSpec spec = SilverSpec.of("orders", SilverColumn.column("id").as(Parse.integer()));

        assertThat(spec.fingerprint()).isEqualTo("40f8be6e5de9d1a31c8c9f57adce0802");
    }

    @Test
    void annotations_leave_the_fingerprint_as_it_is_and_rules_change_it() {
        SilverSpec described = Specimens.ORDERS.withColumn(
                "status", c -> c.annotated(new Annotations(null, Role.DIMENSION, false, null, "how far it is")));
        SilverSpec stricter = Specimens.ORDERS.withColumn("status", c -> c.check(Check.notNull()));

        assertThat(described).isNotEqualTo(Specimens.ORDERS);
        assertThat(described.fingerprint()).isEqualTo(Specimens.ORDERS.fingerprint());
        assertThat(stricter.fingerprint()).isNotEqualTo(Specimens.ORDERS.fingerprint());
    }

    @Test
    void an_unknown_field_is_refused_with_its_path_and_the_nearest_name() {
        String json = Specimens.ORDERS.toJson().replaceFirst("\"nullWords\"", "\"nullWord\"");

        assertThatThrownBy(() -> SilverSpec.fromJson(json))
                .isInstanceOf(MedallionException.class)
                .hasMessage("$.columns[0].nullWord is not a known field. Did you mean 'nullWords'?");
    }

    @Test
    void a_wrong_type_is_refused_with_its_path() {
        String json = "{\"layer\":\"silver\",\"format\":1,\"table\":7,\"columns\":[]}";

        assertThatThrownBy(() -> SilverSpec.fromJson(json))
                .isInstanceOf(MedallionException.class)
                .hasMessageStartingWith("$.table: ");
    }

    @Test
    void a_wrong_expression_is_refused_with_its_path_and_position() {
        String json = Specimens.ORDERS.toJson().replace("amount >= 0 OR paid", "amount >= ; OR paid");

        assertThatThrownBy(() -> SilverSpec.fromJson(json))
                .isInstanceOf(MedallionException.class)
                .hasMessageStartingWith("$.checks[0].rule.predicate: ");
    }

    @Test
    void what_is_no_json_is_refused_with_line_and_column() {
        assertThatThrownBy(() -> LayerSpec.fromJson("{\n  \"layer\": silver }"))
                .isInstanceOf(MedallionException.class)
                .hasMessageStartingWith("$ (line 2, column");
    }

    @Test
    void another_format_is_refused() {
        String json = Specimens.ORDERS.toJson().replace("\"format\":1", "\"format\":2");

        assertThatThrownBy(() -> LayerSpec.fromJson(json))
                .hasMessageContaining("format 2")
                .hasMessageContaining("This release reads format 1");
    }
}
