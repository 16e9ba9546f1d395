/** The planners and translators over language models live here; they know the core and never the database. */
@NullMarked
package io.medallion.llm;

import org.jspecify.annotations.NullMarked;
