package io.medallion.jdbc.load;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.medallion.jdbc.source.Source;
import io.medallion.jdbc.store.Database;
import io.medallion.jdbc.store.OwnSchema;
import io.medallion.sql.Naming;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** A process that loads more text than its heap holds through a pool: the arguments are the URL of a database and the number of rows. */
final class LoadInSmallHeap {

    private LoadInSmallHeap() {}

    public static void main(String[] arguments) {
        long rows = Long.parseLong(arguments[1]);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            System.out.println(load(pool, rows));
        }
    }

    private static long load(HikariDataSource pool, long rows) {
        Database database = Database.on(pool, Naming.schemaPerLayer(), Clock.systemUTC(), () -> UUID.randomUUID()
                .toString());
        new OwnSchema(database).migrate();
        String filling = "x".repeat(1_000);
        Source source = Source.rows("wide", List.of("id", "note"), sink -> {
            for (long i = 0; i < rows; i++) {
                sink.row("" + i, filling + i);
            }
        });
        LoadResult result = new BronzeLoader(database).load(LoadRequest.of("shop", source, null));
        return result.batches().get(0).batch().rows();
    }
}
