/**
 * Joining and leaving: what it changes, before the vote ({@link
 * id.patungan.contributions.entryexit.EntryExit}); joinings and notices as decided ({@link
 * id.patungan.contributions.entryexit.MembershipChanges}); and what follows for the dues of the
 * year ({@link id.patungan.contributions.entryexit.DuesByDays}) and the buy-in of a joiner.
 */
@NullMarked
package id.patungan.contributions.entryexit;

import org.jspecify.annotations.NullMarked;
