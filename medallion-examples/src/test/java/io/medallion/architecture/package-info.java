/**
 * What holds for the house as a whole: the floors, the names, the layout. The tests live beside the examples because only
 * the examples see every module.
 */
@NullMarked
package io.medallion.architecture;

import org.jspecify.annotations.NullMarked;
