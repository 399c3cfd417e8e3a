/**
 * Money given for a purpose: provincial hibah, donors, sponsors, each accounted to the giver's own
 * terms.
 *
 * <p>An award's terms stand in versions that one person drafts and another approves ({@link
 * id.patungan.grants.Awards}); what became of its money is derived from the postings of its funds
 * ({@link id.patungan.grants.AwardBook}, {@link id.patungan.grants.AwardPosition}) and never stored
 * beside them. Receipts, interest, spending, returns and refunds go through {@link
 * id.patungan.grants.AwardMoney}; whatever door an entry comes through, {@link
 * id.patungan.grants.Eligibility} says what the terms allow.
 */
@ApplicationModule(
        displayName = "grants",
        allowedDependencies = {
            "allocation",
            "basics",
            "documents",
            "ledger",
            "parties",
            "platform",
            "platform :: schema"
        })
@NullMarked
package id.patungan.grants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
