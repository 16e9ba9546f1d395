package io.medallion.jdbc.store;

import io.medallion.sql.Naming;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** A process that takes the lock of a pipeline on a server, says so and keeps it until it is ended. */
final class HoldPipeline {

    private HoldPipeline() {}

    public static void main(String[] arguments) throws IOException {
        try (Database database = Database.connect(
                arguments[0], null, null, 1, Naming.schemaPerLayer(), Clock.systemUTC(), () -> UUID.randomUUID()
                        .toString())) {
            PipelineLock.Attempt attempt = PipelineLock.acquire(database, "shop", "another process", Duration.ZERO);
            System.out.println(attempt instanceof PipelineLock.Held ? "held" : attempt);
            System.out.flush();
            System.in.read();
        }
    }
}
