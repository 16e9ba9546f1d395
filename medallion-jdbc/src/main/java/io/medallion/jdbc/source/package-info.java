/**
 * Where rows come from: CSV files, sheets of workbooks, tables and queries of other databases, and the host's own row producers.
 *
 * <p>Start at {@link io.medallion.jdbc.source.Csv}, {@link io.medallion.jdbc.source.Xlsx}, {@link io.medallion.jdbc.source.Jdbc} or {@link io.medallion.jdbc.source.Source#rows}. A source is only a description; nothing is
 * opened before {@link io.medallion.jdbc.source.Source#parts()} is asked, and what is not stated about a file is found out then.
 */
@NullMarked
package io.medallion.jdbc.source;

import org.jspecify.annotations.NullMarked;
