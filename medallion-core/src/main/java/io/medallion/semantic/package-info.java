/**
 * Business names over Silver: what can be asked, in which words.
 *
 * <p>Start at {@link io.medallion.semantic.SemanticModel}, which is derived from Silver specs and edited from there, and
 * {@link io.medallion.semantic.SemanticQuery}, the question the router answers.
 */
@NullMarked
package io.medallion.semantic;

import org.jspecify.annotations.NullMarked;
