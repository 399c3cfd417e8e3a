/** Letters and receipts on paper. */
@NullMarked
package id.patungan.contributions.letters;

import org.jspecify.annotations.NullMarked;
