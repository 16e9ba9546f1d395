package io.medallion.plan;

import io.medallion.profile.TableProfile;
import io.medallion.spec.Relationship;
import io.medallion.spec.SilverSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a {@link RelationshipPlanner} is asked: to find which of these Silver tables refer to which.
 *
 * @param silver the specs in force
 * @param profiles profiles of Silver tables, by their names; a table may be without one
 * @param declared relationships that are known already; they are not proposed again
 * @param probe answers {@link ProbeQuestion.Inclusion}
 */
public record RelationshipPlanRequest(
        List<SilverSpec> silver, List<TableProfile> profiles, List<Relationship> declared, Probe probe) {

    public RelationshipPlanRequest {
        silver = List.copyOf(silver);
        profiles = List.copyOf(profiles);
        declared = List.copyOf(declared);
        Objects.requireNonNull(probe, "probe");
    }

    /** The profile of this Silver table, if there is one. */
    public Optional<TableProfile> profile(String table) {
        return profiles.stream().filter(p -> p.table().equals(table)).findFirst();
    }
}
