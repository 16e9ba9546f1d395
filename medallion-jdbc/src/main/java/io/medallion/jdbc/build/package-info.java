/**
 * One table built: staged, audited, published in one transaction with its record, cleaned up after.
 *
 * <p>Start at {@link io.medallion.jdbc.build.TableBuild}. This room runs scripts and never composes SQL.
 */
@NullMarked
package io.medallion.jdbc.build;

import org.jspecify.annotations.NullMarked;
