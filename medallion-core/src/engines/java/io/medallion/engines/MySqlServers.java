package io.medallion.engines;

import io.medallion.sql.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.mysql.MySQLContainer;

/** Where MySQL comes from, if from anywhere: no server of it can be had from Maven. */
final class MySqlServers {

    private static final String IMAGE = "mysql:8.4";

    /** Defaults that would change results if anything relied on them; local files are read where the client offers them. */
    private static final List<String> SETTINGS = List.of(
            "--character-set-server=latin1",
            "--collation-server=latin1_swedish_ci",
            "--default-time-zone=-05:00",
            "--local-infile=1",
            "--skip-log-bin",
            "--performance-schema=OFF",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-buffer-pool-size=256M",
            "--max-connections=200");

    private MySqlServers() {}

    static Optional<DatabaseServer> find() {
        String given = System.getProperty("medallion.mysql.url", System.getenv("MEDALLION_MYSQL_URL"));
        if (given != null) {
            return Optional.of(new DatabaseServer(Dialect.MYSQL, given, "as given", () -> {}));
        }
        return Docker.answers() ? Optional.of(container()) : local();
    }

    private static DatabaseServer container() {
        MySQLContainer server = new MySQLContainer(IMAGE)
                .withUsername("root")
                .withPassword("root")
                .withCommand(SETTINGS.toArray(String[]::new));
        server.start();
        String url = url(server.getHost(), server.getMappedPort(3306), "root");
        return new DatabaseServer(Dialect.MYSQL, url, "in a container", server::stop);
    }

    static Optional<DatabaseServer> local() {
        return program().map(MySqlServers::started);
    }

    static Optional<Path> program() {
        return Programs.find("mysqld").filter(MySqlServers::isMySql);
    }

    /** On many machines the program of that name is MariaDB's. */
    private static boolean isMySql(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 && !said.contains("MariaDB");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseServer started(Path program) {
        List<String> makeData = List.of(program.toString(), "--initialize-insecure");
        List<String> serve = Stream.concat(
                        Stream.of(program.toString(), "--mysqlx=OFF", "--secure-file-priv=NULL"), SETTINGS.stream())
                .toList();
        LocalServer.Running running =
                new LocalServer(makeData, serve, null, port -> url("127.0.0.1", port, "")).start();
        provideMd5(running.url());
        return new DatabaseServer(Dialect.MYSQL, running.url(), "of this machine", running.stop());
    }

    /** Since 9.6 it is in a component that comes with the server and is not loaded. */
    private static void provideMd5(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("install component 'file://component_classic_hashing'");
        } catch (SQLException before) {
            // the server is older and needs none
        }
    }

    private static String url(String host, int port, String password) {
        return "jdbc:mysql://" + host + ":" + port + "/mysql?user=root&password=" + password
                + "&allowLoadLocalInfile=true&allowPublicKeyRetrieval=true&sslMode=DISABLED";
    }
}
