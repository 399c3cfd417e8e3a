/**
 * The books of a body: accounts, funds, periods, journal, hash chain, checkpoints; the only writer
 * of postings.
 */
@ApplicationModule(
        displayName = "ledger",
        allowedDependencies = {"basics", "platform", "platform :: schema"})
@NullMarked
package id.patungan.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
