/**
 * Measures tables in the database for planning: profiles, and answers to the questions of a probe. Only reads.
 *
 * <p>Start at {@link io.medallion.jdbc.measure.Profiler} and {@link io.medallion.jdbc.measure.DatabaseProbe}.
 */
@NullMarked
package io.medallion.jdbc.measure;

import org.jspecify.annotations.NullMarked;
