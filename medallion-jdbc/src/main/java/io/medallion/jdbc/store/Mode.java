package io.medallion.jdbc.store;

/** How the statements of one operation belong together. */
enum Mode {
    /** Each stands for itself and sees what is committed when it begins. */
    STATEMENTS,
    /** All changes take place together; each statement sees what is committed when it begins. */
    TRANSACTION,
    /** All statements see what was committed when the first of them began. */
    SNAPSHOT;

    boolean isTransaction() {
        return this != STATEMENTS;
    }
}
