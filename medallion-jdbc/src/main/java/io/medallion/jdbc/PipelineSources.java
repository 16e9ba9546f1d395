package io.medallion.jdbc;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.jdbc.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sources that a pipeline was made with. Those of several tables say which when a layer method asks. */
final class PipelineSources {

    private final String pipeline;
    private final List<Source> sources;

    PipelineSources(String pipeline, List<Source> sources) {
        this.pipeline = pipeline;
        this.sources = List.copyOf(sources);
        distinct(this.sources.stream().filter(source -> !source.isGroup()).toList());
    }

    boolean isEmpty() {
        return sources.isEmpty();
    }

    /** The tables that are known without asking anybody. */
    List<String> known() {
        return sources.stream()
                .filter(source -> !source.isGroup())
                .map(Source::name)
                .toList();
    }

    /**
     * One source for each table, in the order given. Asked before the lock of the pipeline is taken: it may hold the only connection.
     *
     * @throws io.medallion.jdbc.source.SourceException when a list of tables cannot be read
     * @throws MedallionException when two sources fill one table
     */
    List<Source> single() {
        return distinct(
                sources.stream().flatMap(source -> source.tables().stream()).toList());
    }

    private List<Source> distinct(List<Source> all) {
        List<Source> seen = new ArrayList<>();
        for (Source source : all) {
            Optional<Source> other = seen.stream()
                    .filter(o -> o.name().equalsIgnoreCase(source.name()))
                    .findFirst();
            if (other.isPresent()) {
                throw new MedallionException(Problem.at(
                                "pipeline '" + pipeline + "': table '" + source.name() + "'",
                                "is filled by two sources: " + other.get() + " and " + source + ".")
                        .advise("Give one of them another name with named(..)."));
            }
            seen.add(source);
        }
        return all;
    }
}
