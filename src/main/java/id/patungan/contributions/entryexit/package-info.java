/** Joining and leaving: what it changes, before the vote; notices and joinings as decided. */
@NullMarked
package id.patungan.contributions.entryexit;

import org.jspecify.annotations.NullMarked;
