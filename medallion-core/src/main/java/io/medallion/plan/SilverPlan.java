package io.medallion.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.medallion.MedallionException;
import io.medallion.spec.Deduplication;
import io.medallion.spec.Json;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a Bronze table could become, suggestion by suggestion. Immutable, thread-safe; every decision returns a copy.
 *
 * <p>Undecided is safe: a column whose suggestion was not accepted stays text under its snake_case name; checks, key and
 * deduplication that were not accepted are not applied.
 *
 * <p>The JSON holds for each column the fields hosts and models exchange ({@code source_column}, {@code silver_name}, {@code
 * target_type}, {@code cast_expression}, {@code null_strategy}, {@code validation}, {@code confidence}, {@code reasoning})
 * and beside them the id, the decision, the evidence and the exact {@code spec}. {@link #fromJson} reads it back, and the
 * exchange fields alone too.
 */
public final class SilverPlan {

    private final String table;
    private final PlanBase base;
    private final List<Suggestion<SilverColumn>> columns;
    private final List<Suggestion<ColumnCheck>> checks;
    private final @Nullable Suggestion<List<String>> key;
    private final @Nullable Suggestion<Deduplication> deduplication;
    private final List<String> notes;

    SilverPlan(
            String table,
            PlanBase base,
            List<Suggestion<SilverColumn>> columns,
            List<Suggestion<ColumnCheck>> checks,
            @Nullable Suggestion<List<String>> key,
            @Nullable Suggestion<Deduplication> deduplication,
            List<String> notes) {
        this.table = table;
        this.base = base;
        this.columns = PlanChecks.columns(table, columns);
        this.checks = PlanChecks.checks(table, checks, this.columns);
        this.key = key == null ? null : key.withId("key");
        this.deduplication = deduplication == null ? null : deduplication.withId("deduplication");
        this.notes = List.copyOf(notes);
    }

    /**
     * A plan of these columns, without checks, key and deduplication. A Bronze column without a suggestion gets one that
     * leaves it as it is.
     *
     * @throws MedallionException when a column reads what is not in Bronze, or two have one name
     */
    public static SilverPlan of(PlanRequest request, List<Suggestion<SilverColumn>> columns) {
        return new SilverPlan(
                request.bronze().table(),
                request.base(),
                PlanChecks.completed(request.base(), columns),
                List.of(),
                null,
                null,
                List.of());
    }

    /** The same with these suggestions of checks instead of its own. */
    public SilverPlan withChecks(List<Suggestion<ColumnCheck>> checks) {
        return new SilverPlan(table, base, columns, checks, key, deduplication, notes);
    }

    /** The same with this suggestion of what identifies a row: proposed Silver names. */
    public SilverPlan withKey(@Nullable Suggestion<List<String>> key) {
        return new SilverPlan(table, base, columns, checks, key, deduplication, notes);
    }

    /** The same with this suggestion of which duplicates go, in proposed Silver names. */
    public SilverPlan withDeduplication(@Nullable Suggestion<Deduplication> deduplication) {
        return new SilverPlan(table, base, columns, checks, key, deduplication, notes);
    }

    /** The same with these remarks on the table as a whole. */
    public SilverPlan withNotes(List<String> notes) {
        return new SilverPlan(table, base, columns, checks, key, deduplication, notes);
    }

    /** The same with every open suggestion accepted. */
    public SilverPlan acceptAll() {
        return decide(s -> s.decision() == Decision.OPEN, true);
    }

    /** The same with every open suggestion of at least this confidence (0 to 1) accepted. */
    public SilverPlan acceptAtLeast(double confidence) {
        return decide(s -> s.decision() == Decision.OPEN && s.confidence() >= confidence, true);
    }

    /** The same with these suggestions accepted; an unknown id is refused with the nearest. */
    public SilverPlan accept(String... ids) {
        Set<String> chosen = PlanChecks.known(table, suggestions(), ids);
        return decide(s -> chosen.contains(s.id()), true);
    }

    /** The same with these suggestions rejected; an unknown id is refused with the nearest. */
    public SilverPlan reject(String... ids) {
        Set<String> chosen = PlanChecks.known(table, suggestions(), ids);
        return decide(s -> chosen.contains(s.id()), false);
    }

    /**
     * The same with one column changed, and thereby accepted. The id stays although the name may change; key,
     * deduplication and checks follow a new name. Checks that no longer suit the type of the column are rejected.
     *
     * @param id such as {@code column:revenue}; an unknown one is refused with the nearest
     */
    public SilverPlan editColumn(String id, UnaryOperator<SilverColumn> edit) {
        PlanChecks.known(table, columns, id);
        List<Suggestion<SilverColumn>> edited = columns.stream()
                .map(s -> s.id().equals(id) ? s.edited(edit.apply(s.value())) : s)
                .toList();
        return new SilverPlan(
                table, base, edited, PlanChecks.stillFitting(id, edited, checks), key, deduplication, notes);
    }

    /** The suggestions nobody has decided yet. */
    public List<Suggestion<?>> open() {
        return suggestions().stream().filter(s -> s.decision() == Decision.OPEN).toList();
    }

    /**
     * What would be built.
     *
     * @throws MedallionException when the decisions do not go together
     */
    public SilverSpec toSpec() {
        return new PlannedSpec(this).spec();
    }

    /** The plan in words: what is proposed for the table and each column, why, and what it would do to the rows. */
    public String explain() {
        return new PlanExplanation(this).text();
    }

    /**
     * The same with the evidence of every suggestion measured on the value it now has, and based on what the request is based
     * on: a stale plan measured anew can be built. Columns that are new in Bronze get an open suggestion that leaves them as
     * they are.
     *
     * @throws MedallionException when a column reads what is no longer in Bronze
     */
    public SilverPlan measured(PlanRequest request) {
        return new Measuring(on(request.base()), request).measured();
    }

    private SilverPlan on(PlanBase now) {
        return new SilverPlan(table, now, PlanChecks.completed(now, columns), checks, key, deduplication, notes);
    }

    /** This plan as JSON on one line. */
    public String toJson() {
        return Json.write(this);
    }

    /**
     * Reads a plan as it comes from a host or a model. Nothing in it is trusted: sizes are bounded, unknown fields refused,
     * expressions read through the closed grammar; confidence and evidence are ignored.
     *
     * @throws MedallionException with the path of everything that is wrong
     */
    public static SilverPlan fromJson(String json) {
        return Json.read(json, SilverPlan.class);
    }

    /** The table that is planned. */
    public String table() {
        return table;
    }

    /** What the plan was made on. */
    public PlanBase base() {
        return base;
    }

    /** The columns, in the order of Bronze. */
    public List<Suggestion<SilverColumn>> columns() {
        return columns;
    }

    /** The checks, in the order of the columns. */
    public List<Suggestion<ColumnCheck>> checks() {
        return checks;
    }

    /** What identifies a row, in proposed Silver names. */
    public Optional<Suggestion<List<String>>> key() {
        return Optional.ofNullable(key);
    }

    /** Which duplicates go, in proposed Silver names. */
    public Optional<Suggestion<Deduplication>> deduplication() {
        return Optional.ofNullable(deduplication);
    }

    /** Remarks on the table as a whole. */
    public List<String> notes() {
        return notes;
    }

    /** All suggestions: columns, checks, key, deduplication. */
    public List<Suggestion<?>> suggestions() {
        return Stream.of(columns.stream(), checks.stream(), Stream.ofNullable(key), Stream.ofNullable(deduplication))
                .<Suggestion<?>>flatMap(some -> some)
                .toList();
    }

    /** The same with other suggestions in all places, as after measuring. */
    SilverPlan with(
            List<Suggestion<SilverColumn>> columns,
            List<Suggestion<ColumnCheck>> checks,
            @Nullable Suggestion<List<String>> key,
            @Nullable Suggestion<Deduplication> deduplication) {
        return new SilverPlan(table, base, columns, checks, key, deduplication, notes);
    }

    private SilverPlan decide(Predicate<Suggestion<?>> chosen, boolean accept) {
        return new SilverPlan(
                table,
                base,
                decide(columns, chosen, accept),
                decide(checks, chosen, accept),
                key == null ? null : decide(key, chosen, accept),
                deduplication == null ? null : decide(deduplication, chosen, accept),
                notes);
    }

    private static <T> List<Suggestion<T>> decide(
            Collection<Suggestion<T>> suggestions, Predicate<Suggestion<?>> chosen, boolean accept) {
        return suggestions.stream().map(s -> decide(s, chosen, accept)).toList();
    }

    private static <T> Suggestion<T> decide(Suggestion<T> suggestion, Predicate<Suggestion<?>> chosen, boolean accept) {
        if (!chosen.test(suggestion)) {
            return suggestion;
        }
        return accept ? suggestion.accepted() : suggestion.rejected();
    }

    @JsonValue
    SilverPlanJson json() {
        return SilverPlanJson.of(this);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SilverPlan of(SilverPlanJson json) {
        return json.plan();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SilverPlan that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return "plan of '" + table + "': "
                + suggestions().stream().map(s -> s.id() + " " + s.decision()).collect(Collectors.joining(", "));
    }

    private List<Object> parts() {
        List<Object> parts = new ArrayList<>(List.of(table, base, columns, checks, notes));
        parts.add(key());
        parts.add(deduplication());
        return parts;
    }
}
