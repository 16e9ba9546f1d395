package io.medallion.jdbc.store;

/**
 * How many rows one rule was broken by in one build.
 *
 * @param buildId the build
 * @param rule the rule
 * @param action {@code reject} or {@code warn}
 * @param rows how many rows
 */
public record BuildReasonRow(String buildId, String rule, String action, long rows) {}
