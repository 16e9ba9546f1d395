/**
 * Sources into Bronze: lossless, counted, all or nothing.
 *
 * <p>Start at {@link io.medallion.jdbc.load.BronzeLoader}. Rows go into the database the fastest way it has; which way it was makes no difference to
 * what is in the table.
 */
@NullMarked
package io.medallion.jdbc.load;

import org.jspecify.annotations.NullMarked;
