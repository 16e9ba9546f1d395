package io.medallion.spec;

import io.medallion.MedallionException;
import io.medallion.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What leads from one pipeline spec to another. A value; applying it is the business of {@code Specs.apply} and {@code
 * SqlGenerator.migrate}.
 */
public final class Changes {

    /** How far a change reaches, from harmless to destructive. */
    public enum Kind {
        /** Nothing is built differently: descriptions, units, roles. */
        NONE,
        /** Something is added; what readers use stays as it is. */
        ADDITIVE,
        /** Rows, values, names or types that readers use change; everything can be rebuilt from Bronze. */
        BREAKING,
        /** A table or column goes. Needs an explicit yes. */
        DESTRUCTIVE
    }

    private final PipelineSpec from;
    private final PipelineSpec to;
    private final List<Change> changes;
    private final boolean confirmed;

    private Changes(PipelineSpec from, PipelineSpec to, List<Change> changes, boolean confirmed) {
        this.from = from;
        this.to = to;
        this.changes = changes;
        this.confirmed = confirmed;
    }

    static Changes between(PipelineSpec from, PipelineSpec to) {
        return new Changes(from, to, SpecDifference.between(from, to), false);
    }

    /** The spec before. */
    public PipelineSpec from() {
        return from;
    }

    /** The spec after. */
    public PipelineSpec to() {
        return to;
    }

    /** Every difference: by layer, then by table. */
    public List<Change> changes() {
        return changes;
    }

    /** The farthest-reaching kind among the changes. */
    public Kind kind() {
        return changes.stream().map(Change::kind).max(Comparator.naturalOrder()).orElse(Kind.NONE);
    }

    /** What a person has to repeat to allow a destructive change: eight hexadecimal digits that stand for exactly it. */
    public String token() {
        return Json.fingerprint(changes).substring(0, 8);
    }

    /** The same changes, allowed. Throws when the token is not that of these changes. */
    public Changes confirmed(String token) {
        if (!token().equals(token)) {
            throw new MedallionException(Problem.at("confirmation '" + token + "'", "does not stand for these changes.")
                    .advise("Read explain() and repeat the token it shows."));
        }
        return new Changes(from, to, changes, true);
    }

    /** Whether they may be applied: nothing destructive, or confirmed. */
    public boolean allowed() {
        return confirmed || kind() != Kind.DESTRUCTIVE;
    }

    /** The changes as sentences, what will be rebuilt, and the token where one is needed. */
    public String explain() {
        if (changes.isEmpty()) {
            return "Nothing changes in pipeline '" + to.name() + "'.\n";
        }
        String lines = changes.stream()
                .map(c -> "  " + c.kind().name().toLowerCase(Locale.ROOT) + "  "
                        + c.layer().name().toLowerCase(Locale.ROOT) + "." + c.table() + ": " + c.what()
                        + (c.rebuilds() ? " (rebuilds)" : ""))
                .collect(Collectors.joining("\n"));
        String token = kind() == Kind.DESTRUCTIVE && !confirmed
                ? "Data goes with these changes. To allow them, confirm with the token " + token() + ".\n"
                : "";
        return "Pipeline '" + to.name() + "': " + changes.size() + (changes.size() == 1 ? " change, " : " changes, ")
                + kind().name().toLowerCase(Locale.ROOT) + ".\n" + lines + "\n" + token;
    }

    @Override
    public String toString() {
        return explain();
    }
}
