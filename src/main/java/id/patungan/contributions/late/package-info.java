/**
 * Interest and fines for lateness, as the body's agreement has them: proposed by the system,
 * charged by people. Start reading at {@link id.patungan.contributions.late.LateCharges}.
 */
@NullMarked
package id.patungan.contributions.late;

import org.jspecify.annotations.NullMarked;
