/**
 * Expressions, aggregates, time buckets and queries as trees, and the small closed grammar that reads them from text.
 *
 * <p>Start at {@link io.medallion.expression.Expression#parse(String)}. Text is never executed: it becomes a tree, the
 * tree is checked against known columns and a closed list of functions, and SQL is rendered from the tree. The canonical
 * text of a tree reads back as the same tree.
 */
@NullMarked
package io.medallion.expression;

import org.jspecify.annotations.NullMarked;
