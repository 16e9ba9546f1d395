/**
 * A test kit for transformations: rows as text tables, a spec, the rows expected.
 *
 * <p>Start at {@link io.medallion.testing.Given}. It runs the real build on a real database and throws {@link
 * AssertionError}, so it works in any test framework.
 */
@NullMarked
package io.medallion.testing;

import org.jspecify.annotations.NullMarked;
