/**
 * Specs and queries as SQL for one database, without a database.
 *
 * <p>Start at {@link io.medallion.sql.SqlGenerator}; it gives {@link io.medallion.sql.SqlScript}s, whose text is both what is
 * shown and what is run. {@link io.medallion.sql.Naming} decides every physical name. The trees are rendered by jOOQ, which
 * no other room knows.
 */
@NullMarked
package io.medallion.sql;

import org.jspecify.annotations.NullMarked;
