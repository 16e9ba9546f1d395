/**
 * The database as the runtime uses it, and the library's own tables in it: batches, spec versions, build log, table states, audit of changes.
 *
 * <p>Start at {@link io.medallion.jdbc.store.Database}: every operation takes one connection, does its work in a
 * {@link io.medallion.jdbc.store.Session} and gives the connection back. One small class per own table reads and writes it within such a session.
 */
@NullMarked
package io.medallion.jdbc.store;

import org.jspecify.annotations.NullMarked;
