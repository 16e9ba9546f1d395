package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The JSON Schema (draft 2020-12) of a spec, read from the very declarations that read its JSON.
 *
 * <p>The schemas are published with the library as {@code io/medallion/schema/<name>.schema.json}. They say less than the
 * library checks: columns that refer to one another, expressions, patterns.
 */
public final class JsonSchema {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private final Map<String, Object> definitions = new TreeMap<>();

    private JsonSchema() {}

    /** The schema of a value that is read from JSON, as indented JSON. */
    public static String of(Class<?> type) {
        JsonSchema schema = new JsonSchema();
        Object root = schema.type(type);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", DRAFT);
        document.put("title", type.getSimpleName());
        document.put("allOf", List.of(root));
        document.put("$defs", schema.definitions);
        return Json.pretty(document);
    }

    private Object type(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return Collection.class.isAssignableFrom(raw)
                    ? Map.of("type", "array", "items", type(last))
                    : Map.of("type", "object", "additionalProperties", type(last));
        }
        Class<?> plain = (Class<?>) type;
        if (plain == boolean.class || plain == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (plain == int.class || plain == Integer.class || plain == long.class || plain == Long.class) {
            return Map.of("type", "integer");
        }
        if (plain == double.class || plain == Double.class) {
            return Map.of("type", "number");
        }
        return plain == String.class || isText(plain) ? Map.of("type", "string") : reference(plain);
    }

    private Object reference(Class<?> type) {
        String name = name(type);
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, definition(type));
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    private Object definition(Class<?> type) {
        if (type.isEnum()) {
            return Map.of(
                    "enum",
                    Arrays.stream(type.getEnumConstants())
                            .map(c -> ((Enum<?>) c).name())
                            .toList());
        }
        JsonSubTypes kinds = type.getAnnotation(JsonSubTypes.class);
        if (kinds == null) {
            return type.isSealed() ? Map.of("oneOf", permitted(type)) : object(type, tag(type));
        }
        return Map.of(
                "oneOf",
                Arrays.stream(kinds.value())
                        .map(kind -> reference(kind.value()))
                        .toList());
    }

    private List<Object> permitted(Class<?> type) {
        return Arrays.stream(type.getPermittedSubclasses()).map(this::reference).toList();
    }

    private Object object(Class<?> type, Map<String, Object> tag) {
        Map<String, Object> properties = new TreeMap<>(tag);
        List<String> required = Stream.concat(
                        tag.keySet().stream(),
                        Arrays.stream(reader(type).getParameters())
                                .filter(JsonSchema::isRequired)
                                .map(JsonSchema::name))
                .sorted()
                .toList();
        Executable reader = reader(type);
        for (int i = 0; i < reader.getParameterCount(); i++) {
            properties.put(name(reader.getParameters()[i]), type(reader.getGenericParameterTypes()[i]));
        }
        return Map.of("type", "object", "properties", properties, "required", required, "additionalProperties", false);
    }

    /** The property that tells the kind of a value apart from the others of its sealed type, if there is one. */
    private static Map<String, Object> tag(Class<?> type) {
        return supertypes(type)
                .filter(s -> s.isAnnotationPresent(JsonSubTypes.class))
                .flatMap(s -> Arrays.stream(s.getAnnotation(JsonSubTypes.class).value())
                        .filter(kind -> kind.value() == type)
                        .map(kind -> Map.<String, Object>of(
                                s.getAnnotation(JsonTypeInfo.class).property(), Map.of("const", kind.name()))))
                .findFirst()
                .orElse(Map.of());
    }

    private static Stream<Class<?>> supertypes(Class<?> type) {
        return Arrays.stream(type.getInterfaces()).flatMap(i -> Stream.concat(Stream.of(i), supertypes(i)));
    }

    private static Executable reader(Class<?> type) {
        Stream<Executable> declared = Stream.concat(
                Arrays.stream(type.getDeclaredConstructors()),
                Arrays.stream(type.getDeclaredMethods()).filter(m -> Modifier.isStatic(m.getModifiers())));
        return declared.filter(e -> e.isAnnotationPresent(JsonCreator.class))
                .findFirst()
                .orElseGet(() -> type.getDeclaredConstructors()[0]);
    }

    private static boolean isText(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .anyMatch(m -> m.isAnnotationPresent(JsonValue.class) && m.getReturnType() == String.class);
    }

    private static boolean isRequired(Parameter parameter) {
        JsonProperty property = parameter.getAnnotation(JsonProperty.class);
        return (property != null && property.required()) || (parameter.getType().isPrimitive());
    }

    private static String name(Parameter parameter) {
        JsonProperty property = parameter.getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? parameter.getName() : property.value();
    }

    private static String name(Class<?> type) {
        return type.getEnclosingClass() == null
                ? type.getSimpleName()
                : type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName();
    }
}
