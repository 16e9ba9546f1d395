package io.medallion.plan;

import io.medallion.profile.TableProfile;
import io.medallion.spec.Relationship;
import io.medallion.spec.SilverSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a {@link GoldPlanner} is asked: to propose aggregates over these Silver tables.
 *
 * @param silver the specs in force
 * @param profiles profiles of Silver tables, by their names; a table may be without one
 * @param relationships which tables refer to which
 * @param context on whose behalf
 */
public record GoldPlanRequest(
        List<SilverSpec> silver, List<TableProfile> profiles, List<Relationship> relationships, PlanContext context) {

    public GoldPlanRequest {
        silver = List.copyOf(silver);
        profiles = List.copyOf(profiles);
        relationships = List.copyOf(relationships);
        Objects.requireNonNull(context, "context");
    }

    /** A request in the default context, without relationships. */
    public static GoldPlanRequest of(List<SilverSpec> silver, List<TableProfile> profiles) {
        return new GoldPlanRequest(silver, profiles, List.of(), PlanContext.DEFAULT);
    }

    /** The same with these relationships. */
    public GoldPlanRequest with(List<Relationship> relationships) {
        return new GoldPlanRequest(silver, profiles, relationships, context);
    }

    /** The same in another context. */
    public GoldPlanRequest in(PlanContext context) {
        return new GoldPlanRequest(silver, profiles, relationships, context);
    }

    /** The profile of this Silver table, if there is one. */
    public Optional<TableProfile> profile(String table) {
        return profiles.stream().filter(p -> p.table().equals(table)).findFirst();
    }
}
