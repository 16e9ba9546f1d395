package io.medallion.jdbc.store;

import io.medallion.MedallionException;
import io.medallion.Problem;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The database refused an operation. Says which one and why, without the values it was about; nothing of the operation is kept. */
public final class DatabaseException extends MedallionException {

    private static final long serialVersionUID = 1L;

    /** What kind of refusal it is. */
    public enum Kind {
        /** The database file is held by another process. */
        HELD,
        /** The file or connection cannot be opened. */
        UNREACHABLE,
        /** The database can only be read. */
        READ_ONLY,
        /** The disk is full. */
        DISK_FULL,
        /** The memory the database may use does not suffice. */
        OUT_OF_MEMORY,
        /** Another transaction changed the same thing; trying again helps. */
        CONFLICT,
        /** It took longer than it may. */
        TIMEOUT,
        /** It was cancelled. */
        CANCELLED,
        /** The driver is not on the classpath. */
        DRIVER_MISSING,
        /** Anything else; the message of the database tells. */
        OTHER
    }

    private final Kind kind;

    DatabaseException(Kind kind, Problem problem, @Nullable Throwable cause) {
        super(List.of(problem), cause);
        this.kind = kind;
    }

    /** What a database refused, with the values cut out of what it says and of its cause. */
    public static DatabaseException of(String where, SQLException refused) {
        return SqlErrors.translate(where, refused);
    }

    static DatabaseException replaced() {
        Kind kind = Kind.CONFLICT;
        return new DatabaseException(
                kind,
                new Problem("reading", "met a table that was replaced meanwhile.", SqlErrors.adviceFor(kind)),
                null);
    }

    static DatabaseException waited(String where) {
        return new DatabaseException(
                Kind.TIMEOUT,
                new Problem(where, "was held by somebody else for too long.", SqlErrors.adviceFor(Kind.CONFLICT)),
                null);
    }

    /** Others changed the same thing each time. */
    public static DatabaseException conflict(String where) {
        return new DatabaseException(
                Kind.CONFLICT,
                new Problem(where, "met another change in every try.", SqlErrors.adviceFor(Kind.CONFLICT)),
                null);
    }

    /** What kind of refusal it is. */
    public Kind kind() {
        return kind;
    }

    /** The same refusal, known to have another reason. */
    DatabaseException because(Kind kind) {
        String where = problems().get(0).path();
        return new DatabaseException(
                kind, new Problem(where, SqlErrors.said(kind, ""), SqlErrors.adviceFor(kind)), getCause());
    }
}
