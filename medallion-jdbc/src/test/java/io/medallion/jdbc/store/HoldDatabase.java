package io.medallion.jdbc.store;

import io.medallion.MedallionException;
import io.medallion.sql.Naming;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** A process that opens a database file, says so and keeps it until it is ended; or says why it cannot. */
final class HoldDatabase {

    private HoldDatabase() {}

    public static void main(String[] arguments) throws IOException {
        try (Database database = Database.embedded(
                Path.of(arguments[0]), Map.of(), Naming.schemaPerLayer(), Clock.systemUTC(), () -> "id")) {
            System.out.println("held by " + database.dialect());
            System.out.flush();
            System.in.read();
        } catch (MedallionException e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }
}
