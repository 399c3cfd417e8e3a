/**
 * What chance does to a projection: seeded simulation with the same bytes on every machine, which
 * assumption matters most, the smallest shock that is too much, and whether a forecast is any good.
 * Pure: knows no books. The one package that calculates in floating point, and there only with
 * operations whose results are prescribed (IEEE 754 and {@link StrictMath}).
 *
 * <p>Start reading at {@link id.patungan.forecasting.simulation.SimulationModel} and {@link
 * id.patungan.forecasting.simulation.Simulation}.
 */
@NamedInterface("simulation")
@NullMarked
package id.patungan.forecasting.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
