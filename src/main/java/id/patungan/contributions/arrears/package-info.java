/**
 * Arrears: the ageing of what is open, and the standing of members by the body's own policy. The
 * system proposes, people decide; nothing is posted. Start reading at {@link
 * id.patungan.contributions.arrears.Arrears}.
 */
@NamedInterface("arrears")
@NullMarked
package id.patungan.contributions.arrears;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
