package io.medallion.profile;

import java.util.regex.Pattern;

/** How columns of a kind are known by their header and their values. */
@FunctionalInterface
interface Recognition {

    /** Of (nearly) all different values: what the values alone prove. */
    double MOST = 0.9;

    /** Of most different values, where the header says the same. */
    double MANY = 0.7;

    /** Of at least every other value, where the header leaves no doubt. */
    double HALF = 0.5;

    boolean recognises(HeaderTerms header, Sample values);

    /** The values alone: most are of this form. */
    static Recognition form(String form) {
        Pattern pattern = Pattern.compile(form);
        return (header, values) -> values.share(pattern) > MOST;
    }

    /** A kind and how it is known. */
    record Kind(SemanticType type, Recognition recognition) {}
}
