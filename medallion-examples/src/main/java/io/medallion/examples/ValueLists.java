package io.medallion.examples;

import com.fasterxml.jackson.databind.JsonNode;
import io.medallion.jdbc.Medallion;
import io.medallion.jdbc.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists of values with the types that are right for them, each planned as a table of one column. */
final class ValueLists {

    private static final String TEXT = "TEXT";
    private static final int VALUES_SHOWN = 4;

    private final String set;
    private final JsonNode cases;
    private final List<String> misses = new ArrayList<>();
    private int strict;
    private int lenient;
    private int free;
    private int freeStrict;

    ValueLists(String set, JsonNode cases) {
        this.set = set;
        this.cases = cases;
    }

    Map<String, Object> plan() {
        Map<String, Object> predictions = new LinkedHashMap<>();
        for (JsonNode list : cases) {
            String id = list.path("id").asText();
            try (Medallion medallion = Medallion.inMemory()) {
                Map<String, Object> prediction = Prediction.of(medallion.pipeline("score", source(list)));
                predictions.put(set + "/" + id, prediction);
                judge(list, type(prediction));
            } catch (RuntimeException failed) {
                judge(list, "nothing (" + failed.getMessage() + ")");
            }
        }
        return predictions;
    }

    /** How many types are right, with and without those that depend on the locale, and each that is not. */
    String report() {
        return set + ": " + strict + " of " + cases.size() + " lists have the right type, " + lenient
                + " with those left as text; " + freeStrict + " of " + free + " where no locale matters."
                + String.join("", misses);
    }

    private static Source source(JsonNode list) {
        List<String> values = new ArrayList<>();
        list.path("values").forEach(value -> values.add(value.isNull() ? null : value.asText()));
        return Source.rows("score", List.of("value"), sink -> values.forEach(sink::row));
    }

    private static String type(Map<String, Object> prediction) {
        List<?> columns = (List<?>) prediction.get("columns");
        return String.valueOf(((Map<?, ?>) columns.get(0)).get("type"));
    }

    private void judge(JsonNode list, String type) {
        boolean right = false;
        for (JsonNode accepted : list.path("accept")) {
            right |= accepted.asText().equals(type);
        }
        boolean anywhere = !list.path("locale_dependent").asBoolean();
        strict += right ? 1 : 0;
        lenient += right || type.equals(TEXT) ? 1 : 0;
        free += anywhere ? 1 : 0;
        freeStrict += right && anywhere ? 1 : 0;
        if (!right) {
            misses.add(System.lineSeparator() + "  " + list.path("id").asText() + ": " + type + " instead of "
                    + list.path("accept") + ", such as " + first(list.path("values")));
        }
    }

    private static List<String> first(JsonNode values) {
        List<String> first = new ArrayList<>();
        for (int i = 0; i < Math.min(VALUES_SHOWN, values.size()); i++) {
            first.add(values.get(i).asText());
        }
        return first;
    }
}
