package io.medallion.jdbc.source;

import java.util.List;
import java.util.function.Supplier;

/**
 * Several tables of one place, known when they are asked for.
 *
 * @param name of the place, for messages
 * @param reading reads which tables there are
 */
record SourceGroup(String name, Supplier<List<Source>> reading) implements Source {

    @Override
    public Source named(String name) {
        throw SourceException.of(
                this.name, "Several tables cannot have the one name '" + name + "'.", "Name single tables instead.");
    }

    @Override
    public boolean isGroup() {
        return true;
    }

    @Override
    public List<Source> tables() {
        return List.copyOf(reading.get());
    }

    @Override
    public List<SourcePart> parts() {
        throw SourceException.of(name, "Several tables are not one.", "Ask for its tables() and load each.");
    }

    @Override
    public String toString() {
        return name;
    }
}
