/**
 * What parties say about their accounts: a balance confirmed, frozen with what the book held then
 * ({@link id.patungan.contributions.disputes.Confirmations}), or a balance, charge or line
 * disputed, with the answers to it ({@link id.patungan.contributions.disputes.Disputes}). Nothing
 * is posted and nothing is stopped by it: it is shown wherever the figure is, and people decide.
 */
@NamedInterface("disputes")
@NullMarked
package id.patungan.contributions.disputes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
