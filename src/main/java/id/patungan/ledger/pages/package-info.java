/** Pages, exports and the API over the ledger's services. */
@NullMarked
package id.patungan.ledger.pages;

import org.jspecify.annotations.NullMarked;
