package io.medallion.jdbc;

import static io.medallion.spec.Parse.date;
import static io.medallion.spec.Parse.decimal;
import static io.medallion.spec.Parse.integer;
import static io.medallion.spec.Parse.text;
import static io.medallion.spec.Parse.yesNo;
import static io.medallion.spec.SilverColumn.column;

import io.medallion.spec.Check;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.TextParse;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One column of a random table: the cells it is filled with, how the library is told to read it, and how plain Java reads it.
 * The two sides share nothing but the words of the specification.
 */
final class RandomColumn {

    /** What plain Java makes of a cell: a value, nothing, or a refusal of the row. */
    record Reading(@Nullable Object value, boolean refused) {

        static final Reading REFUSED = new Reading(null, true);
    }

    private static final String NULL_WORD = "n/a";

    private static final Map<String, String> MAPPING =
            Map.of("a", "b", "A", "b", "a ", "z", "日本", "japan", "", "empty", "it's", "its", " n/a ", "no answer");

    private final List<@Nullable String> pool;
    private SilverColumn column;
    private final Function<String, @Nullable Object> read;
    private Predicate<String> missing;
    private boolean dropsMissing;
    private boolean warnsOfUnreadable;
    private @Nullable Object filling;
    private final List<Predicate<@Nullable Object>> demands = new ArrayList<>();

    private RandomColumn(SilverColumn column, List<@Nullable String> pool, Function<String, @Nullable Object> read) {
        this.column = column;
        this.pool = pool;
        this.read = read;
        this.missing = String::isBlank;
    }

    static List<RandomColumn> five(Random random) {
        return List.of(number(random), amount(random), day(random), word(random), flag(random));
    }

    SilverColumn silver() {
        return column;
    }

    @Nullable
    String cell(Random random) {
        return pool.get(random.nextInt(pool.size()));
    }

    Reading read(@Nullable String cell) {
        if (cell == null || missing.test(cell)) {
            return absent();
        }
        Object value = read.apply(cell);
        if (value == null) {
            return warnsOfUnreadable ? absent() : Reading.REFUSED;
        }
        return demanded(value);
    }

    private Reading absent() {
        return dropsMissing ? Reading.REFUSED : demanded(filling);
    }

    private Reading demanded(@Nullable Object value) {
        return demands.stream().allMatch(d -> d.test(value)) ? new Reading(value, false) : Reading.REFUSED;
    }

    private static RandomColumn number(Random random) {
        RandomColumn made = new RandomColumn(
                column("n").as(integer()),
                Arrays.asList("1", "2", "3", " 2 ", "+3", "007", "x", "", null, "2147483648", "-1", "1,000", "1", "4"),
                cell -> {
                    String digits = cell.strip();
                    if (!digits.matches("[+-]?[0-9]+")) {
                        return null;
                    }
                    BigDecimal number = new BigDecimal(digits);
                    return number.abs().compareTo(new BigDecimal(Integer.MAX_VALUE)) > 0 ? null : number.intValue();
                });
        made.missingAs(random, 0, 0);
        made.demand(random, Check.atLeast(0), value -> value == null || (Integer) value >= 0);
        return made;
    }

    private static RandomColumn amount(Random random) {
        RandomColumn made = new RandomColumn(
                column("a").as(decimal(6, 2)),
                Arrays.asList(
                        "10", "10.5", "-0.01", "1.234", "1.500", " 7 ", "12345.6", "9999.99", "10000", "abc", null, "",
                        "0", "+1.25", "0010.50", "99"),
                cell -> {
                    String digits = cell.strip();
                    if (!digits.matches("[+-]?[0-9]+(\\.[0-9]+)?")) {
                        return null;
                    }
                    BigDecimal number = new BigDecimal(digits);
                    boolean fits = number.stripTrailingZeros().scale() <= 2
                            && number.abs().compareTo(new BigDecimal("10000")) < 0;
                    return fits ? number.setScale(2) : null;
                });
        made.missingAs(random, new BigDecimal("1.5"), new BigDecimal("1.50"));
        made.demand(
                random,
                Check.between(0, 100),
                value -> value == null
                        || ((BigDecimal) value).signum() >= 0
                                && ((BigDecimal) value).compareTo(new BigDecimal(100)) <= 0);
        return made;
    }

