package id.patungan.grants;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * What became of an award's money from one day to another, in minor units of the book's currency,
 * derived from the postings alone: opening + received + interest + exchange − eligible − refunded =
 * balance, where the balance is cash, panjar and what other funds owe, less what is owed to other
 * funds, suppliers, tax offices and staff.
 *
 * @param opening the balance at the beginning of the first day
 * @param received money from the giver
 * @param interest that belongs to the award or goes back with it
 * @param exchange gains less losses in exchange
 * @param eligible costs, less what was moved to another fund
 * @param refunded paid back to the giver
 * @param balance at the end of the last day, counted from its accounts
 */
public record AwardPosition(
        LocalDate from,
        LocalDate to,
        long opening,
        long received,
        long interest,
        long exchange,
        long eligible,
        long refunded,
        long balance) {

    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    /** What the flows come to; must be {@link #balance}. */
    public long counted() {
        return opening + received + interest + exchange - eligible - refunded;
    }

    /** Whether flows and accounts say the same. */
    public boolean ties() {
        return counted() == balance;
    }

    /** From the beginning to the end of a day, over all funds of the award. */
    public static AwardPosition of(AwardBook book, LocalDate to) {
        return of(book, BEGINNING, to);
    }

    /** From one day to the end of another, over all funds of the award. */
    public static AwardPosition of(AwardBook book, LocalDate from, LocalDate to) {
        return of(book.own().toList(), from, to);
    }

    /** The same for one fund. */
    public static AwardPosition of(AwardBook book, String fund, LocalDate from, LocalDate to) {
        return of(book.own().filter(one -> one.fund().equals(fund)).toList(), from, to);
    }

    private static AwardPosition of(List<AwardMovement> movements, LocalDate from, LocalDate to) {
        var flows = AwardFlow.of(movements).stream().filter(one -> one.within(from, to)).toList();
        return new AwardPosition(
                from,
                to,
                held(movements, one -> one.date().isBefore(from)),
                flows.stream().mapToLong(AwardFlow::received).sum(),
                flows.stream().mapToLong(AwardFlow::interest).sum(),
                flows.stream().mapToLong(AwardFlow::exchange).sum(),
                flows.stream().mapToLong(AwardFlow::eligible).sum(),
                flows.stream().mapToLong(AwardFlow::refunded).sum(),
                held(movements, one -> !one.date().isAfter(to)));
    }

    private static long held(List<AwardMovement> movements, Predicate<AwardMovement> when) {
        return movements.stream()
                .filter(when)
                .filter(one -> holds(one.account()))
                .mapToLong(AwardMovement::amount)
                .sum();
    }

    /** Whether an account is a part of the balance. */
    public static boolean holds(String account) {
        return account.startsWith("111")
                || account.startsWith("112")
                || account.equals("11400")
                || account.equals("19100")
                || account.equals("29100")
                || account.equals("21100")
                || account.equals("21200")
                || account.startsWith("213");
    }

    /** Whether an account says what the giver gave, is owed or has been earned from. */
    static boolean giversSide(String account) {
        return account.equals("21400")
                || account.equals("21500")
                || account.equals("21510")
                || account.equals("21700")
                || account.equals("11320")
                || account.equals("58100")
                || account.startsWith("3")
                || (account.startsWith("4") && !account.equals("48100"));
    }

    static boolean ofExchange(String account) {
        return account.equals("48100") || account.equals("57100");
    }
}
