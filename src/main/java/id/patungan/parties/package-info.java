/** Bodies, regions, donors and other parties; memberships, agreements, indicators, signatories. */
@ApplicationModule(
        displayName = "parties",
        allowedDependencies = {"basics", "platform", "platform :: schema", "ledger"})
@NullMarked
package id.patungan.parties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
