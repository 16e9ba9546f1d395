package io.medallion.jdbc.load;

import io.medallion.Layer;
import io.medallion.jdbc.source.SourceColumn;
import io.medallion.spec.BronzeSpec;
import io.medallion.sql.BronzeStamp;
import io.medallion.sql.TableName;
import java.util.List;

/**
 * The table that a part is loaded into.
 *
 * @param spec of the table
 * @param positions for each column of the table the position of its values in the source, -1 where it has none
 * @param stamp of the batch
 * @param stamped whether the rows carry the stamp, rather than get it when all of them are there
 */
record Target(BronzeSpec spec, int[] positions, BronzeStamp stamp, boolean stamped) {

    static Target of(BronzeSpec spec, List<SourceColumn> source, BronzeStamp stamp) {
        return new Target(spec, Drift.positions(spec.columns(), source), stamp, true);
    }

    Target unstamped() {
        return new Target(spec, positions, stamp, false);
    }

    TableName name(io.medallion.sql.Naming naming) {
        return naming.table(Layer.BRONZE, spec.table());
    }
}
