package io.medallion.jdbc;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.Changes;
import io.medallion.spec.PipelineSpec;
import java.util.List;
import java.util.Optional;

/** What a pipeline is made by: its specs and its semantic model, now and before. Thread-safe. */
public final class Specs {

    private final Engine engine;

    Specs(Engine engine) {
        this.engine = engine;
    }

    /** All specs that are built, and the semantic model. */
    public PipelineSpec built() {
        return engine.specs();
    }

    /** What leads from what is built to this. */
    public Changes changes(PipelineSpec wanted) {
        return wanted.changesFrom(built());
    }

    /**
     * Carries the changes out: Bronze tables are made or changed in place, tables that go are dropped, tables that are built
     * differently are built, and so is the Gold that reads them. One table is published after the other; where one fails, those
     * before it stay.
     *
     * @throws MedallionException when they are destructive and not {@link Changes#confirmed confirmed}, or start from specs that
     *     are not built any more
     * @throws BuildFailedException when a table cannot be built; the version before it stays
     * @throws PipelineBusyException when another writer works for longer than we wait
     */
    public Refresh apply(Changes changes) {
        if (!changes.allowed()) {
            throw new MedallionException(Problem.at(
                            "changes of pipeline '" + engine.pipeline() + "'", "are destructive: data goes with them.")
                    .advise("Read explain(), then apply changes.confirmed(\"" + changes.token() + "\")."));
        }
        return engine.writing(writer -> {
            requireCurrent(changes, writer.specs());
            return new SpecChange(writer, changes).apply();
        });
    }

    /** Every version of the specs, newest first. */
    public List<SpecVersion> versions() {
        return engine.reading(List.of(), session -> new SpecBook(session, engine.pipeline()).history());
    }

    /**
     * Builds Silver, Gold and the model as they were in a version; Bronze stays, rows and columns. The version it leads to is a
     * new one.
     *
     * @throws MedallionException when there is no such version, or tables or columns go with it: then {@link #rollBack(int,
     *     String)} takes the token the error names
     */
    public Refresh rollBack(int version) {
        return apply(backTo(version));
    }

    /** The same, allowed to drop what was added since. */
    public Refresh rollBack(int version, String token) {
        return apply(backTo(version).confirmed(token));
    }

    private Changes backTo(int version) {
        Optional<SpecVersion> wanted =
                versions().stream().filter(v -> v.version() == version).findFirst();
        if (wanted.isEmpty()) {
            throw new MedallionException(Problem.at(
                            "pipeline '" + engine.pipeline() + "': version " + version, "is not there.")
                    .advise("Versions: "
                            + versions().stream().map(v -> "" + v.version()).toList() + "."));
        }
        PipelineSpec target = wanted.get().spec();
        for (BronzeSpec bronze : built().bronze()) {
            target = target.with(bronze);
        }
        return changes(target);
    }

    private void requireCurrent(Changes changes, PipelineSpec built) {
        if (!changes.to().name().equals(engine.pipeline())) {
            throw new MedallionException(Problem.at(
                            "changes of pipeline '" + changes.to().name() + "'",
                            "were given to pipeline '" + engine.pipeline() + "'.")
                    .advise("Apply them to the pipeline they were made for."));
        }
        if (!changes.from().equals(built)) {
            throw new MedallionException(Problem.at(
                            "changes of pipeline '" + engine.pipeline() + "'",
                            "start from specs that are not the built ones any more.")
                    .advise("Make them again with specs().changes(..)."));
        }
    }
}
