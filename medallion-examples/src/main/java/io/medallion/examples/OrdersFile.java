package io.medallion.examples;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Random;

/** Makes a CSV file of orders: 12 columns, about 140 bytes a row, the same on every run. */
final class OrdersFile {

    static final String HEADER =
            "order_id,customer,email,country,status,ordered_on,shipped_at,quantity,unit_price,discount,express,note";

    private static final String[] COUNTRIES = {"DE", "FR", "US", "GB", "IT", "ES", "NL", "PL", "SE", "JP"};
    private static final String[] STATES = {"open", "paid", "shipped", "returned", "cancelled"};

    private OrdersFile() {}

    /**
     * Writes the file unless it is there.
     *
     * @param rows how many orders
     * @param badShare the share of rows with one value that does not parse or pass a check, 0 to 1
     */
    static Path write(Path directory, long rows, double badShare) throws IOException {
        Path file =
                directory.resolve(String.format(Locale.ROOT, "orders-%d-%d.csv", rows, Math.round(badShare * 1000)));
        if (Files.exists(file)) {
            return file;
        }
        Path partial = directory.resolve(file.getFileName() + ".part");
        Random random = new Random(20_260_101);
        try (BufferedWriter out = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            out.write('\n');
            for (long id = 1; id <= rows; id++) {
                out.write(row(id, random, random.nextDouble() < badShare));
            }
        }
        return Files.move(partial, file);
    }

    private static String row(long id, Random random, boolean bad) {
        LocalDate day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(1_800));
        LocalDateTime shipped = day.atStartOfDay().plusSeconds(random.nextInt(400_000));
        int customer = random.nextInt(200_000);
        int broken = bad ? random.nextInt(4) : -1;
        return id
                + ",Customer " + customer
                + ",customer" + customer + "@example.org"
                + "," + COUNTRIES[random.nextInt(COUNTRIES.length)]
                + "," + STATES[random.nextInt(STATES.length)]
                + "," + (broken == 0 ? "2024-02-30" : day)
                + "," + String.format(Locale.ROOT, "%s %tT", shipped.toLocalDate(), shipped)
                + "," + (broken == 1 ? "many" : 1 + random.nextInt(50))
                + "," + (broken == 2 ? "-" : "") + (1 + random.nextInt(900)) + "." + (10 + random.nextInt(90))
                + "," + (broken == 3 ? "10%" : "0." + (10 + random.nextInt(90)))
                + "," + random.nextBoolean()
                + ",delivery note " + Long.toHexString(random.nextLong()) + " for the customer\n";
    }
}
