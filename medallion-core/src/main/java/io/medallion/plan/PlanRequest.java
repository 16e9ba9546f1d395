package io.medallion.plan;

import io.medallion.profile.TableProfile;
import io.medallion.spec.BronzeSpec;
import io.medallion.spec.SilverSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a {@link SilverPlanner} is asked: to plan Silver for one Bronze table. Immutable. */
public final class PlanRequest {

    private final BronzeSpec bronze;
    private final TableProfile profile;
    private final Probe probe;
    private final PlanContext context;
    private final @Nullable SilverSpec built;
    private final boolean showsValues;
    private final List<String> reading;

    private PlanRequest(
            BronzeSpec bronze,
            TableProfile profile,
            Probe probe,
            PlanContext context,
            @Nullable SilverSpec built,
            boolean showsValues,
            List<String> reading) {
        this.bronze = Objects.requireNonNull(bronze, "bronze");
        this.profile = Objects.requireNonNull(profile, "profile");
        this.probe = Objects.requireNonNull(probe, "probe");
        this.context = Objects.requireNonNull(context, "context");
        this.built = built;
        this.showsValues = showsValues;
        this.reading = List.copyOf(reading);
    }

    /** A request in the default context, with nothing built yet. */
    public static PlanRequest of(BronzeSpec bronze, TableProfile profile, Probe probe) {
        return new PlanRequest(bronze, profile, probe, PlanContext.DEFAULT, null, false, List.of());
    }

    /** The same in another context. */
    public PlanRequest in(PlanContext context) {
        return new PlanRequest(bronze, profile, probe, context, built, showsValues, reading);
    }

    /** The same with another probe. */
    PlanRequest asking(Probe probe) {
        return new PlanRequest(bronze, profile, probe, context, built, showsValues, reading);
    }

    /** The same where this Silver spec is in force. */
    public PlanRequest built(@Nullable SilverSpec spec) {
        return new PlanRequest(bronze, profile, probe, context, spec, showsValues, reading);
    }

    /** The same where reasons may quote values of personal columns, or, as by default, may not. */
    public PlanRequest showingValues(boolean show) {
        return new PlanRequest(bronze, profile, probe, context, built, show, reading);
    }

    /** The same where this is known of how the rows were read from their files, in sentences for the notes of the plan. */
    public PlanRequest read(List<String> sentences) {
        return new PlanRequest(bronze, profile, probe, context, built, showsValues, sentences);
    }

    /** How the rows were read from their files, in sentences; empty where that is not known. */
    public List<String> reading() {
        return reading;
    }

    /** Whether reasons may quote values of personal columns. */
    public boolean showsValues() {
        return showsValues;
    }

    /** The table to plan for. */
    public BronzeSpec bronze() {
        return bronze;
    }

    /** What is known of its values. */
    public TableProfile profile() {
        return profile;
    }

    /** Answers further questions about the data. */
    public Probe probe() {
        return probe;
    }

    /** On whose behalf, and what the plan is based on. */
    public PlanContext context() {
        return context;
    }

    /** The Silver spec in force, if one was built. */
    public Optional<SilverSpec> built() {
        return Optional.ofNullable(built);
    }

    /** What a plan that answers this request is based on. */
    public PlanBase base() {
        return PlanBase.of(bronze, context.throughBatch(), context.silverVersion());
    }
}
