/** Tests of charges and receipts. */
@NullMarked
package id.patungan.contributions;

import org.jspecify.annotations.NullMarked;
