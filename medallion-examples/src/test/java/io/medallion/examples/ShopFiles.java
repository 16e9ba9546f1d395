package io.medallion.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of a small shop, as the examples read them. */
final class ShopFiles {

    private ShopFiles() {}

    static Path orders(Path directory) {
        return write(
                directory.resolve("orders.csv"),
                """
                id,customer_id,created_at,ordered_on,revenue,amount,email
                1,7,2024-01-05 10:00:00,2024-01-05,10.50,10.50,a@x.org
                2,8,2024-01-20 11:30:00,2024-01-20,20.00,20.00,b@y.com
                3,7,2024-02-01 09:15:00,2024-02-01,5.25,5.25,a@x.org
                4,9,2024-02-29 23:59:59,2024-02-29,100.00,100.00,c.d@z.net
                5,9,2024-03-01 00:00:00,2024-03-01,0.75,0.75,e@z.net
                6,8,2024-03-02 08:00:00,2024-03-02,12.00,12.00,b@y.com
                """);
    }

    static Path customers(Path directory) {
        return write(
                directory.resolve("kunden.csv"),
                """
                id,segment,country
                7,retail,DE
                8,wholesale,FR
                9,retail,DE
                """);
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
