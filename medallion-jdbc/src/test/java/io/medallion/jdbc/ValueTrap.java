package io.medallion.jdbc;

import io.medallion.spec.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column that readers of files are known to get wrong, and what is right.
 *
 * @param rule what the column shows, in a sentence
 * @param header its name; {@code value} when absent
 * @param values one per row; {@code 1.5×60} stands for sixty rows, null is missing
 * @param means what each value says when it is read as another type: null for nothing, {@code !} for nothing that can be read;
 *     the values themselves when absent
 * @param types the right answers, the better first
 * @param accepted what is tolerable beside them
 * @param says what the plan has to say about it, or null
 */
record ValueTrap(
        String id,
        String rule,
        @Nullable String header,
        List<@Nullable String> values,
        @Nullable List<@Nullable String> means,
        List<String> types,
        @Nullable List<String> accepted,
        @Nullable String says) {

    private static final String REPEATED = "×";

    /** One row: what stands there and what it says. */
    record Row(@Nullable String value, @Nullable String meaning) {

        boolean refused() {
            return "!".equals(meaning);
        }
    }

    static List<ValueTrap> all() {
        try (InputStream traps = ValueTrap.class.getResourceAsStream("/traps/values.json")) {
            String json = new String(Objects.requireNonNull(traps).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.asList(Json.read(json, ValueTrap[].class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String column() {
        return header == null ? "value" : header;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            int sign = value == null ? -1 : value.indexOf(REPEATED);
            String single = sign < 0 ? value : Objects.requireNonNull(value).substring(0, sign);
            int times = sign < 0 ? 1 : Integer.parseInt(value.substring(sign + 1));
            Row row = new Row(single, means == null ? single : means.get(i));
            for (int n = 0; n < times; n++) {
                rows.add(row);
            }
        }
        return rows;
    }

    boolean isRight(String type) {
        return types.contains(type);
    }

    boolean isAccepted(String type) {
        return isRight(type) || accepted != null && accepted.contains(type);
    }

    @Override
    public String toString() {
        return id + ": " + rule;
    }
}
