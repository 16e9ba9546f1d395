package io.medallion.plan;

import io.medallion.expression.ColumnRef;
import io.medallion.profile.ColumnProfile;
import io.medallion.profile.TableProfile;
import io.medallion.semantic.SemanticModel;
import io.medallion.semantic.SemanticTable;
import io.medallion.spec.GoldInput;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One Silver table as the Gold planner sees it. */
final class GoldSource {

    private final SilverSpec silver;
    private final GoldInput input;
    private final @Nullable TableProfile profile;
    private final List<GoldColumn> columns;
    private final List<String> timeOrder;

    private GoldSource(
            SilverSpec silver, @Nullable TableProfile profile, List<GoldColumn> columns, List<String> timeOrder) {
        this.silver = silver;
        this.input = GoldInput.of(silver);
        this.profile = profile;
        this.columns = columns;
        this.timeOrder = timeOrder;
    }

    static GoldSource of(SilverSpec silver, @Nullable TableProfile profile) {
        SemanticTable model =
                SemanticModel.derivedFrom(List.of(silver)).tables().get(0);
        ColumnUses uses = new ColumnUses(silver, model);
        List<GoldColumn> columns = silver.columns().stream()
                .map(c -> c.unit() == null ? c : c.normalised())
                .map(c -> column(silver, c, uses, profile))
                .toList();
        return new GoldSource(silver, profile, columns, model.timeColumns());
    }

    private static GoldColumn column(
            SilverSpec silver, SilverColumn column, ColumnUses uses, @Nullable TableProfile profile) {
        ColumnProfile known =
                profile == null ? null : profile.find(column.name()).orElse(null);
        ColumnUses.Verdict verdict = uses.of(column, known);
        return new GoldColumn(
                ColumnRef.of(silver.table(), column.name()),
                column.type(),
                column.nullable() && !silver.key().contains(column.name()),
                verdict.use(),
                verdict.sure(),
                known);
    }

    String table() {
        return silver.table();
    }

    SilverSpec silver() {
        return silver;
    }

    /** What identifies its rows; empty when nothing is known to. */
    List<String> key() {
        return input.key();
    }

    List<GoldColumn> columns() {
        return columns;
    }

    Optional<GoldColumn> find(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** Rows of the table; null when not known. */
    @Nullable
    Long rows() {
        return profile == null ? null : profile.rows();
    }

    boolean empty() {
        return profile != null && profile.rows() == 0;
    }

    /** How rows are called: {@code wildlife_strikes} as "wildlife strikes". */
    String spoken() {
        return ColumnWords.of(GoldJoins.bare(table())).spoken();
    }

    /** Times, the likeliest "when" first. */
    List<GoldColumn> times() {
        return of(ColumnUse.TIME).stream()
                .sorted(Comparator.comparingInt(c -> timeOrder.indexOf(c.name())))
                .toList();
    }

    /** Years and the like written as numbers, the fullest first. */
    List<GoldColumn> periods() {
        return of(ColumnUse.PERIOD).stream()
                .filter(c -> c.profile() == null || c.profile().distinct() > 1)
                .toList();
    }

    /** Dimensions, the surest first, of several that tell the same only the first. */
    List<GoldColumn> dimensions() {
        return distinct(surest(ColumnUse.DIMENSION));
    }

    /** The things rows belong to, references before names. */
    List<GoldColumn> entities() {
        return distinct(surest(ColumnUse.ENTITY)).stream()
                .filter(c -> c.profile() == null
                        || c.profile().distinct() > 1
                                && c.profile().counts().filled()
                                        >= 1.5 * c.profile().distinct())
                .toList();
    }

    /** What is added up, the whole before its parts, money and amounts before others. */
    List<GoldColumn> quantities() {
        return of(ColumnUse.QUANTITY).stream()
                .sorted(Comparator.comparingInt((GoldColumn c) -> c.words().whole() ? 0 : 1)
                        .thenComparing(GoldColumn::sure, Comparator.reverseOrder()))
                .toList();
    }

    /** What is averaged. */
    List<GoldColumn> levels() {
        return of(ColumnUse.LEVEL);
    }

    private List<GoldColumn> of(ColumnUse use) {
        return columns.stream().filter(c -> c.use() == use).toList();
    }

    private List<GoldColumn> surest(ColumnUse use) {
        return of(use).stream()
                .sorted(Comparator.comparingDouble(c -> -c.sure()))
                .toList();
    }

    /** A code and its name have equally many values and share a word: the groups are the same. */
    private static List<GoldColumn> distinct(List<GoldColumn> ranked) {
        return ranked.stream()
                .filter(c -> ranked.subList(0, ranked.indexOf(c)).stream().noneMatch(better -> same(better, c)))
                .toList();
    }

    private static boolean same(GoldColumn one, GoldColumn other) {
        return one.profile() != null
                && other.profile() != null
                && one.profile().distinct() == other.profile().distinct()
                && one.words().shares(other.words());
    }
}
