/**
 * Where rows come from: CSV files and the host's own row producers, read without any database.
 *
 * <p>Start at {@link io.medallion.jdbc.source.Csv} or {@link io.medallion.jdbc.source.Source#rows}. A source is only a description; nothing is
 * opened before {@link io.medallion.jdbc.source.Source#parts()} is asked, and what is not stated about a file is found out then.
 */
@NullMarked
package io.medallion.jdbc.source;

import org.jspecify.annotations.NullMarked;
