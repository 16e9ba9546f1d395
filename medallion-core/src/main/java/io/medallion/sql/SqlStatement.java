package io.medallion.sql;

/**
 * One statement of a script.
 *
 * @param step what it is for
 * @param label what it does, in a few words, for logs and progress
 * @param text the SQL without a semicolon at its end; values are in it, there is nothing to bind
 */
public record SqlStatement(SqlScript.Step step, String label, String text) {

    @Override
    public String toString() {
        return text;
    }
}
