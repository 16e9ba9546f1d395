package io.medallion.jdbc;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.plan.RelationshipPlan;
import io.medallion.plan.RelationshipPlanner;
import io.medallion.semantic.SemanticModel;
import io.medallion.spec.Changes;
import io.medallion.spec.PipelineSpec;
import io.medallion.spec.Relationship;
import java.util.List;

/** Which Silver tables of a pipeline refer to which. Thread-safe. */
public final class Relationships {

    private final Engine engine;

    Relationships(Engine engine) {
        this.engine = engine;
    }

    /** Those the semantic model knows. */
    public List<Relationship> known() {
        return SpecBook.model(engine.specs()).relationships();
    }

    /**
     * Proposes further ones between the Silver tables as they are built now: candidates by name, key and type, each tested on the
     * data. Writes nothing.
     */
    public RelationshipPlan plan() {
        return RelationshipPlanner.ruleBased().plan(new Measurements(engine).relationshipRequest(engine.specs()));
    }

    /**
     * Takes the accepted relationships into the semantic model, from where queries and Gold plans use them. Builds nothing.
     *
     * @throws MedallionException when a table referred to has no stated key, a column is not there any more, or names were
     *     accepted: those, and keys, change Silver, for which there is {@link Specs#apply}
     */
    public SemanticModel accept(RelationshipPlan plan) {
        if (!plan.toRenames().isEmpty()) {
            throw new MedallionException(Problem.at("relationship plan", "renames columns, which builds Silver again.")
                    .advise("Apply specs().changes(plan.toSpec(specs().built()))."));
        }
        return engine.writing(writer -> {
            PipelineSpec built = writer.specs();
            SemanticModel model = plan.toModel(SpecBook.model(built));
            Changes changes = built.with(model).changesFrom(built);
            new SpecChange(writer, changes).keepModel();
            return model;
        });
    }
}
