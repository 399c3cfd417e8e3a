/**
 * Arrears: the ageing of what is open, the standing of members by the body's own policy, balances
 * confirmed and charges disputed. The system proposes, people decide; nothing is posted. Start
 * reading at {@link id.patungan.contributions.arrears.Arrears}.
 */
@NamedInterface("arrears")
@NullMarked
package id.patungan.contributions.arrears;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
