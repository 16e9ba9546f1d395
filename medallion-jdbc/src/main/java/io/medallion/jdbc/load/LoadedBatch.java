package io.medallion.jdbc.load;

import io.medallion.jdbc.source.CsvFormat;
import io.medallion.jdbc.store.BatchRow;
import io.medallion.jdbc.store.SchemaChangeRow;
import java.util.List;
import java.util.Optional;

/**
 * What became of one file (or one row producer) of a load.
 *
 * @param batch the batch as it is recorded; of an earlier load when nothing was added
 * @param added false when the same content was loaded from the same source before and is still in force
 * @param format how the file is written, for CSV
 * @param changes of the columns that it brought
 * @param replaced how many earlier batches it took out of force
 */
public record LoadedBatch(
        BatchRow batch, boolean added, Optional<CsvFormat> format, List<SchemaChangeRow> changes, long replaced) {

    public LoadedBatch {
        changes = List.copyOf(changes);
    }
}
