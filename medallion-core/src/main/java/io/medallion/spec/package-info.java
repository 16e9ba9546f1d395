/**
 * Specs: what will be built, as immutable values that go to JSON and back and carry a fingerprint.
 *
 * <p>Start at {@link io.medallion.spec.SilverSpec} for one table and {@link io.medallion.spec.PipelineSpec} for all of
 * them. Specs hold logical names only; {@code io.medallion.sql.Naming} decides the physical ones.
 */
@NullMarked
package io.medallion.spec;

import org.jspecify.annotations.NullMarked;
