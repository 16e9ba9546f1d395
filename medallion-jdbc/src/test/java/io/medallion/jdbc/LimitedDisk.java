package io.medallion.jdbc;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.jdbc.source.Csv;
import io.medallion.spec.SilverColumn;
import io.medallion.spec.SilverSpec;
import java.io.IOException;
import java.nio.file.Path;

/** A process whose files may not grow beyond some bytes, like those on a full disk: loads or builds and says what came of it. */
final class LimitedDisk {

    private LimitedDisk() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[2]);
        try (Medallion medallion = Medallion.embedded(Path.of(arguments[1]))) {
            Pipeline shop = medallion.pipeline("shop", Csv.file(file));
            shop.tables();
            limit(arguments[3]);
            if (arguments[0].equals("load")) {
                shop.bronze().load();
            } else {
                shop.silver().build(SilverSpec.of("orders", SilverColumn.column("id"), SilverColumn.column("note")));
            }
            System.out.println("done");
        } catch (MedallionException failed) {
            failed.problems().stream().map(Problem::toString).forEach(System.out::println);
        }
        // what the database writes when it is closed finds no room either
        Runtime.getRuntime().halt(0);
    }

    /** Only now: before it the driver unpacks itself. */
    private static void limit(String bytes) throws IOException, InterruptedException {
        String me = String.valueOf(ProcessHandle.current().pid());
        int exit = new ProcessBuilder("prlimit", "--pid", me, "--fsize=" + bytes)
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("prlimit ended with " + exit);
        }
    }
}
