/**
 * What goes by post: assessment letters (surat tagihan) with their calculation sheet, receipts
 * (kuitansi), notes about credits, write-offs and recoveries, one by one and in bulk. Every paper
 * is issued through the register ({@link id.patungan.documents.Register}) and frozen there; nothing
 * here changes the books. Start at {@link id.patungan.contributions.letters.Letters} for one
 * letter, at {@link id.patungan.contributions.letters.LetterRuns} for those of a whole assessment.
 */
@NamedInterface("letters")
@NullMarked
package id.patungan.contributions.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
