package io.medallion.question;

import io.medallion.expression.ColumnRef;
import io.medallion.expression.Expression;
import io.medallion.expression.TimeGrain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was read so far: for each phrase every meaning it can have. Filled by one reader, then only read. */
final class Draft {

    /**
     * One meaning of a grouping.
     *
     * @param column the column; null for the time column of the measure's table
     * @param grain the bucket of time; null for the values themselves
     */
    record GroupMeaning(@Nullable ColumnRef column, @Nullable TimeGrain grain) {}

    final List<List<Vocabulary.MeasureMeaning>> measures = new ArrayList<>();
    final List<List<GroupMeaning>> groupings = new ArrayList<>();
    final List<List<Expression>> conditions = new ArrayList<>();
    final List<Period> periods = new ArrayList<>();

    @Nullable
    Long limit;

    boolean smallestFirst;
    boolean countsUnnamedRows;
}
