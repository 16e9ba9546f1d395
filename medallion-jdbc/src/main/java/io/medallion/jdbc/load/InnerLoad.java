package io.medallion.jdbc.load;

import io.medallion.Layer;
import io.medallion.jdbc.load.StartOver.Way;
import io.medallion.jdbc.source.InnerSelect;
import io.medallion.jdbc.source.InnerSelect.Selection;
import io.medallion.jdbc.source.SourcePart;
import io.medallion.jdbc.store.DatabaseException;
import io.medallion.jdbc.store.Session;
import io.medallion.spec.BronzeSpec;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads a part that is in the same database by one insert on the connection of the load. The rows are those that reading them would give; what this
 * way cannot do, or finds that reading would reject, is loaded row by row instead.
 */
final class InnerLoad {

    private static final Logger LOG = LoggerFactory.getLogger(InnerLoad.class);

    private final Session session;
    private final SourcePart part;
    private final Target target;

    InnerLoad(Session session, SourcePart part, Target target) {
        this.session = session;
        this.part = part;
        this.target = target;
    }

    Loaded run(InnerSelect select) throws SQLException {
        long records;
        try {
            Selection selection = select.begin(session.connection());
            String insert = new InsertRows(session.sql())
                    .from(target, rowNumber(), "(\n" + selection.sql() + fence() + "\n) medallion_rows");
            records = session.asHost(host -> inserted(insert, selection));
        } catch (DatabaseException e) {
            if (e.kind() != DatabaseException.Kind.OTHER) {
                throw e;
            }
            throw rowByRow(e.getMessage());
        } catch (SQLException e) {
            throw rowByRow(e.getMessage());
        }
        return counted(records);
    }

    /** Keeps databases from writing each value again for the hash. */
    private String fence() {
        return switch (session.sql().dialect()) {
            case DUCKDB -> "";
            case POSTGRES -> "\noffset 0";
            case MARIADB, MYSQL -> "\nlimit " + Long.toUnsignedString(-1);
        };
    }

    /** MariaDB's window functions number rows without an order in any order. */
    private String rowNumber() {
        return switch (session.sql().dialect()) {
            case DUCKDB, POSTGRES -> "row_number() over ()";
            case MARIADB, MYSQL -> "(@medallion_row := @medallion_row + 1)";
        };
    }

    private long inserted(String insert, Selection selection) {
        Object[] values = selection.from().stream().toArray();
        return switch (session.sql().dialect()) {
            case DUCKDB, POSTGRES -> session.update(insert, values);
            case MARIADB, MYSQL -> {
                session.update("set @medallion_row = 0");
                long rows = session.update(insert, values);
                // MariaDB makes NULL of what is too long and warns
                long warnings = session.number("select @@warning_count");
                session.update("set @medallion_row = null");
                if (warnings > 0) {
                    throw rowByRow("MariaDB warns of " + warnings + " values");
                }
                yield rows;
            }
        };
    }

    private Loaded counted(long records) {
        BronzeSpec spec = target.spec();
        List<String> columns = spec.columns();
        String hash = spec.rowHash()
                ? session.sql().quoted("_row_hash")
                : RowHash.sql(session.sql().dialect(), columns, session.sql()::quoted);
        List<String> filled = IntStream.range(0, columns.size())
                .filter(i -> target.positions()[i] >= 0)
                .mapToObj(i -> session.sql().quoted(columns.get(i)))
                .toList();
        String sql = "select count(*), coalesce(sum(case when "
                + Unholdable.condition(session.sql().dialect(), filled) + " then 1 else 0 end), 0), "
                + RowSums.sql(session.sql().dialect(), hash) + " from "
                + session.table(Layer.BRONZE, spec.table()) + " where "
                + session.sql().quoted("_batch_id") + " = ?";
        Stored stored = session.first(
                        sql,
                        row -> new Stored(
                                row.getLong(1),
                                row.getLong(2),
                                List.of(row.getString(3), row.getString(4), row.getString(5), row.getString(6))),
                        target.stamp().batchId())
                .orElseThrow();
        if (stored.unholdable() > 0) {
            throw rowByRow(stored.unholdable() + " rows have to be rejected");
        }
        return new Loaded(
                records,
                stored.rows(),
                RowSums.content(stored.rows(), stored.sums(), ReaderLoad.kept(target, part)),
                null);
    }

    private record Stored(long rows, long unholdable, List<String> sums) {}

    private StartOver rowByRow(String why) {
        LOG.info("{} is read row by row, not within the database: {}", part.fileName(), why);
        return new StartOver(part, Way.STREAMED);
    }
}
