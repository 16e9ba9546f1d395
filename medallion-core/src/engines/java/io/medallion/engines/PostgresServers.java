package io.medallion.engines;

import io.medallion.sql.Dialect;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Where PostgreSQL comes from. */
final class PostgresServers {

    private static final String IMAGE = "postgres:17-alpine";

    private PostgresServers() {}

    static DatabaseServer find() {
        String given = System.getProperty("medallion.postgres.url", System.getenv("MEDALLION_POSTGRES_URL"));
        if (given != null) {
            return new DatabaseServer(Dialect.POSTGRES, given, "as given", () -> {});
        }
        return Docker.answers() ? container() : embedded();
    }

    private static DatabaseServer container() {
        PostgreSQLContainer server = new PostgreSQLContainer(IMAGE).withCommand("postgres -c fsync=off");
        server.start();
        String url = server.getJdbcUrl();
        String login = (url.contains("?") ? "&" : "?") + "user=" + server.getUsername() + "&password=" + server.getPassword();
        return new DatabaseServer(Dialect.POSTGRES, url + login, "in a container", server::stop);
    }

    static DatabaseServer embedded() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            return new DatabaseServer(
                    Dialect.POSTGRES, server.getJdbcUrl("postgres", "postgres"), "embedded", () -> close(server));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
