/**
 * Cost games: players numbered from 0, what every coalition of them would pay alone, and the ways
 * to divide what all pay together. Exact; knows neither rules nor parties.
 *
 * <p>Start reading at {@link id.patungan.allocation.games.CostFunction}, which any number of
 * players can have, and {@link id.patungan.allocation.games.CostGame}, its table for a few.
 */
@NullMarked
package id.patungan.allocation.games;

import org.jspecify.annotations.NullMarked;
