/**
 * The pages and the interface of awards. What can be done with the money of an award is one list
 * ({@link id.patungan.grants.pages.AwardAction}), read from texts in one place ({@link
 * id.patungan.grants.pages.AwardActions}) for both.
 */
@NullMarked
package id.patungan.grants.pages;

import org.jspecify.annotations.NullMarked;
