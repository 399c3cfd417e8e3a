/**
 * Pages and API of awards in a foreign currency: what they hold in both currencies, each cost with
 * its rate, and the forms for what is exchanged. What they do is done by {@link
 * id.patungan.grants.AwardExchange}.
 */
@NullMarked
package id.patungan.grants.exchange;

import org.jspecify.annotations.NullMarked;
