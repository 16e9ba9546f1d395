package io.medallion.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a database can hold of a name. A name that fits stays as it is; any other is cut, cleaned and told apart by eight
 * hexadecimal digits of the SHA-256 of the whole name, so that the same name always becomes the same physical one.
 */
final class PhysicalName {

    private static final int HASH_DIGITS = 8;

    private PhysicalName() {}

    /** The longest name of a table, in the unit of {@link #length}. DuckDB has no limit, but file systems and tools have. */
    static int longestTable(Dialect dialect) {
        return switch (dialect) {
            case DUCKDB -> 250;
            case POSTGRES -> 63;
            case MARIADB, MYSQL -> 64;
        };
    }

    private static int longestColumn(Dialect dialect) {
        return switch (dialect) {
            case DUCKDB -> Integer.MAX_VALUE;
            case POSTGRES -> 63;
            case MARIADB, MYSQL -> 64;
        };
    }

    static String ofTable(Dialect dialect, String name) {
        return fitting(dialect, name, longestTable(dialect));
    }

    static String ofColumn(Dialect dialect, String name) {
        return fitting(dialect, name, longestColumn(dialect));
    }

    static String withSuffix(Dialect dialect, String name, String suffix) {
        return fitting(dialect, name, longestTable(dialect) - suffix.length()) + suffix;
    }

    private static String fitting(Dialect dialect, String name, int longest) {
        String allowed = allowed(dialect, name);
        if (allowed.equals(name) && length(dialect, name) <= longest) {
            return name;
        }
        String hash = "_" + hash(name);
        int end = allowed.length();
        while (length(dialect, allowed.substring(0, end)) + hash.length() > longest) {
            end = allowed.offsetByCodePoints(end, -1);
        }
        return allowed.substring(0, end) + hash;
    }

    /** MariaDB keeps names in three-byte characters and strips a space at their end. */
    private static String allowed(Dialect dialect, String name) {
        return switch (dialect) {
            case DUCKDB, POSTGRES -> name;
            case MARIADB, MYSQL ->
                name.replaceAll("[\\x{10000}-\\x{10FFFF}]", "_").replaceAll(" +$", "");
        };
    }

    private static int length(Dialect dialect, String name) {
        return switch (dialect) {
            case POSTGRES -> name.getBytes(StandardCharsets.UTF_8).length;
            case DUCKDB, MARIADB, MYSQL -> name.codePointCount(0, name.length());
        };
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
