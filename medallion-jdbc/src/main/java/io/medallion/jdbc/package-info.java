/**
 * The library at work: a pipeline's layers loaded, built, refreshed and asked on a database.
 *
 * <p>Start at {@link io.medallion.jdbc.Medallion}. Nothing here opens a connection before a method of a layer needs one; what
 * comes back is a value that goes to JSON and back.
 */
@NullMarked
package io.medallion.jdbc;

import org.jspecify.annotations.NullMarked;
