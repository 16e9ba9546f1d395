package io.medallion.jdbc.load;

import io.medallion.jdbc.load.StartOver.Way;
import io.medallion.jdbc.source.CsvScan;
import io.medallion.jdbc.source.SourcePart;
import io.medallion.jdbc.store.DatabaseException;
import io.medallion.jdbc.store.Session;
import io.medallion.sql.SqlScript.Step;
import io.medallion.sql.SqlStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads a regular CSV file through DuckDB's own reader. The facts about the file come from a scan, made before or, for a file that is new, beside
 * the load on the core that the load leaves idle; when they turn out not to fit, the load starts over in a slower way.
 */
final class ReaderLoad {

    private static final Logger LOG = LoggerFactory.getLogger(ReaderLoad.class);
    private static final long PAUSE_MILLIS = 100;

    private final SourcePart part;
    private final Target target;
    private final Progress progress;
    private final AtomicReference<@Nullable Statement> running = new AtomicReference<>();

    ReaderLoad(SourcePart part, Target target, Progress progress) {
        this.part = part;
        this.target = target;
        this.progress = progress;
    }

    /** Loads a file whose scan is known. */
    Loaded run(Session session, CsvScan scan) throws Exception {
        String insert = new ReadCsv(session.sql()).insert(part, target, scan);
        try (Beside<Long> rows = insert(session, insert)) {
            watch(session, rows, null);
            return checked(rows, scan);
        }
    }

    /**
     * Loads a file and scans it at the same time.
     *
     * @param staged the table that holds its records already, null when they are still in the file
     */
    Loaded runUnscanned(Session session, @Nullable String staged) throws Exception {
        ReadCsv reader = new ReadCsv(session.sql());
        String insert = staged == null ? reader.insert(part, target, null) : reader.insertStaged(target, staged);
        try (Beside<CsvScan> scan =
                        Beside.start("medallion-scan", () -> part.scan().orElseThrow());
                Beside<Long> rows = insert(session, insert)) {
            watch(session, rows, scan);
            CsvScan found = scan.result();
            if (!fits(found)) {
                throw new StartOver(part, Way.SCANNED);
            }
            return checked(rows, found);
        }
    }

    /** What an insert that knows nothing of the file takes for granted. */
    private static boolean fits(CsvScan scan) {
        return scan.regular() && !scan.multiLine();
    }

    private Loaded checked(Beside<Long> insert, CsvScan scan) throws Exception {
        long rows;
        try {
            rows = insert.result();
        } catch (DatabaseException e) {
            if (e.kind() != DatabaseException.Kind.OTHER) {
                throw e;
            }
            LOG.warn(
                    "DuckDB's reader refused {}, which looks regular; reading it record by record", part.fileName(), e);
            throw new StartOver(part, Way.STREAMED);
        }
        if (rows != scan.records()) {
            LOG.warn(
                    "DuckDB's reader gave {} rows of {}, which has {} records; reading it record by record",
                    rows,
                    part.fileName(),
                    scan.records());
            throw new StartOver(part, Way.STREAMED);
        }
        return new Loaded(
                rows, Loaded.UNCOUNTED, ContentHash.of(scan, part.format().orElseThrow(), kept(target, part)), null);
    }

    /** The columns of the source that the table keeps. */
    static List<String> kept(Target target, SourcePart part) {
        return IntStream.of(target.positions())
                .filter(position -> position >= 0)
                .mapToObj(position -> part.columns().get(position).name())
                .toList();
    }

    private Beside<Long> insert(Session session, String text) {
        SqlStatement load = new SqlStatement(
                Step.LOAD,
                "load of " + part.fileName() + " into table '" + target.spec().table() + "'",
                text);
        // DuckDB counts how far it is only for a progress bar, which must not be printed
        session.set("enable_progress_bar_print", "false");
        session.set("enable_progress_bar", "true");
        return Beside.start("medallion-insert", () -> session.run(load, running::set));
    }

    /** Waits for the insert, says how far it is, and stops it as soon as it is of no use. */
    private void watch(Session session, Beside<Long> insert, @Nullable Beside<CsvScan> scan) {
        boolean judged = scan == null;
        try {
            while (!insert.isDoneWithin(PAUSE_MILLIS)) {
                report();
                if (!judged && scan != null && scan.isDone()) {
                    judged = true;
                    if (!fits(scan.result())) {
                        session.cancel();
                    }
                }
            }
        } catch (InterruptedException e) {
            session.cancel();
            Thread.currentThread().interrupt();
            throw Interrupted.during(target);
        } catch (RuntimeException e) {
            session.cancel();
            throw e;
        } catch (Exception e) {
            session.cancel();
            throw new IllegalStateException(e);
        }
    }

    private void report() {
        Statement statement = running.get();
        if (statement == null) {
            return;
        }
        try {
            double percentage = statement
                    .unwrap(DuckDBPreparedStatement.class)
                    .getQueryProgress()
                    .getPercentage();
            if (percentage >= 0) {
                progress.share(percentage / 100);
            }
        } catch (SQLException e) {
            // it has ended in between
        }
    }
}
