package io.medallion.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private static final List<String> MODULES =
            List.of("medallion-core", "medallion-jdbc", "medallion-llm", "medallion-examples");

    private static final int MOST_LINES = 400;

    private static final Set<String> TEST_ANNOTATIONS = Set.of("@Test", "@Property", "@ParameterizedTest");

    @Test
    void no_java_file_is_longer_than_400_lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : javaFiles(top())) {
            long lines;
            try (Stream<String> text = Files.lines(file)) {
                lines = text.count();
            }
            if (lines > MOST_LINES) {
                tooLong.add(file + ": " + lines);
            }
        }
        assertThat(tooLong).as("files over %d lines", MOST_LINES).isEmpty();
    }

    @Test
    void every_class_with_tests_has_a_name_the_build_runs() throws IOException {
        List<String> neverRun = new ArrayList<>();
        for (Path file : javaFiles(top())) {
            boolean tests = Files.readString(file).lines().map(String::strip).anyMatch(TEST_ANNOTATIONS::contains);
            String name = file.getFileName().toString();
            if (tests && !name.endsWith("Test.java") && !name.endsWith("Properties.java")) {
                neverRun.add(file.toString());
            }
        }
        assertThat(neverRun)
                .as("classes with tests that the build does not run")
                .isEmpty();
    }

    @Test
    void the_top_shows_the_modules_the_readme_and_the_pom_alone() throws IOException {
        List<String> allowed = new ArrayList<>(MODULES);
        allowed.addAll(List.of("README.md", "pom.xml"));
        try (Stream<Path> entries = Files.list(top())) {
            assertThat(entries.map(entry -> entry.getFileName().toString())
                            .filter(name -> !name.startsWith(".") && !name.equals("target") && !name.endsWith(".iml")))
                    .as("visible at the top of the repository")
                    .isSubsetOf(allowed);
        }
    }

    private static List<Path> javaFiles(Path top) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : MODULES) {
            Path sources = top.resolve(module).resolve("src");
            if (Files.isDirectory(sources)) {
                try (Stream<Path> tree = Files.walk(sources)) {
                    tree.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
                }
            }
        }
        return files;
    }

    /** The directory that holds all modules; a test run outside a checkout has none and is left out. */
    private static Path top() {
        for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            if (Files.exists(here.resolve("pom.xml"))
                    && MODULES.stream().map(here::resolve).allMatch(Files::isDirectory)) {
                return here;
            }
        }
        return abort("not in a checkout: no directory above holds all the modules");
    }
}
