package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.NearestName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * JSON of the library's values, written canonically and read strictly. Thread-safe.
 *
 * <p>The shape is decided by annotations on the values, so a host that returns one from a web controller gets the same
 * JSON with its own mapper. Reading is bounded ({@value #MAX_CHARS} characters, {@value #MAX_DEPTH} levels), refuses
 * unknown and duplicate fields, coerces nothing, and reports the path of what is wrong.
 */
public final class Json {

    /** The longest text that is read. */
    public static final int MAX_CHARS = 16 * 1024 * 1024;

    /** The deepest nesting that is read. */
    public static final int MAX_DEPTH = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxDocumentLength(MAX_CHARS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(LogicalType.Textual, c -> {
                c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                c.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                c.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            })
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    /** The value as JSON on one line, properties and map keys in alphabetical order, nulls left out. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(value.getClass() + " cannot be written as JSON", impossible);
        }
    }

    /** The value as indented JSON that ends with a line feed, for files under version control. */
    public static String pretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(value)
                            .replace(System.lineSeparator(), "\n")
                    + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(value.getClass() + " cannot be written as JSON", impossible);
        }
    }

    /** Reads a value. Throws {@link MedallionException} with the JSON path of what is wrong. */
    public static <T> T read(String json, Class<T> type) {
        if (json.length() > MAX_CHARS) {
            throw new MedallionException(
                    Problem.at("$", "is longer than " + MAX_CHARS + " characters and was not read."));
        }
        try {
            T value = MAPPER.readValue(json, type);
            return Objects.requireNonNull(value, "null is not a value");
        } catch (JsonProcessingException wrong) {
            throw refusal(wrong);
        } catch (NullPointerException absent) {
            throw new MedallionException(Problem.at("$", "null is not a " + type.getSimpleName() + "."));
        }
    }

    /** SHA-256 over the canonical JSON, its first 16 bytes as 32 hexadecimal digits. */
    public static String fingerprint(Object value) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(write(value).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static MedallionException refusal(JsonProcessingException wrong) {
        if (wrong instanceof JsonMappingException mapping) {
            String path = path(mapping);
            for (Throwable cause = wrong.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof MedallionException ours) {
                    return new MedallionException(
                            ours.problems().stream()
                                    .map(p -> new Problem(
                                            p.path().isEmpty() ? path : path + ": " + p.path(),
                                            p.message(),
                                            p.advice()))
                                    .toList(),
                            wrong);
                }
            }
            if (wrong instanceof UnrecognizedPropertyException unknown) {
                List<String> known = unknown.getKnownPropertyIds() == null
                        ? List.of()
                        : unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .toList();
                String advice = NearestName.of(unknown.getPropertyName(), known)
                        .map(near -> "Did you mean '" + near + "'?")
                        .orElse("Known fields: " + String.join(", ", known) + ".");
                return new MedallionException(List.of(new Problem(path, "is not a known field.", advice)), wrong);
            }
            return new MedallionException(List.of(Problem.at(path, sentence(mapping.getOriginalMessage()))), wrong);
        }
        String where = wrong.getLocation() == null
                ? "$"
                : "$ (line " + wrong.getLocation().getLineNr() + ", column "
                        + wrong.getLocation().getColumnNr() + ")";
        return new MedallionException(List.of(Problem.at(where, sentence(wrong.getOriginalMessage()))), wrong);
    }

    private static String path(JsonMappingException mapping) {
        String steps = mapping.getPath().stream()
                .map(step -> step.getFieldName() != null ? "." + step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining());
        return "$" + steps;
    }

    private static String sentence(String message) {
        String first = message.lines().findFirst().orElse("cannot be read");
        int packages = first.indexOf(" (class ");
        return packages > 0 ? first.substring(0, packages) + "." : first;
    }
}
