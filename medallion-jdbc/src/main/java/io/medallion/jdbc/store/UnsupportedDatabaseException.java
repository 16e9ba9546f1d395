package io.medallion.jdbc.store;

import io.medallion.MedallionException;
import io.medallion.Problem;
import io.medallion.sql.Dialect;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A database, a version or a server of one that no SQL is written for. Nothing was written to it. */
public final class UnsupportedDatabaseException extends MedallionException {

    private static final long serialVersionUID = 1L;

    private UnsupportedDatabaseException(Problem problem) {
        super(problem);
    }

    static UnsupportedDatabaseException product(String product, String version) {
        String supported = Stream.of(Dialect.values()).map(Dialect::product).collect(Collectors.joining(", "));
        return new UnsupportedDatabaseException(new Problem(
                "database " + product + " " + version, "is not supported.", "Use one of " + supported + "."));
    }

    /** A server of MySQL that lacks or does something. */
    static UnsupportedDatabaseException server(String version, String why, String advice) {
        return new UnsupportedDatabaseException(
                new Problem("database " + Dialect.MYSQL.product() + " " + version, why, advice));
    }

    static UnsupportedDatabaseException version(Dialect dialect, String version, String oldest) {
        return new UnsupportedDatabaseException(new Problem(
                "database " + dialect.product() + " " + version,
                "is too old.",
                "Use " + dialect.product() + " " + oldest + " or later."));
    }
}
