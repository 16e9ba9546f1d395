package io.medallion.semantic;

import io.medallion.spec.Grouping;
import java.util.List;

/** A question in business terms. Immutable, thread-safe. */
public record SemanticQuery(List<Grouping> groupings) {}
