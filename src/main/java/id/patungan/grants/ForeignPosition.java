package id.patungan.grants;

/**
 * What became of an award's money in its own currency, in minor units of that.
 *
 * @param received money from the giver
 * @param interest that belongs to the award or goes back with it
 * @param eligible costs
 * @param refunded paid back to the giver
 * @param balance on the account, less what of it is another fund's
 */
public record ForeignPosition(
        long received, long interest, long eligible, long refunded, long balance) {

    static final ForeignPosition NONE = new ForeignPosition(0, 0, 0, 0, 0);

    ForeignPosition plus(ForeignPosition other) {
        return new ForeignPosition(
                Math.addExact(received, other.received),
                Math.addExact(interest, other.interest),
                Math.addExact(eligible, other.eligible),
                Math.addExact(refunded, other.refunded),
                Math.addExact(balance, other.balance));
    }

    /** What the flows come to; must be {@link #balance}. */
    public long counted() {
        return received + interest - eligible - refunded;
    }

    /** Whether flows and account say the same. */
    public boolean ties() {
        return counted() == balance;
    }
}
