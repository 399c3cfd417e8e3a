/**
 * What if: changes of an outlook that can be put together in any order, saved in versions, and set
 * beside the base. Start at {@link id.patungan.forecasting.scenarios.Scenario}.
 */
@NamedInterface("scenarios")
@NullMarked
package id.patungan.forecasting.scenarios;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
