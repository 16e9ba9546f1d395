package io.medallion.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.medallion.MedallionException;
import io.medallion.spec.Check;
import io.medallion.spec.Deduplication;
import io.medallion.spec.Json;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import io.medallion.spec.TableCheck;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a Bronze table could become, suggestion by suggestion. Immutable, thread-safe; every decision returns a copy.
 *
 * <p>Undecided is safe: a column whose suggestion was not accepted stays text under its snake_case name; treatments, checks,
 * key and deduplication that were not accepted are not applied.
 *
 * <p>The JSON holds for each column the fields hosts and models exchange ({@code source_column}, {@code silver_name}, {@code
 * target_type}, {@code cast_expression}, {@code null_strategy}, {@code validation}, {@code confidence}, {@code reasoning})
 * and beside them the id, the decision, the evidence and the exact {@code spec}. {@link #fromJson} reads it back, and the
 * exchange fields alone too.
 */
public final class SilverPlan {

    private final String table;
    private final PlanBase base;
    private final PlanParts parts;
    private final List<String> notes;

    SilverPlan(String table, PlanBase base, PlanParts parts, List<String> notes) {
        this.table = table;
        this.base = base;
        this.parts = parts.checked(table);
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
                PlanParts.of(PlanChecks.completed(request.base(), columns)),
                List.of());
    }

    /** The same with these suggestions of what is done with values instead of its own. */
    public SilverPlan withTreatments(List<Suggestion<ColumnTreatment>> treatments) {
        return with(parts.withTreatments(treatments));
    }

    /** The same with these suggestions of checks instead of its own. */
    public SilverPlan withChecks(List<Suggestion<ColumnCheck>> checks) {
        return with(parts.withChecks(checks));
    }

    /** The same with these suggestions of checks of the table as a whole instead of its own; columns by proposed Silver names. */
    public SilverPlan withTableChecks(List<Suggestion<TableCheck>> checks) {
        return with(parts.withTableChecks(checks));
    }

    /** The same with this suggestion of what identifies a row: proposed Silver names. */
    public SilverPlan withKey(@Nullable Suggestion<List<String>> key) {
        return with(parts.withKey(key));
    }

    /** The same with this suggestion of which duplicates go, in proposed Silver names. */
    public SilverPlan withDeduplication(@Nullable Suggestion<Deduplication> deduplication) {
        return with(parts.withDeduplication(deduplication));
    }

    /** The same with these remarks on the table as a whole. */
    public SilverPlan withNotes(List<String> notes) {
        return new SilverPlan(table, base, parts, notes);
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
     * deduplication, checks and treatments follow a new name. Checks and treatments that no longer suit the type of the column are
     * rejected.
     *
     * @param id such as {@code column:revenue}; an unknown one is refused with the nearest
     */
    public SilverPlan editColumn(String id, UnaryOperator<SilverColumn> edit) {
        PlanChecks.known(table, columns(), id);
        List<Suggestion<SilverColumn>> edited = columns().stream()
                .map(s -> s.id().equals(id) ? s.edited(edit.apply(s.value())) : s)
                .toList();
        return with(PlanChecks.stillFitting(id, parts.withColumns(edited)));
    }

    /**
     * The same, in every column that was not rejected a value that cannot be read counted as a warning and missing instead of
     * rejecting its row: {@link SilverColumn#unreadableOrWarn()}. Decisions stay as they are; columns of text, which read everything,
     * and those with another action too. The evidence of columns whose missing values are filled or rejected is counted anew by
     * {@link #measured}.
     */
    public SilverPlan unreadableOrWarn() {
        return with(parts.withColumns(new UnreadableValues(parts).warned()));
    }

    /**
     * The same with one check changed, and thereby accepted: {@code editCheck("check:amount:range", Check::orFail)}.
     *
     * @throws MedallionException when the id is unknown, with the nearest
     */
    public SilverPlan editCheck(String id, UnaryOperator<Check> edit) {
        PlanChecks.known(table, checks(), id);
        return with(parts.withChecks(checks().stream()
                .map(s -> s.id().equals(id)
                        ? s.edited(new ColumnCheck(
                                s.value().column(), edit.apply(s.value().check())))
                        : s)
                .toList()));
    }

    /**
     * The same with one treatment of values changed, and thereby accepted.
     *
     * @throws MedallionException when the id is unknown, with the nearest
     */
    public SilverPlan editTreatment(String id, UnaryOperator<ColumnTreatment> edit) {
        PlanChecks.known(table, treatments(), id);
        return with(parts.withTreatments(treatments().stream()
                .map(s -> s.id().equals(id) ? s.edited(edit.apply(s.value())) : s)
                .toList()));
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
        return new SilverPlan(table, now, parts.withColumns(PlanChecks.completed(now, columns())), notes);
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
        return parts.columns();
    }

    /** What is done with values beyond reading them, in the order of the columns. */
    public List<Suggestion<ColumnTreatment>> treatments() {
        return parts.treatments();
    }

    /** The checks, in the order of the columns. */
    public List<Suggestion<ColumnCheck>> checks() {
        return parts.checks();
    }

    /** The checks of the table as a whole. */
    public List<Suggestion<TableCheck>> tableChecks() {
        return parts.tableChecks();
    }

    /** What identifies a row, in proposed Silver names. */
    public Optional<Suggestion<List<String>>> key() {
        return Optional.ofNullable(parts.key());
    }

    /** Which duplicates go, in proposed Silver names. */
    public Optional<Suggestion<Deduplication>> deduplication() {
        return Optional.ofNullable(parts.deduplication());
    }

    /** Remarks on the table as a whole. */
    public List<String> notes() {
        return notes;
    }

    /** All suggestions: columns, treatments, checks, checks of the table, key, deduplication. */
    public List<Suggestion<?>> suggestions() {
        return parts.all();
    }

    PlanParts parts() {
        return parts;
    }

    /** The same with other suggestions in all places, as after measuring. */
    SilverPlan with(PlanParts parts) {
        return new SilverPlan(table, base, parts, notes);
    }

    private SilverPlan decide(Predicate<Suggestion<?>> chosen, boolean accept) {
        return with(parts.decided(chosen, accept));
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
        return other instanceof SilverPlan that
                && table.equals(that.table)
                && base.equals(that.base)
                && parts.equals(that.parts)
                && notes.equals(that.notes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(table, base, parts, notes);
    }

    @Override
    public String toString() {
        return "plan of '" + table + "': "
                + suggestions().stream().map(s -> s.id() + " " + s.decision()).collect(Collectors.joining(", "));
    }
}
