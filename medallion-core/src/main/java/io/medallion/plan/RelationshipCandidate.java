package io.medallion.plan;

import io.medallion.spec.Relationship;

/**
 * Columns that may refer to others: names, keys and types say so, the data was not asked yet.
 *
 * @param relationship which columns refer to which
 * @param name how the name says it
 * @param keyStated whether the Silver spec states the key that is referred to
 */
record RelationshipCandidate(Relationship relationship, ReferenceName name, boolean keyStated) {

    ProbeQuestion.Inclusion question() {
        return new ProbeQuestion.Inclusion(relationship);
    }
}
