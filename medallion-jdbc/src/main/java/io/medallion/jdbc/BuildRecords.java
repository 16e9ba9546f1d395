package io.medallion.jdbc;

import io.medallion.jdbc.build.BuildCounts;
import io.medallion.jdbc.store.BuildReasonRow;
import io.medallion.jdbc.store.BuildRow;
import io.medallion.spec.LayerSpec;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Lines of the build log as values, and back. */
final class BuildRecords {

    private BuildRecords() {}

    static Build build(BuildRow row, List<BuildReasonRow> reasons) {
        return new Build(
                row.buildId(),
                row.pipeline(),
                row.layer(),
                row.table(),
                row.version(),
                row.specFingerprint(),
                Build.Status.valueOf(row.status()),
                row.startedAt(),
                row.finishedAt(),
                new Build.Rows(row.rowsRead(), row.rowsWritten(), row.rowsRejected(), row.rowsDuplicate()),
                reasons.stream()
                        .map(r -> new Build.Reason(r.rule(), r.action(), r.rows()))
                        .toList(),
                row.sqlText(),
                row.error());
    }

    static List<BuildReasonRow> reasons(String buildId, BuildCounts counts) {
        return counts.reasons().stream()
                .map(r -> new BuildReasonRow(buildId, r.rule(), r.action(), r.rows()))
                .sorted(Comparator.comparingLong(BuildReasonRow::rows)
                        .reversed()
                        .thenComparing(BuildReasonRow::rule))
                .toList();
    }

    static BuildRow running(String id, String pipeline, LayerSpec spec, long version, Instant now, String sql) {
        return new BuildRow(
                id,
                pipeline,
                spec.layer(),
                spec.table(),
                version,
                spec.fingerprint(),
                Build.Status.RUNNING.name(),
                now,
                null,
                0,
                0,
                0,
                0,
                sql,
                null);
    }

    static BuildRow published(BuildRow running, Instant now, BuildCounts counts, String sql) {
        return new BuildRow(
                running.buildId(),
                running.pipeline(),
                running.layer(),
                running.table(),
                running.version() + 1,
                running.specFingerprint(),
                Build.Status.PUBLISHED.name(),
                running.startedAt(),
                now,
                counts.read(),
                counts.written(),
                counts.rejected(),
                counts.duplicates(),
                sql,
                null);
    }

    static BuildRow failed(BuildRow running, Instant now, String error) {
        return failed(running, now, BuildCounts.NONE, running.sqlText(), error);
    }

    static BuildRow failed(BuildRow running, Instant now, BuildCounts counts, String sql, String error) {
        return new BuildRow(
                running.buildId(),
                running.pipeline(),
                running.layer(),
                running.table(),
                running.version(),
                running.specFingerprint(),
                Build.Status.FAILED.name(),
                running.startedAt(),
                now,
                counts.read(),
                counts.written(),
                counts.rejected(),
                counts.duplicates(),
                sql,
                error);
    }
}
