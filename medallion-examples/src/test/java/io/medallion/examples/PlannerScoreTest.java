package io.medallion.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerScoreTest {

    @TempDir
    private Path folder;

    @Test
    void a_file_that_cannot_be_loaded_takes_no_other_with_it() throws IOException {
        Path set = Files.createDirectories(folder.resolve("01-files"));
        Files.writeString(
                set.resolve("truth.json"),
                """
                {"files": [{"path": "empty.csv"}, {"path": "missing.csv"}, {"path": "packed.csv.gz"},
                           {"path": "a [1] b.csv"}]}""");
        Files.writeString(set.resolve("empty.csv"), "");
        Files.writeString(set.resolve("a [1] b.csv"), "city;people\nBonn;3\nUlm;4\nJena;5\n");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(set.resolve("packed.csv.gz")))) {
            packed.write("n,t\n1,x\n2,y\n".getBytes(StandardCharsets.UTF_8));
        }
        Path lists = Files.createDirectories(folder.resolve("02-lists"));
        Files.writeString(
                lists.resolve("truth.json"),
                """
                {"cases": [{"id": "a", "values": ["1", "2", null], "accept": ["INTEGER"], "locale_dependent": false},
                           {"id": "b", "values": ["x", "y"], "accept": ["DATE"], "locale_dependent": true}]}""");

        String said = scored();

        JsonNode predictions =
                new ObjectMapper().readTree(folder.resolve("predictions.json").toFile());
        assertThat(predictions.at("/01-files~1a [1] b.csv/rows").asInt()).isEqualTo(3);
        assertThat(predictions.at("/01-files~1a [1] b.csv/columns/1/sum").asText())
                .isEqualTo("12");
        assertThat(predictions.at("/01-files~1a [1] b.csv/dialect/delimiter").asText())
                .isEqualTo(";");
        assertThat(predictions.at("/01-files~1packed.csv.gz/rows").asInt()).isEqualTo(2);
        assertThat(predictions.at("/02-lists~1a/columns/0/type").asText()).isEqualTo("INTEGER");
        assertThat(said)
                .contains("01-files/empty.csv: ", "is empty (0 bytes)", "01-files/missing.csv: ", "does not exist")
                .contains("02-lists: 1 of 2 lists have the right type, 2 with those left as text;"
                        + " 1 of 1 where no locale matters.")
                .contains("b: TEXT instead of [\"DATE\"], such as [x, y]");
    }

    private String scored() throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            PlannerScore.main(new String[] {
                folder.toString(), folder.resolve("predictions.json").toString()
            });
        } finally {
            System.setOut(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
