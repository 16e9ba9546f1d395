package io.medallion.jdbc;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads an instant from its ISO 8601 text, whatever modules the mapper has. */
final class InstantText extends FromStringDeserializer<Instant> {

    InstantText() {
        super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String value, DeserializationContext context) throws IOException {
        try {
            return Instant.parse(value);
        } catch (DateTimeException wrong) {
            return (Instant) context.handleWeirdStringValue(Instant.class, value, "is not an instant");
        }
    }
}