    private static RandomColumn day(Random random) {
        RandomColumn made = new RandomColumn(
                column("d").as(date("yyyy-MM-dd")),
                Arrays.asList(
                        "2024-01-31",
                        "2024-02-29",
                        "2023-02-29",
                        "31.01.2024",
                        " 2024-03-01 ",
                        "",
                        null,
                        "2024-13-01",
                        "2024-12-31",
                        "2024-01-31",
                        "1999-07-04"),
                cell -> {
                    try {
                        return cell.strip().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                                ? LocalDate.parse(cell.strip())
                                : null;
                    } catch (DateTimeException wrong) {
                        return null;
                    }
                });
        LocalDate filled = LocalDate.of(2000, 1, 1);
        made.missingAs(random, filled, filled);
        made.demand(
                random,
                Check.atLeast(LocalDate.of(2000, 1, 1)),
                value -> value == null || ((LocalDate) value).getYear() >= 2000);
        return made;
    }

    private static RandomColumn word(Random random) {
        boolean trims = random.nextBoolean();
        boolean blankIsMissing = random.nextBoolean();
        boolean knowsNullWord = random.nextBoolean();
        TextParse parse = trims ? text().trimmed() : text();
        Map<String, String> mapping = random.nextBoolean() ? MAPPING : Map.of();
        SilverColumn column =
                column("t").as(blankIsMissing ? parse.blankAsMissing() : parse).mapped(mapping);
        RandomColumn made = new RandomColumn(
                knowsNullWord ? column.nullWords(NULL_WORD) : column,
                Arrays.asList("a", "A", " a", "a ", "b", "", null, " ", NULL_WORD, " n/a ", "N/A", "日本", "it's"),
                cell -> {
                    String text = trims ? cell.strip() : cell;
                    return mapping.getOrDefault(text, text);
                });
        made.missing = cell -> blankIsMissing && cell.isBlank()
                || knowsNullWord && cell.strip().equals(NULL_WORD);
        made.missingAs(random, "unknown", "unknown");
        Set<String> allowed = Set.of("a", "b", "unknown", "日本", " a", "japan", "its");
        made.demand(random, Check.in(allowed.toArray()), value -> value == null || allowed.contains(value));
        return made;
    }

    private static RandomColumn flag(Random random) {
        RandomColumn made = new RandomColumn(
                column("f").as(yesNo("yes", "no")),
                Arrays.asList("yes", "no", "YES", "No ", "y", "", null, "true"),
                cell -> switch (cell.strip().toLowerCase(Locale.ROOT)) {
                    case "yes" -> true;
                    case "no" -> false;
                    default -> null;
                });
        made.missingAs(random, false, false);
        made.demand(random, Check.notNull(), value -> value != null);
        return made;
    }

    private void missingAs(Random random, Object stated, Object stored) {
        if (random.nextInt(3) == 0) {
            column = column.unreadableOrWarn();
            warnsOfUnreadable = true;
        }
        switch (random.nextInt(4)) {
            case 0 -> {
                column = column.nulls(NullPolicy.dropRow());
                dropsMissing = true;
            }
            case 1 -> {
                column = column.nulls(NullPolicy.fill(stated));
                filling = stored;
            }
            default -> {}
        }
    }

    private void demand(Random random, Check check, Predicate<@Nullable Object> demand) {
        switch (random.nextInt(4)) {
            case 0 -> {
                column = column.check(check);
                demands.add(demand);
            }
            case 1 -> column = column.check(check.orWarn());
            default -> {}
        }
    }
}
