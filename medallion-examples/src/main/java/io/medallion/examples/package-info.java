/** One class, one story, each run by a test; start with {@link io.medallion.examples.QuickStart}. */
@NullMarked
package io.medallion.examples;

import org.jspecify.annotations.NullMarked;
