package io.medallion.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.stream.Stream;

/** The rooms of the house, floor by floor: a room imports only rooms of the floors above it. */
final class Rooms implements SliceAssignment {

    /** The specs of a pipeline carry its semantic model, and the model is made of measures: one floor. */
    static final List<String> SPECS = List.of("io.medallion.spec", "io.medallion.semantic");

    static final List<List<String>> CORE = List.of(
            List.of("io.medallion"),
            List.of("io.medallion.expression"),
            List.of("io.medallion.unit"),
            SPECS,
            List.of("io.medallion.profile"),
            List.of("io.medallion.plan"),
            List.of("io.medallion.route"),
            List.of("io.medallion.question"),
            List.of("io.medallion.sql"));

    static final List<List<String>> JDBC = List.of(
            List.of("io.medallion.jdbc.source"),
            List.of("io.medallion.jdbc.store"),
            List.of("io.medallion.jdbc.load"),
            List.of("io.medallion.jdbc.measure"),
            List.of("io.medallion.jdbc.build"),
            List.of("io.medallion.jdbc"),
            List.of("io.medallion.testing"));

    static final List<List<String>> LLM = List.of(List.of("io.medallion.llm"));

    static final List<List<String>> EXAMPLES = List.of(List.of("io.medallion.examples"));

    static final List<List<String>> ALL =
            Stream.of(CORE, JDBC, LLM, EXAMPLES).flatMap(List::stream).toList();

    static String[] on(List<List<String>> floors) {
        return floors.stream().flatMap(List::stream).toArray(String[]::new);
    }

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        String room = type.getPackageName();
        return SliceIdentifier.of(SPECS.contains(room) ? "specs" : room);
    }

    @Override
    public String getDescription() {
        return "rooms";
    }
}
