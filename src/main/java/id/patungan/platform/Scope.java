package id.patungan.platform;

import id.patungan.basics.FundCode;
import id.patungan.basics.PartyId;

/** How far a permission reaches inside its body. */
public sealed interface Scope {

    /** Everything of the body. */
    record All() implements Scope {}

    /** What concerns one party. */
    record OneParty(PartyId party) implements Scope {}

    /** What concerns one fund. */
    record OneFund(FundCode fund) implements Scope {}
}
