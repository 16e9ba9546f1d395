package io.medallion.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.medallion.jdbc.store.DatabaseException.Kind;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages as databases wrote them. */
class SqlErrorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DISK_FULL | IO Error: Could not write file \"/data/x.duckdb\": No space left on device",
                "READ_ONLY | IO Error: Cannot open file \"/data/x.duckdb\": Read-only file system",
                "OUT_OF_MEMORY | Out of Memory Error: could not allocate block of size 256.0 KiB (4.5 MiB/4.7 MiB used)",
                "CANCELLED | INTERRUPT Error: Interrupted!",
                "CONFLICT | TransactionContext Error: Failed to commit: PRIMARY KEY or UNIQUE constraint violation: duplicate key \"a\"",
                "OTHER | Catalog Error: Table with name orders does not exist!"
            })
    void kinds_are_told_from_messages(Kind kind, String message) {
        assertThat(SqlErrors.translate("load", new SQLException(message)).kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"08006,UNREACHABLE", "53100,DISK_FULL", "25006,READ_ONLY", "40001,CONFLICT", "57014,CANCELLED"})
    void kinds_are_told_from_states(String state, Kind kind) {
        assertThat(SqlErrors.translate("load", new SQLException("refused", state))
                        .kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Conversion Error: Could not convert string 'jane' to INT32",
                "Constraint Error: Duplicate key \"email: jane\" violates primary key constraint.",
                "ERROR: invalid input syntax for type integer: \"jane\"",
                "ERROR: duplicate key value violates unique constraint \"k\"\n  Detail: Key (email)=(jane) already exists."
            })
    void values_are_cut_out(String message) {
        DatabaseException error = SqlErrors.translate("load", new SQLException(message));
        assertThat(error).hasMessageStartingWith("load failed; the database says: ");
        assertThat(error.getMessage() + error.getCause().getMessage()).doesNotContain("jane");
    }
}
