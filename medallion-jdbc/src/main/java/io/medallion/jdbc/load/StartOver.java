package io.medallion.jdbc.load;

import io.medallion.jdbc.source.SourcePart;

/** A part has to be loaded in a slower way: the transaction is given up and begun again. */
final class StartOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** How a part gets into the table, fastest first. */
    enum Way {
        /** By an insert within the database. */
        INNER,
        /** By the database's own reader, scanned at the same time. */
        UNSCANNED,
        /** By the database's own reader when a scan before says that it can, else record by record. */
        SCANNED,
        /** Record by record. */
        STREAMED
    }

    private final transient SourcePart part;
    private final Way way;

    StartOver(SourcePart part, Way way) {
        super(part.fileName() + ": " + way, null, false, false);
        this.part = part;
        this.way = way;
    }

    SourcePart part() {
        return part;
    }

    Way way() {
        return way;
    }
}
