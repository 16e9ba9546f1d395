package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.ColumnType;
import io.medallion.Layer;
import io.medallion.MedallionException;
import io.medallion.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Silver table: its columns, what identifies a row, which duplicates go, what every row must satisfy. Immutable,
 * thread-safe; every edit returns a copy and everything that is wrong is reported at once.
 */
public final class SilverSpec implements LayerSpec {

    private final String table;
    private final String from;
    private final List<SilverColumn> columns;
    private final List<String> key;
    private final Deduplication deduplication;
    private final List<Check> checks;
    private final List<TableCheck> tableChecks;

    @JsonCreator
    private SilverSpec(
            @JsonProperty(value = "format", required = true) int format,
            @JsonProperty(value = "table", required = true) String table,
            @JsonProperty("from") @Nullable String from,
            @JsonProperty(value = "columns", required = true) List<SilverColumn> columns,
            @JsonProperty("key") @Nullable List<String> key,
            @JsonProperty("deduplication") @Nullable Deduplication deduplication,
            @JsonProperty("checks") @Nullable List<Check> checks,
            @JsonProperty("tableChecks") @Nullable List<TableCheck> tableChecks) {
        SpecChecks wrong = new SpecChecks("Silver spec '" + table + "'");
        wrong.format(format);
        this.table = wrong.name("table", table);
        this.from = from == null ? this.table : wrong.name("from", from);
        this.columns = columns == null ? List.of() : List.copyOf(columns);
        this.key = key == null ? List.of() : List.copyOf(key);
        this.deduplication = deduplication == null ? Deduplication.none() : deduplication;
        this.checks = checks == null ? List.of() : List.copyOf(checks);
        this.tableChecks = tableChecks == null ? List.of() : List.copyOf(tableChecks);
        SilverSpecChecks.check(this, wrong);
        wrong.done();
    }

    /** A Silver table of these columns, read from the Bronze table of the same name, without key or deduplication. */
    public static SilverSpec of(String table, SilverColumn... columns) {
        return of(table, List.of(columns));
    }

    /** A Silver table of these columns, read from the Bronze table of the same name, without key or deduplication. */
    public static SilverSpec of(String table, List<SilverColumn> columns) {
        return new SilverSpec(FORMAT, table, null, columns, null, null, null, null);
    }

    /** Reads a Silver spec; errors carry the path of what is wrong. */
    public static SilverSpec fromJson(String json) {
        return Json.read(json, SilverSpec.class);
    }

    /** The same, read from another Bronze table. */
    public SilverSpec from(String bronze) {
        return new SilverSpec(FORMAT, table, bronze, columns, key, deduplication, checks, tableChecks);
    }

    /** The same with a further column at the end. */
    public SilverSpec and(SilverColumn column) {
        List<SilverColumn> all = new ArrayList<>(columns);
        all.add(column);
        return new SilverSpec(FORMAT, table, from, all, key, deduplication, checks, tableChecks);
    }

    /**
     * The same with one column edited. A new name is followed by key, deduplication and checks.
     *
     * @param name the Silver name; an unknown one is refused with the nearest
     */
    public SilverSpec withColumn(String name, UnaryOperator<SilverColumn> edit) {
        SilverColumn before = column(name);
        SilverColumn after = edit.apply(before);
        UnaryOperator<String> names = n -> n.equals(name) ? after.name() : n;
        List<SilverColumn> edited = columns.stream()
                .map(c -> (c.equals(before) ? after : c).renameInside(name, after.name()))
                .toList();
        return new SilverSpec(
                FORMAT,
                table,
                from,
                edited,
                key.stream().map(names).toList(),
                deduplication.rename(names),
                checks.stream()
                        .map(c -> ColumnChecks.rename(c, name, after.name()))
                        .toList(),
                tableChecks.stream().map(c -> c.rename(names)).toList());
    }

    /** The same without one column; refused while key, deduplication or a check still names it. */
    public SilverSpec without(String name) {
        SilverColumn gone = column(name);
        return new SilverSpec(
                FORMAT,
                table,
                from,
                columns.stream().filter(c -> !c.equals(gone)).toList(),
                key,
                deduplication,
                checks,
                tableChecks);
    }

    /** The same, a row identified by these columns: rows without one of them and rows with a known key are rejected. */
    public SilverSpec key(String... columns) {
        return new SilverSpec(FORMAT, table, from, this.columns, List.of(columns), deduplication, checks, tableChecks);
    }

