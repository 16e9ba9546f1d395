/**
 * The words every room shares: layers, column types, and the one root of all errors.
 *
 * <p>Nothing here opens a connection or reads a clock. Start at {@link io.medallion.Layer}.
 */
@NullMarked
package io.medallion;

import org.jspecify.annotations.NullMarked;
