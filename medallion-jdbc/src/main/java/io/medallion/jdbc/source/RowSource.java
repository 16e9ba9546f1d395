package io.medallion.jdbc.source;

import java.util.List;

/** Rows that the host produces. */
record RowSource(String name, List<String> columns, RowProducer producer) implements Source {

    RowSource {
        if (name.isBlank()) {
            throw SourceException.of("source of rows", "A source needs a name.", "Give it one.");
        }
        if (columns.isEmpty()) {
            throw SourceException.of(
                    "source '" + name + "'", "A source needs at least one column.", "Name its columns.");
        }
    }

    @Override
    public Source named(String name) {
        return new RowSource(name, columns, producer);
    }

    @Override
    public List<SourcePart> parts() {
        return List.of(new RowPart(this));
    }
}
