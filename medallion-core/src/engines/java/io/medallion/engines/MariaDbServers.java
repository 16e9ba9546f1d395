package io.medallion.engines;

import io.medallion.sql.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testcontainers.mariadb.MariaDBContainer;

/** Where MariaDB comes from. */
final class MariaDbServers {

    private static final String IMAGE = "mariadb:10.11";

    /** Defaults that would change results if anything relied on them; local files are read where the client offers them. */
    static final List<String> SETTINGS = List.of(
            "--character-set-server=latin1",
            "--collation-server=latin1_swedish_ci",
            "--default-time-zone=-05:00",
            "--local-infile=1",
            "--skip-log-bin",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-buffer-pool-size=256M",
            "--max-connections=200");

    /** Where the build unpacks the server from Maven, seen from every module. */
    private static final Path UNPACKED = Path.of("..", "medallion-core", "target", "mariadb");

    private MariaDbServers() {}

    static DatabaseServer find() {
        String given = System.getProperty("medallion.mariadb.url", System.getenv("MEDALLION_MARIADB_URL"));
        if (given != null) {
            return new DatabaseServer(Dialect.MARIADB, given, "as given", () -> {});
        }
        return Docker.answers() ? container() : local();
    }

    private static DatabaseServer container() {
        MariaDBContainer server = new MariaDBContainer(IMAGE)
                .withUsername("root")
                .withPassword("root")
                .withCommand(SETTINGS.toArray(String[]::new));
        server.start();
        String url = url(server.getHost(), server.getMappedPort(3306), "root");
        return new DatabaseServer(Dialect.MARIADB, url, "in a container", server::stop);
    }

    /** The machine's own where there is one, else the one from Maven. */
    static DatabaseServer local() {
        return Programs.find("mariadbd")
                .flatMap(server -> Programs.find("mariadb-install-db")
                        .map(install -> started(install, server, null, "of this machine")))
                .orElseGet(MariaDbServers::unpacked);
    }

    private static DatabaseServer started(Path install, Path server, @Nullable Path home, String origin) {
        List<String> makeData =
                List.of(install.toString(), "--auth-root-authentication-method=normal", "--skip-test-db");
        List<String> serve =
                Stream.concat(Stream.of(server.toString()), SETTINGS.stream()).toList();
        LocalServer.Running running =
                new LocalServer(makeData, serve, home, port -> url("127.0.0.1", port, "")).start();
        return new DatabaseServer(Dialect.MARIADB, running.url(), origin, running.stop());
    }

    private static DatabaseServer unpacked() {
        try (Stream<Path> files = Files.walk(UNPACKED)) {
            Path server = files.filter(file -> file.endsWith(Path.of("bin", "mariadbd")))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no bin/mariadbd in " + UNPACKED));
            Path home = server.getParent().getParent().toAbsolutePath().normalize();
            try (Stream<Path> programs = Stream.concat(Files.list(home.resolve("bin")), Files.list(home.resolve("scripts")))) {
                programs.forEach(program -> program.toFile().setExecutable(true));
            }
            return started(
                    home.resolve("scripts/mariadb-install-db"), home.resolve("bin/mariadbd"), home, "from Maven");
        } catch (IOException e) {
            throw new UncheckedIOException("neither a server on this machine nor one from Maven; run a build first", e);
        }
    }

    static String url(String host, int port, String password) {
        return "jdbc:mariadb://" + host + ":" + port + "/mysql?user=root&password=" + password
                + "&allowLocalInfile=true";
    }
}
