package io.medallion.jdbc.load;

import io.medallion.Layer;
import io.medallion.jdbc.source.SourceColumn;
import io.medallion.spec.BronzeSpec;
import io.medallion.sql.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table that a part is loaded into.
 *
 * @param spec of the table
 * @param positions for each column of the table the position of its values in the source, -1 where it has none
 * @param stamp of the batch
 */
record Target(BronzeSpec spec, int[] positions, Stamp stamp) {

    static Target of(BronzeSpec spec, List<SourceColumn> source, Stamp stamp) {
        return new Target(spec, Drift.positions(spec.columns(), source), stamp);
    }

    TableName name(io.medallion.sql.Naming naming) {
        return naming.table(Layer.BRONZE, spec.table());
    }

    /** The same of values in UTF-8. */
    byte @Nullable [][] arranged(byte @Nullable [][] record) {
        byte @Nullable [][] values = new byte[positions.length][];
        for (int i = 0; i < positions.length; i++) {
            values[i] = positions[i] < 0 ? null : record[positions[i]];
        }
        return values;
    }

    /** The values of a record in the order of the table. */
    @Nullable
    String[] arranged(@Nullable String[] record) {
        @Nullable String[] values = new String[positions.length];
        for (int i = 0; i < positions.length; i++) {
            values[i] = positions[i] < 0 ? null : record[positions[i]];
        }
        return values;
    }
}
