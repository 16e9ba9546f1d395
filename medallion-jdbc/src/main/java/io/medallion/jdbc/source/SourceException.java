package io.medallion.jdbc.source;

import io.medallion.MedallionException;
import io.medallion.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A source that cannot be read: says which file, which line and column where it is known, why, and what to do next. */
public final class SourceException extends MedallionException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Path file;
    private final long line;
    private final long column;

    private SourceException(Problem problem, @Nullable Path file, long line, long column, @Nullable Throwable cause) {
        super(List.of(problem), cause);
        this.file = file;
        this.line = line;
        this.column = column;
    }

    static SourceException of(String where, String message, String advice) {
        return new SourceException(new Problem(where, message, advice), null, 0, 0, null);
    }

    static SourceException of(String where, String message, String advice, Throwable cause) {
        return new SourceException(new Problem(where, message, advice), null, 0, 0, cause);
    }

    static SourceException in(Path file, String message, String advice) {
        return new SourceException(new Problem(file.toString(), message, advice), file, 0, 0, null);
    }

    static SourceException in(Path file, String message, String advice, Throwable cause) {
        return new SourceException(new Problem(file.toString(), message, advice), file, 0, 0, cause);
    }

    static SourceException at(Path file, long line, String message, String advice) {
        return at(file, line, 0, message, advice);
    }

    static SourceException at(Path file, long line, long column, String message, String advice) {
        String where = file + ", line " + line + (column > 0 ? ", column " + column : "");
        return new SourceException(new Problem(where, message, advice), file, line, column, null);
    }

    /** The file, where the source is one. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** The line, 1-based, where one is to blame. */
    public OptionalLong line() {
        return line > 0 ? OptionalLong.of(line) : OptionalLong.empty();
    }

    /** The character in the line, 1-based, where it is known. */
    public OptionalLong column() {
        return column > 0 ? OptionalLong.of(column) : OptionalLong.empty();
    }
}
