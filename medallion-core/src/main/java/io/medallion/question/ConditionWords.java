package io.medallion.question;

import io.medallion.ColumnType;
import io.medallion.expression.Binary;
import io.medallion.expression.BinaryOperator;
import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.Literal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads conditions: {@code country is DE}, {@code segment = 'B2B' and amount > 100}. */
final class ConditionWords {

    /** What was read. @param conditions for each condition every meaning @param next the first word after them */
    record Read(List<List<Expression>> conditions, int next) {}

    private static final int LONGEST_NAME = 4;

    private final Vocabulary vocabulary;
    private final List<Words.Word> words;

    ConditionWords(Vocabulary vocabulary, List<Words.Word> words) {
        this.vocabulary = vocabulary;
        this.words = words;
    }

    /** One condition, and as many more as follow after "and". */
    Optional<Read> at(int start) {
        List<List<Expression>> conditions = new ArrayList<>();
        int next = start;
        Optional<Read> one = one(start);
        while (one.isPresent()) {
            conditions.addAll(one.get().conditions());
            next = one.get().next();
            boolean more = next < words.size() && words.get(next).is("and");
            one = more ? one(next + 1) : Optional.empty();
        }
        return conditions.isEmpty() ? Optional.empty() : Optional.of(new Read(conditions, next));
    }

    private Optional<Read> one(int start) {
        for (int length = Math.min(LONGEST_NAME, words.size() - start - 1); length > 0; length--) {
            String name = words.subList(start, start + length).stream()
                    .map(Words.Word::text)
                    .collect(Collectors.joining(" "));
            List<ColumnRef> columns = vocabulary.groupings(name);
            if (!columns.isEmpty() && !words.get(start).quoted()) {
                return compared(columns, start + length);
            }
        }
        return Optional.empty();
    }

    private Optional<Read> compared(List<ColumnRef> columns, int at) {
        int next = at;
        BinaryOperator operator = BinaryOperator.EQUAL;
        boolean stated = false;
        while (next < words.size() && !words.get(next).quoted() && isOperator(words.get(next))) {
            operator = operator(words.get(next), operator);
            stated = true;
            next++;
        }
        boolean plainValue = next < words.size() && (stated || words.get(next).quoted() || isValue(words.get(next)));
        if (!plainValue) {
            return Optional.empty();
        }
        String value = words.get(next).text();
        BinaryOperator comparison = operator;
        List<Expression> meanings = columns.stream()
                .flatMap(c -> Optional.ofNullable(literal(value, type(c))).stream()
                        .<Expression>map(l -> new Binary(comparison, c, l)))
                .toList();
        return meanings.isEmpty() ? Optional.empty() : Optional.of(new Read(List.of(meanings), next + 1));
    }

    /** Without a word of comparison only what cannot be another part of the question is taken for a value. */
    private static boolean isValue(Words.Word word) {
        return !word.is("by", "per", "and", "in", "since", "before", "after", "between", "where", "for", "with", ",");
    }

    private static boolean isOperator(Words.Word word) {
        return word.is(
                "is", "are", "=", "equals", "not", "<>", "!=", "<", "<=", ">", ">=", "greater", "more", "less", "fewer",
                "than", "over", "above", "under", "below");
    }

    private static BinaryOperator operator(Words.Word word, BinaryOperator before) {
        if (word.is("not", "<>", "!=")) {
            return BinaryOperator.NOT_EQUAL;
        }
        if (word.is(">", "greater", "more", "over", "above")) {
            return BinaryOperator.GREATER;
        }
        if (word.is("<", "less", "fewer", "under", "below")) {
            return BinaryOperator.LESS;
        }
        if (word.is(">=")) {
            return BinaryOperator.GREATER_OR_EQUAL;
        }
        return word.is("<=") ? BinaryOperator.LESS_OR_EQUAL : before;
    }

    private ColumnType type(ColumnRef column) {
        return vocabulary
                .model()
                .table(String.valueOf(column.table()))
                .orElseThrow()
                .input()
                .types()
                .get(column.column());
    }

    private static @Nullable Literal literal(String value, ColumnType type) {
        try {
            return switch (type.kind()) {
                case TEXT -> Literal.canHold(value) ? Literal.of(value) : null;
                case INTEGER, BIGINT, DECIMAL, DOUBLE -> Literal.of(new BigDecimal(value));
                case BOOLEAN -> truth(value);
                case DATE, TIMESTAMP -> Literal.of(LocalDate.parse(value));
                case TIME, TIMESTAMPTZ, JSON -> null;
            };
        } catch (NumberFormatException | DateTimeException notOfTheType) {
            return null;
        }
    }

    private static @Nullable Literal truth(String value) {
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("yes")) {
            return Literal.of(true);
        }
        return value.equalsIgnoreCase("false") || value.equalsIgnoreCase("no") ? Literal.of(false) : null;
    }
}
