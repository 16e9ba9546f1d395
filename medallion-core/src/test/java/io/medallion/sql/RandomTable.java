package io.medallion.sql;

import io.medallion.ColumnType;
import io.medallion.spec.Check;
import io.medallion.spec.Deduplication;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.Parse;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import io.medallion.spec.TextParse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A random Silver spec and random dirty rows for it. */
final class RandomTable {

    private static final List<String> WORDS = List.of(
            "a",
            "A",
            "a ",
            " a",
            "\u00e9",
            "e\u0301",
            "\u00C4",
            "\uD83D\uDE00",
            "\uFFFD",
            "\u65E5\u672C",
            "",
            " ",
            "\u00A0",
            "n/a",
            "N/A",
            "null",
            "it's",
            "back\\slash",
            "50%",
            "under_score",
            "\"",
            "`",
            "tab\tline\n",
            "\u0001",
            "\uFF17",
            "z".repeat(3_000),
            "z".repeat(3_000) + "!",
            "-999",
            "0");

    private static final int ROWS = 40;

    /** A row of Bronze: the sequence and name of its batch, its number, its cells. */
    record Row(long sequence, String batch, long number, List<@Nullable String> cells) {}

    final SilverSpec spec;
    final List<Row> rows = new ArrayList<>();

    RandomTable(String name, Random random) {
        List<SilverColumn> columns = new ArrayList<>();
        List<List<@Nullable String>> pools = new ArrayList<>();
        int typed = 2 + random.nextInt(3);
        for (int i = 0; i < typed; i++) {
            Parse parse = DirtyTexts.PARSES.get(random.nextInt(DirtyTexts.PARSES.size()));
            columns.add(typed(i, parse, random));
            pools.add(pool(parse, random));
        }
        for (int i = typed; i < typed + 2; i++) {
            columns.add(text(i, random));
            pools.add(words(random));
        }
        SilverSpec made = SilverSpec.of(name, columns).deduplicated(deduplication(columns, random));
        spec = random.nextInt(4) == 0 ? made.key(columns.get(typed).name()) : made;
        fill(pools, random);
    }

    private void fill(List<List<@Nullable String>> pools, Random random) {
        for (int i = 0; i < ROWS; i++) {
            List<@Nullable String> cells = new ArrayList<>();
            for (List<@Nullable String> pool : pools) {
                cells.add(pool.get(random.nextInt(pool.size())));
            }
            boolean first = i < ROWS / 2;
            rows.add(new Row(first ? 2 : 1, first ? "b1" : "b0", i % (ROWS / 2) + 1, cells));
        }
    }

    /** Mostly values, so that rows are left over when every column may refuse. */
    private static List<@Nullable String> pool(Parse parse, Random random) {
        List<String> good = DirtyTexts.SEEDS.stream()
                .filter(text -> parse.accept(new ParseOracle())
                        .apply(ParseOracle.strip(text))
                        .isPresent())
                .toList();
        List<@Nullable String> pool = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String text = good.get(random.nextInt(good.size()));
            pool.add(random.nextInt(6) == 0 ? " " + text + "\u00A0" : text);
        }
        pool.add(DirtyTexts.SEEDS.get(random.nextInt(DirtyTexts.SEEDS.size())));
        pool.add(random.nextBoolean() ? null : random.nextBoolean() ? "" : "n/a");
        return pool;
    }

    private static List<@Nullable String> words(Random random) {
        List<@Nullable String> pool = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            pool.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        pool.add(null);
        return pool;
    }

    private static SilverColumn typed(int i, Parse parse, Random random) {
        SilverColumn column = SilverColumn.column("c" + i).as(parse);
        if (random.nextBoolean()) {
            column = column.nullWords("n/a", "-999", "0");
        }
        column = random.nextInt(3) == 0 ? column.unreadableOrWarn() : column;
        column = switch (random.nextInt(8)) {
            case 0 -> column.nulls(NullPolicy.dropRow());
            case 1 -> parse.type().isNumeric() ? column.nulls(NullPolicy.fillZero()) : column;
            default -> column;
        };
        return switch (random.nextInt(8)) {
            case 0 -> column.check(Check.notNull());
            case 1 ->
                parse.type().isNumeric()
                        ? column.check(Check.atLeast(0))
                        : column.check(Check.notNull().orWarn());
            case 2 -> column.flagMissing();
            default -> column;
        };
    }

    private static SilverColumn text(int i, Random random) {
        TextParse parse = Parse.text();
        parse = random.nextBoolean() ? parse.trimmed() : parse;
        parse = random.nextBoolean() ? parse.blankAsMissing() : parse;
        parse = random.nextInt(4) == 0 ? parse.lowerCase() : parse;
        SilverColumn column = SilverColumn.column("c" + i).as(parse);
        if (random.nextBoolean()) {
            column = column.nullWords("n/a", "null");
        }
        column = random.nextInt(4) == 0 ? column.nulls(NullPolicy.fillUnknown()) : column;
        return random.nextInt(5) == 0 ? column.check(Check.lengthBetween(0, 5)) : column;
    }

    private static Deduplication deduplication(List<SilverColumn> columns, Random random) {
        String key = columns.get(random.nextInt(columns.size())).name();
        String other = columns.get(random.nextInt(columns.size())).name();
        return switch (random.nextInt(4)) {
            case 0 -> Deduplication.latestPer(key).by(other);
            case 1 -> Deduplication.firstPer(key).by(other);
            case 2 -> key.equals(other) ? Deduplication.latestPer(key) : Deduplication.latestPer(key, other);
            default -> Deduplication.none();
        };
    }

    /** The type of a column whose sum and mean stay within every database's numbers, if there is one. */
    Optional<SilverColumn> summable() {
        return spec.columns().stream()
                .filter(c -> switch (c.type().kind()) {
                    case INTEGER, BIGINT -> true;
                    case DECIMAL -> c.type().precision() <= 12;
                    default -> false;
                })
                .findFirst();
    }

    ColumnType type(String column) {
        return spec.column(column).type();
    }
}
