/**
 * Which table answers a semantic query, how, and why each other one may not; and what a caller may see of it.
 *
 * <p>Start at {@link io.medallion.route.AccessPolicy} for the rights of a caller.
 */
@NullMarked
package io.medallion.route;

import org.jspecify.annotations.NullMarked;
