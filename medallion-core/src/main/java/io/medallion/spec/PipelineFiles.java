package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.semantic.SemanticModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A pipeline spec as a directory of JSON files. */
final class PipelineFiles {

    private static final String PIPELINE = "pipeline.json";
    private static final String ENDING = ".json";

    /** What {@code pipeline.json} holds. */
    private record Header(String name, @Nullable SemanticModel model) {
        @JsonCreator
        Header(
                @JsonProperty(value = "name", required = true) String name,
                @JsonProperty("model") @Nullable SemanticModel model) {
            this.name = name;
            this.model = model;
        }
    }

    private PipelineFiles() {}

    static PipelineSpec read(Path directory) {
        Path header = directory.resolve(PIPELINE);
        if (!Files.isRegularFile(header)) {
            throw new MedallionException(Problem.at(header.toString(), "is not there.")
                    .advise("Name a directory that PipelineSpec.write(..) has written."));
        }
        Header head = read(header, Header.class);
        return new PipelineSpec(
                head.name(),
                readAll(directory, Layer.BRONZE, BronzeSpec.class),
                readAll(directory, Layer.SILVER, SilverSpec.class),
                readAll(directory, Layer.GOLD, GoldSpec.class),
                head.model());
    }

    static void write(PipelineSpec spec, Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(PIPELINE), Json.pretty(new Header(spec.name(), spec.statedModel())));
            writeAll(directory, Layer.BRONZE, spec.bronze());
            writeAll(directory, Layer.SILVER, spec.silver());
            writeAll(directory, Layer.GOLD, spec.gold());
        } catch (IOException failed) {
            throw unwritable(directory, failed);
        }
    }

    private static void writeAll(Path directory, Layer layer, List<? extends LayerSpec> specs) throws IOException {
        Path folder = folder(directory, layer);
        Set<String> written = new TreeSet<>();
        for (LayerSpec spec : specs) {
            Files.createDirectories(folder);
            String name = fileName(spec.table());
            written.add(name);
            Files.writeString(folder.resolve(name), Json.pretty(spec));
        }
        for (Path file : files(folder)) {
            if (!written.contains(file.getFileName().toString())) {
                Files.delete(file);
            }
        }
    }

    private static <S extends LayerSpec> List<S> readAll(Path directory, Layer layer, Class<S> type) {
        List<S> specs = new ArrayList<>();
        try {
            for (Path file : files(folder(directory, layer))) {
                specs.add(read(file, type));
            }
        } catch (IOException failed) {
            throw unreadable(directory, failed);
        }
        return specs;
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            return Json.read(Files.readString(file), type);
        } catch (MedallionException wrong) {
            throw new MedallionException(
                    wrong.problems().stream()
                            .map(p -> new Problem(file + ": " + p.path(), p.message(), p.advice()))
                            .toList(),
                    wrong);
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(f -> f.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static Path folder(Path directory, Layer layer) {
        return directory.resolve(layer.name().toLowerCase(Locale.ROOT));
    }

    /** The table as a file name: what every file system takes as it is, the rest as %XX of its UTF-8 bytes. */
    private static String fileName(String table) {
        StringBuilder name = new StringBuilder();
        for (byte b : table.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '_' || b == '-';
            name.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b & 0xFF));
        }
        return name + ENDING;
    }

    private static MedallionException unreadable(Path path, IOException failed) {
        return new MedallionException(
                List.of(Problem.at(path.toString(), "cannot be read: " + failed.getMessage() + ".")
                        .advise("Check that it is UTF-8 text this process may read.")),
                failed);
    }

    private static MedallionException unwritable(Path path, IOException failed) {
        return new MedallionException(
                List.of(Problem.at(path.toString(), "cannot be written: " + failed.getMessage() + ".")
                        .advise("Check that the directory exists and has space.")),
                failed);
    }
}
