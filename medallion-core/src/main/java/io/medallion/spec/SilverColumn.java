package io.medallion.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.medallion.ColumnType;
import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.expression.Call;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.Literal;
import io.medallion.expression.ScalarFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One column of a Silver table: where it comes from, how it is read, what it may hold. Immutable, thread-safe.
 *
 * <p>{@code column("Order Date").as(date("dd.MM.yyyy")).check(notNull())} reads {@code 31.01.2024} into a column {@code
 * order_date} as 2024-01-31 and rejects rows without a date.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public final class SilverColumn {

    private final String source;
    private final String name;
    private final Parse parse;
    private final CheckAction unreadable;
    private final List<String> nullWords;
    private final NullPolicy nulls;
    private final boolean flag;
    private final Map<String, String> mapping;
    private final @Nullable Units unit;
    private final List<Check> checks;
    private final Annotations notes;

    @JsonCreator
    private SilverColumn(
            @JsonProperty(value = "source", required = true) String source,
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("parse") @Nullable Parse parse,
            @JsonProperty("unreadable") @Nullable CheckAction unreadable,
            @JsonProperty("nullWords") @Nullable List<String> nullWords,
            @JsonProperty("nulls") @Nullable NullPolicy nulls,
            @JsonProperty("missingFlag") @Nullable Boolean missingFlag,
            @JsonProperty("mapping") @Nullable Map<String, String> mapping,
            @JsonProperty("unit") @Nullable Units unit,
            @JsonProperty("checks") @Nullable List<Check> checks,
            @JsonProperty("annotations") @Nullable Annotations annotations) {
        SpecChecks wrong = new SpecChecks("Silver column '" + (name == null ? source : name) + "'");
        this.source = wrong.name("source", source);
        this.name = name == null ? SnakeCase.of(source) : wrong.name("name", name);
        this.parse = parse == null ? Parse.text() : parse;
        this.unreadable = unreadable == null ? CheckAction.REJECT : unreadable;
        this.nullWords = nullWords == null
                ? List.of()
                : nullWords.stream().distinct().sorted().toList();
        this.nulls = nulls == null ? NullPolicy.keep() : nulls;
        this.flag = missingFlag != null && missingFlag;
        this.mapping = mapping == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(mapping));
        this.unit = unit;
        this.checks = checks == null ? List.of() : List.copyOf(checks);
        this.notes = annotations == null ? Annotations.NONE : annotations;
        wrong.collect(() -> ColumnChecks.check(this, wrong));
        wrong.done();
    }

    /** A column read from this Bronze column as text, named in snake_case: {@code "Order Date"} to {@code order_date}. */
    public static SilverColumn column(String source) {
        return new SilverColumn(source, null, null, null, null, null, null, null, null, null, null);
    }

    /** A column computed from Bronze columns. */
    public static SilverColumn computed(String name, ExpressionParse expression) {
        return new SilverColumn(name, name, expression, null, null, null, null, null, null, null, null);
    }

    /**
     * A {@linkplain SurrogateKey surrogate key} computed from these Bronze columns, at least one. The spaces at both ends of a
     * value do not count, and a blank value is a missing part.
     *
     * <p>For a key of typed parts, which takes {@code 7} and {@code 007} for the same, there is {@link
     * #surrogateKey(String, Expression...)}.
     */
    public static SilverColumn surrogateKey(String name, String... sources) {
        List<Expression> parts = new ArrayList<>();
        for (String source : sources) {
            Expression stripped = Call.of(ScalarFunction.TRIM, ColumnRef.of(source));
            parts.add(Call.of(ScalarFunction.NULLIF, stripped, Literal.of("")));
        }
        return surrogateKey(name, parts.toArray(Expression[]::new));
    }

    /**
     * A {@linkplain SurrogateKey surrogate key} computed from these expressions over Bronze columns, at least one: {@code
     * surrogateKey("customer_sk", Expression.parse("'crm'"), Expression.parse("try_cast(trim(id) as bigint)"))}.
     */
    public static SilverColumn surrogateKey(String name, Expression... parts) {
        if (parts.length == 0) {
            throw new MedallionException(Problem.at("Silver column '" + name + "'", "is a surrogate key of nothing.")
                    .advise("Name the columns it is computed from."));
        }
        return computed(name, new ExpressionParse(SurrogateKey.of(List.of(parts)), ColumnType.TEXT));
    }

    /** The same under another Silver name. */
    public SilverColumn named(String name) {
        return new SilverColumn(source, name, parse, unreadable, nullWords, nulls, flag, mapping, unit, checks, notes);
    }

    /** The same, read in another way. */
    public SilverColumn as(Parse parse) {
        return new SilverColumn(source, name, parse, unreadable, nullWords, nulls, flag, mapping, unit, checks, notes);
    }

    /**
     * The same with another action where the source gives a value that cannot be read, with units also one without a known unit. Given
     * the rows {@code 1, 10.50} and {@code 2, ten} and the column {@code amount} read as a number:
     *
     * <ul>
     *   <li>REJECT, the default, keeps {@code 1, 10.50} and rejects the other row as {@code amount: not a number}.
     *   <li>WARN keeps {@code 1, 10.50} and {@code 2, NULL} and counts {@code amount: not a number} as a warning. The value counts as
     *       missing from then on, also for {@code is_<name>_missing}: the null policy keeps, fills or drops it, and the checks see
     *       what comes of that, so that {@code notNull()} rejects the row. The text stays in Bronze under the address of the row.
     *   <li>FAIL fails the build.
     * </ul>
     */
    public SilverColumn unreadable(CheckAction unreadable) {
        return new SilverColumn(source, name, parse, unreadable, nullWords, nulls, flag, mapping, unit, checks, notes);
    }

    /** The same, a value that cannot be read counted as a warning and missing: {@link #unreadable(CheckAction)} with WARN. */
    public SilverColumn unreadableOrWarn() {
        return unreadable(CheckAction.WARN);
    }

    /** The same, these words read as missing: compared to the stripped cell exactly, including case. */
    public SilverColumn nullWords(String... words) {
        return new SilverColumn(
                source, name, parse, unreadable, Arrays.asList(words), nulls, flag, mapping, unit, checks, notes);
    }

    /** The same with another treatment of missing values. */
    public SilverColumn nulls(NullPolicy nulls) {
        return new SilverColumn(source, name, parse, unreadable, nullWords, nulls, flag, mapping, unit, checks, notes);
    }

    /** The same with a further BOOLEAN column {@code is_<name>_missing}, true where the source had no value that counts. */
    public SilverColumn flagMissing() {
        return new SilverColumn(source, name, parse, unreadable, nullWords, nulls, true, mapping, unit, checks, notes);
    }

    /**
     * The same, these texts replaced by others: {@code mapped(Map.of("M", "Male", "male", "Male"))}. A text is compared as the column
     * reads it (stripped and in one case where it is so), exactly; what is not named stays as it is. Checks see the text that is
     * written.
     *
     * @param mapping at most 1,000 texts, none of them replaced by one that is replaced itself; empty for none
     */
    public SilverColumn mapped(Map<String, String> mapping) {
        return new SilverColumn(source, name, parse, unreadable, nullWords, nulls, flag, mapping, unit, checks, notes);
    }

    /**
     * The same with two further columns: {@code <name>_unit}, the unit each value is in, and {@code <name>_<to>}, the value in the
     * unit of {@link Units#to}.
     */
    public SilverColumn unit(Units unit) {
        return new SilverColumn(source, name, parse, unreadable, nullWords, nulls, flag, mapping, unit, checks, notes);
    }

    /** The same without units: the column of numbers only. */
    public SilverColumn withoutUnit() {
        return new SilverColumn(source, name, parse, unreadable, nullWords, nulls, flag, mapping, null, checks, notes);
    }

    /** The same with further checks. */
    public SilverColumn check(Check... further) {
        List<Check> all = new ArrayList<>(checks);
        all.addAll(Arrays.asList(further));
        return withChecks(all);
    }

    /** The same with exactly these checks. */
    public SilverColumn withChecks(List<Check> checks) {
        return new SilverColumn(source, name, parse, unreadable, nullWords, nulls, flag, mapping, unit, checks, notes);
    }

    /** The same with other annotations. */
    public SilverColumn annotated(Annotations notes) {
        return new SilverColumn(source, name, parse, unreadable, nullWords, nulls, flag, mapping, unit, checks, notes);
    }

    /** The Bronze column it is read from; for a computed column its own name. */
    @JsonProperty
    public String source() {
        return source;
    }

    /** The Silver name. */
    @JsonProperty
    public String name() {
        return name;
    }

    /** How it is read. Default {@link Parse#text()}. */
    @JsonProperty
    public Parse parse() {
        return parse;
    }

    /** What happens where a value cannot be read. Default {@link CheckAction#REJECT}. */
    public CheckAction unreadable() {
        return unreadable;
    }

    /** Left out of the JSON, and so of fingerprints, where it is the default. */
    @JsonProperty("unreadable")
    private @Nullable CheckAction statedUnreadable() {
        return unreadable == CheckAction.REJECT ? null : unreadable;
    }

    /** Words read as missing. Default none. */
    @JsonProperty
    public List<String> nullWords() {
        return nullWords;
    }

    /** What happens to missing values. Default {@link NullPolicy#keep()}. */
    @JsonProperty
    public NullPolicy nulls() {
        return nulls;
    }

    /** Whether {@code is_<name>_missing} is built. Default false. */
    @JsonProperty
    public boolean missingFlag() {
        return flag;
    }

    /** Texts that are replaced, each with what replaces it. Default none. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public Map<String, String> mapping() {
        return mapping;
    }

    /** The units of its values. Default null: numbers as they are. */
    @JsonProperty
    public @Nullable Units unit() {
        return unit;
    }

    /** What values it may hold. Default anything. */
    @JsonProperty
    public List<Check> checks() {
        return checks;
    }

    /** What is known beyond the values. */
    @JsonProperty
    public Annotations annotations() {
        return notes;
    }

    /** The type of its values. */
    public ColumnType type() {
        return parse.type();
    }

    /** Whether it can hold NULL: not when missing values are filled or rejected. */
    public boolean nullable() {
        return !nulls.fills()
                && !(nulls instanceof NullPolicy.DropRow)
                && checks.stream()
                        .noneMatch(c -> c.rule() instanceof CheckRule.NotNull && c.action() != CheckAction.WARN);
    }

    /** The Bronze columns it reads. */
    public Set<String> sources() {
        return parse instanceof ExpressionParse computed
                ? computed.expression().columns().stream().map(c -> c.column()).collect(Collectors.toUnmodifiableSet())
                : Set.of(source);
    }

    /** The name of the flag column, {@code is_<name>_missing}. */
    public String missingFlagName() {
        return "is_" + name + "_missing";
    }

    /** The name of the column of units, {@code <name>_unit}. */
    public String unitName() {
        return name + "_unit";
    }

    /**
     * The name of the column of normalised values: {@code weight_kg} for {@code weight} normalised to kilograms, and also for {@code
     * weight_lb} whose values are all pounds.
     *
     * @throws IllegalStateException when the column has no units
     */
    public String normalisedName() {
        return present(unit).normalisedName(name);
    }

    /**
     * The normalised value as a column of its own, in the role of the values: what models and plans add up instead of them.
     *
     * @throws IllegalStateException when the column has no units
     */
    public SilverColumn normalised() {
        ColumnType type = present(unit).normalisedType(type());
        Annotations own = new Annotations(
                notes.semanticType(),
                notes.role(),
                notes.personal(),
                present(unit).to(),
                notes.description());
        return column(source)
                .named(normalisedName())
                .as(Parse.decimal(type.precision(), type.scale()))
                .annotated(own);
    }

    private static Units present(@Nullable Units unit) {
        if (unit == null) {
            throw new IllegalStateException("the column has no units");
        }
        return unit;
    }

    /** Names and types of the columns that are built beside the one of its name, in order: the flag, the units. */
    public Map<String, ColumnType> besides() {
        Map<String, ColumnType> besides = new LinkedHashMap<>();
        if (flag) {
            besides.put(missingFlagName(), ColumnType.BOOLEAN);
        }
        if (unit != null) {
            besides.put(unitName(), ColumnType.TEXT);
            besides.put(normalisedName(), unit.normalisedType(type()));
        }
        return besides;
    }

    /** The same without annotations, as it enters fingerprints. */
    SilverColumn bare() {
        NullPolicy policy = nulls instanceof NullPolicy.Fill fill
                ? new NullPolicy.Fill(fill.value(), NullPolicy.FillOrigin.DEFAULT, null)
                : nulls;
        return nulls(policy)
                .withChecks(checks.stream().map(Check::bare).toList())
                .annotated(Annotations.NONE);
    }

    /** The same with the columns renamed that its checks and its null policy name. */
    SilverColumn renameInside(String from, String to) {
        return withChecks(checks.stream()
                        .map(c -> ColumnChecks.rename(c, from, to))
                        .toList())
                .nulls(
                        nulls instanceof NullPolicy.Forward forward
                                ? forward.rename(n -> n.equals(from) ? to : n)
                                : nulls);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SilverColumn that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return Json.write(this);
    }

    private List<?> parts() {
        return Arrays.asList(source, name, parse, unreadable, nullWords, nulls, flag, mapping, unit, checks, notes);
    }

    /** The constant a missing value is filled with, or null. */
    @Nullable
    Expression filling() {
        return nulls instanceof NullPolicy.Fill fill ? fill.value() : null;
    }
}
