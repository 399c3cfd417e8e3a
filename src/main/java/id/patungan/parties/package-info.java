/**
 * Bodies, regions, donors and other parties; memberships, agreements, indicators, signatories.
 * Start reading at {@link id.patungan.parties.Bodies} and {@link id.patungan.parties.Parties}.
 *
 * <p>Regions exist once for all bodies, under their official code; donors, vendors and others
 * belong to one body. Codes never change. Whoever may read a body may know its name, its
 * signatories and who its members are; the particulars of a party, its indicators and the
 * agreements it signed are read by staff and auditors, and by whoever has a permission for that
 * very party. The limit is in the SQL of each read.
 */
@ApplicationModule(
        displayName = "parties",
        allowedDependencies = {"basics", "platform", "platform :: schema", "ledger"})
@NullMarked
package id.patungan.parties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
