/**
 * What planning knows of a table: counts, value shapes and the readings its columns allow.
 *
 * <p>Start at {@link io.medallion.profile.TableProfile}. A profile is made of facts counted in the database; which numbers,
 * dates and words they can be read as is decided here, on the distinct values or their shapes.
 */
@NullMarked
package io.medallion.profile;

import org.jspecify.annotations.NullMarked;
