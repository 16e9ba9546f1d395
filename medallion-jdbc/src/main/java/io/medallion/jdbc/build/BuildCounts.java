package io.medallion.jdbc.build;

import java.util.List;

/**
 * What a build did to the rows, counted on what it staged.
 *
 * @param read the rows read
 * @param written the rows of the next version
 * @param rejected the rows refused
 * @param duplicates the rows left out because another one stands for them
 * @param reasons which rules were broken by how many rows, most first
 */
public record BuildCounts(long read, long written, long rejected, long duplicates, List<RuleCount> reasons) {

    /**
     * The rows that broke one rule.
     *
     * @param rule the rule
     * @param action {@code reject} or {@code warn}
     * @param rows how many rows broke it
     */
    public record RuleCount(String rule, String action, long rows) {}

    /** Nothing was counted yet. */
    public static final BuildCounts NONE = new BuildCounts(0, 0, 0, 0, List.of());

    public BuildCounts {
        reasons = List.copyOf(reasons);
    }

    /** Whether every row read is accounted for: read = written + rejected + duplicates. */
    boolean balanced() {
        return read == written + rejected + duplicates;
    }
}
