/**
 * The months ahead, exactly: amounts are minor units of the book's currency, nothing is drawn by
 * lot, and every line says what it comes from. Start at {@link
 * id.patungan.forecasting.projection.Projection}.
 */
@NamedInterface("projection")
@NullMarked
package id.patungan.forecasting.projection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
