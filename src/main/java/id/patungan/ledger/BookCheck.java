package id.patungan.ledger;

import id.patungan.basics.BodyId;

/**
 * One thing that must hold for a whole book. A bean of this type is a check: the command, the
 * nightly job, the auditor's page and the tests run all there are, in the order of their names.
 *
 * <p>A check reads only what has a number up to the one it is given, so that entries posted
 * meanwhile cannot make it fire.
 */
public interface BookCheck {

    /** Stable, in lower case with hyphens; its title is {@code check.<name>} in the bundles. */
    String name();

    /** Looks at the whole book up to entry {@code knownAt}. */
    CheckResult run(BodyId body, long knownAt);
}
