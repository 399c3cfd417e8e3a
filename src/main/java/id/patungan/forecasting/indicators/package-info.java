/**
 * How long the money of a body lasts and on whom it hangs, as indicators worked out from the books
 * alone: each with its formula, its inputs, three years of it and the body's own threshold. Start
 * reading at {@link id.patungan.forecasting.indicators.Sustainability}; the calculation, apart from
 * everything else, is {@link id.patungan.forecasting.indicators.Indicators}.
 */
@NamedInterface("indicators")
@NullMarked
package id.patungan.forecasting.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
