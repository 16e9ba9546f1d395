package io.medallion.route;

import io.medallion.Problem;

/**
 * Why one table does not answer.
 *
 * @param table the Gold table
 * @param reason the kind of reason
 * @param detail the reason in a sentence
 */
public record Refusal(String table, RefusalReason reason, String detail) {

    /** The refusal as a sentence. */
    @Override
    public String toString() {
        return new Problem("gold." + table, detail, "").toString();
    }
}