    /** The same with another deduplication. */
    public SilverSpec deduplicated(Deduplication deduplication) {
        return new SilverSpec(FORMAT, table, from, columns, key, deduplication, checks, tableChecks);
    }

    /** The same with further checks of whole rows. */
    public SilverSpec check(Check... further) {
        List<Check> all = new ArrayList<>(checks);
        all.addAll(Arrays.asList(further));
        return new SilverSpec(FORMAT, table, from, columns, key, deduplication, all, tableChecks);
    }

    /** The same with further checks of the table as a whole. */
    public SilverSpec expect(TableCheck... further) {
        List<TableCheck> all = new ArrayList<>(tableChecks);
        all.addAll(Arrays.asList(further));
        return new SilverSpec(FORMAT, table, from, columns, key, deduplication, checks, all);
    }

    /** The same, a build refused before anything is published when more than this share of the rows is rejected. */
    public SilverSpec rejectBudget(double share) {
        return expect(TableCheck.rejectsAtMost(share));
    }

    /** The column of this Silver name; an unknown one is refused with the nearest. */
    public SilverColumn column(String name) {
        return find(name)
                .orElseThrow(() -> new MedallionException(Problem.at(
                                "Silver spec '" + table + "': column '" + name + "'", "is not there.")
                        .advise(SpecChecks.nearest(
                                name, columns.stream().map(SilverColumn::name).toList()))));
    }

    /** The column of this Silver name, if there is one. */
    public Optional<SilverColumn> find(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** Names and types of the table's columns in order, flags of missing values and units included, addresses not. */
    public Map<String, ColumnType> types() {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        for (SilverColumn column : columns) {
            types.put(column.name(), column.type());
            types.putAll(column.besides());
        }
        return types;
    }

    /** Checks that every column it reads is in the Bronze table; throws with the nearest name for each that is not. */
    public void checkAgainst(BronzeSpec bronze) {
        SpecChecks wrong = new SpecChecks("Silver spec '" + table + "'");
        for (SilverColumn column : columns) {
            for (String source : new TreeSet<>(column.sources())) {
                if (!bronze.columns().contains(source)) {
                    wrong.problem("column '" + source + "'", "is not in bronze." + bronze.table() + ".")
                            .accept(SpecChecks.nearest(source, bronze.columns()));
                }
            }
        }
        wrong.done();
    }

    @JsonProperty
    int format() {
        return FORMAT;
    }

    @Override
    public Layer layer() {
        return Layer.SILVER;
    }

    @Override
    @JsonProperty
    public String table() {
        return table;
    }

    /** The Bronze table it is read from. */
    @JsonProperty
    public String from() {
        return from;
    }

    /** The columns in order. */
    @JsonProperty
    public List<SilverColumn> columns() {
        return columns;
    }

    /** The names of the columns whose null policy is still to be worked out; without any the spec can be built. */
    public List<String> unfitted() {
        return columns.stream()
                .filter(c -> c.nulls() instanceof NullPolicy.Fit)
                .map(SilverColumn::name)
                .toList();
    }

    /** What identifies a row; empty when nothing is known to. */
    @JsonProperty
    public List<String> key() {
        return key;
    }

    /** Which duplicates go. Default none. */
    @JsonProperty
    public Deduplication deduplication() {
        return deduplication;
    }

    /** What whole rows must satisfy. */
    @JsonProperty
    public List<Check> checks() {
        return checks;
    }

    /** What the table as a whole must satisfy before it is published. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public List<TableCheck> tableChecks() {
        return tableChecks;
    }

    /** The Silver tables whose values its checks look up; they are built before it. */
    public Set<String> references() {
        return columns.stream()
                .flatMap(c -> c.checks().stream())
                .map(Check::rule)
                .filter(CheckRule.References.class::isInstance)
                .map(rule -> ((CheckRule.References) rule).table())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String fingerprint() {
        return Json.fingerprint(new SilverSpec(
                FORMAT,
                table,
                from,
                columns.stream().map(SilverColumn::bare).toList(),
                key,
                deduplication,
                checks.stream().map(Check::bare).toList(),
                tableChecks));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SilverSpec that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return toJson();
    }

    private List<Object> parts() {
        return List.of(table, from, columns, key, deduplication, checks, tableChecks);
    }
}
