package id.patungan.forecasting.projection;

import id.patungan.ledger.Restriction;

/**
 * A fund with the cash that it holds when the projection begins.
 *
 * @param opening cash and bank, in minor units; may be below zero
 */
public record Pot(String fund, String name, Restriction restriction, long opening) {

    /** With another opening. */
    public Pot with(long other) {
        return new Pot(fund, name, restriction, other);
    }

    /** Whether the body alone decides what its money is for. */
    public boolean unrestricted() {
        return restriction == Restriction.UNRESTRICTED || restriction == Restriction.DESIGNATED;
    }

    /**
     * Whether it pays no more than it has: what it cannot pay falls on the body's own funds. Funds
     * of projects and other people's money may lack cash for a while; their payers owe it.
     */
    public boolean limited() {
        return restriction.restricted();
    }
}
