package io.medallion.plan;

import io.medallion.profile.ValueCount;
import io.medallion.spec.Check;
import io.medallion.spec.CheckAction;
import io.medallion.spec.NullPolicy;
import io.medallion.spec.Relationship;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.util.List;

/**
 * A question about the rows of a Bronze table in force, or about built Silver tables ({@link Inclusion}). Questions are values:
 * equal questions have equal answers.
 *
 * @param <A> the type of the answer
 */
public sealed interface ProbeQuestion<A> {

    /** The type of the answer. */
    Class<A> answerType();

    /**
     * What reading a Silver column would do, and what each of its checks would refuse.
     *
     * @param column the column with its checks, all of them answered in order
     */
    record Column(SilverColumn column) implements ProbeQuestion<ColumnAnswer> {
        @Override
        public Class<ColumnAnswer> answerType() {
            return ColumnAnswer.class;
        }
    }

    /**
     * A figure of the values of a column, for its missing ones.
     *
     * @param column the column as it would stand in Silver; values that one of its checks rejects do not count, as far as the
     *     check looks at nothing else
     * @param statistic which figure
     */
    record Fit(SilverColumn column, NullPolicy.Statistic statistic) implements ProbeQuestion<FitAnswer> {
        @Override
        public Class<FitAnswer> answerType() {
            return FitAnswer.class;
        }
    }

    /**
     * How many missing values of a column are filled forward; answered as {@code failed}.
     *
     * @param spec a spec whose rows are read and judged as a build would
     * @param column one of its columns, under {@link NullPolicy.Forward}
     */
    record Filled(SilverSpec spec, String column) implements ProbeQuestion<RowsAnswer> {
        @Override
        public Class<RowsAnswer> answerType() {
            return RowsAnswer.class;
        }
    }

    /**
     * How well columns identify rows.
     *
     * @param columns the columns as they would stand in Silver, at least one
     */
    record Key(List<SilverColumn> columns) implements ProbeQuestion<KeyAnswer> {
        public Key {
            columns = List.copyOf(columns);
        }

        @Override
        public Class<KeyAnswer> answerType() {
            return KeyAnswer.class;
        }
    }

    /**
     * How many rows fail a check of whole rows.
     *
     * @param columns the columns the predicate names, as they would stand in Silver
     * @param check a predicate
     */
    record Rows(List<SilverColumn> columns, Check check) implements ProbeQuestion<RowsAnswer> {
        public Rows {
            columns = List.copyOf(columns);
        }

        @Override
        public Class<RowsAnswer> answerType() {
            return RowsAnswer.class;
        }
    }

    /**
     * Which values a column does not read.
     *
     * @param column the column
     * @param most at most so many different values, the most frequent first
     */
    record Refused(SilverColumn column, int most) implements ProbeQuestion<RefusedAnswer> {
        @Override
        public Class<RefusedAnswer> answerType() {
            return RefusedAnswer.class;
        }
    }

    /** How many rows beyond the first are equal to another in every Bronze column; answered as {@code failed}. */
    record Copies() implements ProbeQuestion<RowsAnswer> {
        @Override
        public Class<RowsAnswer> answerType() {
            return RowsAnswer.class;
        }
    }

    /**
     * How many rows are told apart only by case, accents of Latin letters, apostrophes, the punctuation between words and white
     * space.
     *
     * @param columns the columns compared, as they would stand in Silver, at least one; texts are folded, other types compared
     *     by their value, and what is missing or not read counts as blank
     */
    record NearCopies(List<SilverColumn> columns) implements ProbeQuestion<NearAnswer> {
        public NearCopies {
            columns = List.copyOf(columns);
        }

        @Override
        public Class<NearAnswer> answerType() {
            return NearAnswer.class;
        }
    }

    /**
     * Whether what stands in the referring columns of a Silver table stands in those referred to.
     *
     * @param relationship which columns, of built Silver tables
     */
    record Inclusion(Relationship relationship) implements ProbeQuestion<InclusionAnswer> {
        @Override
        public Class<InclusionAnswer> answerType() {
            return InclusionAnswer.class;
        }
    }

    /**
     * What a {@link Column} question found.
     *
     * @param rows rows in force
     * @param missing rows without a value: NULL, blank or a null word
     * @param refused rows whose value is not read
     * @param failed rows each check of the column would refuse, in the order of the checks
     */
    record ColumnAnswer(long rows, long missing, long refused, List<Long> failed) {
        public ColumnAnswer {
            failed = List.copyOf(failed);
        }

        /** Rows without a value before any is filled in: where a column counts what it does not read as missing, those too. */
        long without(SilverColumn column) {
            return column.unreadable() == CheckAction.WARN ? missing + refused : missing;
        }
    }

    /**
     * What a {@link Fit} question found.
     *
     * @param values rows whose value counts
     * @param found of a mean the sum (of dates the sum of the days since 1970-01-01), of a median the value in the middle or the two
     *     in the middle in order, of a mode the value; canonical text, empty when no value counts
     */
    record FitAnswer(long values, List<String> found) {
        public FitAnswer {
            found = List.copyOf(found);
        }
    }

    /**
     * What a {@link Refused} question found.
     *
     * @param values the values that are not read
     */
    record RefusedAnswer(List<ValueCount> values) {
        public RefusedAnswer {
            values = List.copyOf(values);
        }
    }

    /**
     * What a {@link Key} question found.
     *
     * @param rows rows in force
     * @param incomplete rows with a missing or unreadable part of the key
     * @param distinct different complete keys
     */
    record KeyAnswer(long rows, long incomplete, long distinct) {
        /** Rows beyond the first of each complete key. */
        public long surplus() {
            return rows - incomplete - distinct;
        }
    }

    /**
     * What a {@link Rows}, {@link Copies} or {@link Filled} question found.
     *
     * @param rows rows in force
     * @param failed rows for which the predicate is false, which are copies, or which are filled
     */
    record RowsAnswer(long rows, long failed) {}

    /**
     * What a {@link NearCopies} question found.
     *
     * @param rows rows in force
     * @param equal rows beyond the first of those that are equal in the columns
     * @param near different rows beyond the first of those that are equal once folded
     * @param differing per column, in how many groups of near copies it is written in more than one way
     */
    record NearAnswer(long rows, long equal, long near, List<Long> differing) {
        public NearAnswer {
            differing = List.copyOf(differing);
        }
    }

    /**
     * What an {@link Inclusion} question found.
     *
     * @param rows rows of the referring table
     * @param filled those with a value in every referring column
     * @param found those of them whose values stand in one row referred to or more
     * @param distinct different values of the filled rows
     * @param parents rows of the table referred to
     * @param keys different values without a missing part in it
     */
    record InclusionAnswer(long rows, long filled, long found, long distinct, long parents, long keys) {
        /** Filled rows whose values are not there. */
        public long orphans() {
            return filled - found;
        }

        /** The share of filled rows that find what they refer to; 0 when none is filled. */
        public double share() {
            return filled == 0 ? 0 : (double) found / filled;
        }

        /** Whether the columns referred to identify the rows of their table. */
        public boolean unique() {
            return parents == keys;
        }
    }
}
