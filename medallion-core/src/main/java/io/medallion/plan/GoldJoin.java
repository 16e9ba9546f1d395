package io.medallion.plan;

import io.medallion.spec.Relationship;

/**
 * How each row of one table finds at most one row of another.
 *
 * @param relationship the columns
 * @param target the table referred to
 * @param sure 1 when it was declared, less when names and keys suggest it
 * @param reason in words, a sentence
 */
record GoldJoin(Relationship relationship, GoldSource target, double sure, String reason) {

    /** One row of the target in words: {@code customers} as "customer". */
    String one() {
        return GoldJoins.singular(target.spoken());
    }

    boolean declared() {
        return sure == 1;
    }
}
