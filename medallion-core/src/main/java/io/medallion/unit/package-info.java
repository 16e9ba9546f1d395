/**
 * Units of measurement with exact factors, and exact conversion between them.
 *
 * <p>Start at {@link io.medallion.unit.UnitCatalogue}; {@link io.medallion.unit.Conversion} says which integers a conversion
 * is computed with, so that every database computes the same digits. Currencies are no units: their factors change by the day.
 */
@NullMarked
package io.medallion.unit;

import org.jspecify.annotations.NullMarked;
