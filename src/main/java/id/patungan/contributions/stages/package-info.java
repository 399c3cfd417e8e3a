/**
 * The stages of a member's own budget, from the agreement to money in the bank, and the clock of
 * its legislature in working days. Start reading at {@link
 * id.patungan.contributions.stages.Stages}; the counting is in {@link
 * id.patungan.contributions.stages.WorkCalendar} and {@link
 * id.patungan.contributions.stages.ApprovalClock}, which are pure.
 */
@NamedInterface("stages")
@NullMarked
package id.patungan.contributions.stages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
