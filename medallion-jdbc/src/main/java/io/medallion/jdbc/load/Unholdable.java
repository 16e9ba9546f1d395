package io.medallion.jdbc.load;

import io.medallion.jdbc.source.SourcePart;
import io.medallion.jdbc.source.Utf8Record;
import io.medallion.jdbc.store.Session;
import io.medallion.sql.Dialect;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a database cannot hold as it is. Such a record becomes a reject on every database, so that all hold the same rows: with a NUL character, which
 * PostgreSQL refuses, or with half of a surrogate pair, which is no text in UTF-8. How long a record may be is up to the database.
 */
final class Unholdable {

    private static final String NUL = "holds a NUL character";
    private static final String HALF = "holds half of a character (a surrogate without its pair)";

    private static final long POSTGRES_BYTES = 1L << 29;
    private static final String HALF_A_PACKET = "@@max_allowed_packet div 2";

    private final long mostBytes;
    private final String tooLong;
    private final @Nullable MariaDbPage page;

    private Unholdable(long mostBytes, String tooLong, @Nullable MariaDbPage page) {
        this.mostBytes = mostBytes;
        this.tooLong = tooLong;
        this.page = page;
    }

    /**
     * The limits of this database. MariaDB keeps longer values than {@code max_allowed_packet}, but its functions make NULL of them without an error;
     * PostgreSQL holds a gigabyte in a row. Half of either leaves room for what statements make of a value. Many values do not fit into a
     * page of MariaDB together; values that the table does not keep do not count there.
     */
    static Unholdable of(Session session, Target target) {
        return switch (session.sql().dialect()) {
            case DUCKDB -> new Unholdable(Long.MAX_VALUE, "", null);
            case POSTGRES -> limited(POSTGRES_BYTES, "PostgreSQL holds in a row", null);
            case MARIADB, MYSQL ->
                limited(
                        session.number("select " + HALF_A_PACKET),
                        session.sql().dialect().product() + " works with; max_allowed_packet is twice as much",
                        MariaDbPage.of(session, target));
        };
    }

    private static Unholdable limited(long bytes, String why, @Nullable MariaDbPage page) {
        return new Unholdable(bytes, "is longer than the " + bytes + " bytes that " + why, page);
    }

    /** Whether what a database holds in columns already would be refused, as an expression; only its own limits matter. */
    static String condition(Dialect dialect, List<String> columns) {
        return switch (dialect) {
            case DUCKDB ->
                columns.stream()
                        .map(column -> "coalesce(contains(" + column + ", chr(0)), false)")
                        .collect(Collectors.joining(" or "));
            case POSTGRES ->
                columns.stream()
                        .map(column -> "cast(coalesce(octet_length(" + column + "), 0) as bigint)")
                        .collect(Collectors.joining(" + ", "", " > " + POSTGRES_BYTES));
            case MARIADB, MYSQL ->
                columns.stream()
                                .map(column -> "coalesce(locate(char(0 using utf8mb4), " + column + "), 0) > 0")
                                .collect(Collectors.joining(" or "))
                        + columns.stream()
                                .map(column -> "coalesce(octet_length(" + column + "), 0)")
                                .collect(Collectors.joining(" + ", " or ", " > " + HALF_A_PACKET));
        };
    }

    /** Why the length of a record cannot be held, null when it can. */
    @Nullable
    String reason(Utf8Record record) {
        if (record.bytes().length > mostBytes) {
            return tooLong;
        }
        return page == null ? null : page.reason(record);
    }

    /** Why the characters of a record cannot be held, null when they can. */
    static @Nullable String reason(@Nullable String[] values) {
        for (String value : values) {
            String reason = value == null ? null : reason(value);
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    private static @Nullable String reason(String value) {
        int length = value.length();
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c == 0) {
                return NUL;
            }
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c) || i + 1 == length || !Character.isLowSurrogate(value.charAt(i + 1))) {
                    return HALF;
                }
                i++;
            }
        }
        return null;
    }

    /** The values with commas between them, bounded; NUL characters and halves are spelled out in hexadecimal digits. */
    static String raw(@Nullable String[] values) {
        StringBuilder raw = new StringBuilder();
        for (int column = 0; column < values.length && raw.length() <= SourcePart.RAW_TEXT_LIMIT; column++) {
            String value = values[column] == null ? "" : values[column];
            raw.append(column == 0 ? "" : ",");
            for (int at = 0; at < value.length() && raw.length() <= SourcePart.RAW_TEXT_LIMIT; ) {
                int character = value.codePointAt(at);
                boolean shown = character != 0 && (character < 0xD800 || character > 0xDFFF);
                if (shown) {
                    raw.appendCodePoint(character);
                } else {
                    raw.append(character == 0 ? "\\x00" : String.format("\\u%04X", character));
                }
                at += Character.charCount(character);
            }
        }
        if (raw.length() > SourcePart.RAW_TEXT_LIMIT) {
            boolean pair = Character.isHighSurrogate(raw.charAt(SourcePart.RAW_TEXT_LIMIT - 1));
            raw.setLength(pair ? SourcePart.RAW_TEXT_LIMIT - 1 : SourcePart.RAW_TEXT_LIMIT);
        }
        return raw.toString();
    }
}
