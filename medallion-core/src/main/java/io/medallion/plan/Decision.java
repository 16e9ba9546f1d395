package io.medallion.plan;

/** What a person said to a suggestion. */
public enum Decision {
    /** Nothing yet: the suggestion is not applied. */
    OPEN,
    /** It is applied as proposed. */
    ACCEPTED,
    /** It is applied with changes. */
    EDITED,
    /** It is not applied. */
    REJECTED;

    /** Whether the value of the suggestion is applied. */
    public boolean applies() {
        return this == ACCEPTED || this == EDITED;
    }
}
