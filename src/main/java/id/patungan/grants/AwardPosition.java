package id.patungan.grants;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
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
        var flows = new Flows();
        movements.stream()
                .filter(one -> !one.date().isBefore(from) && !one.date().isAfter(to))
                .collect(
                        groupingBy(
                                one -> one.entry() + " " + one.fund(),
                                LinkedHashMap::new,
                                java.util.stream.Collectors.toList()))
                .values()
                .forEach(flows::add);
        return new AwardPosition(
                from,
                to,
                held(movements, one -> one.date().isBefore(from)),
                flows.received,
                flows.interest,
                flows.exchange,
                flows.eligible,
                flows.refunded,
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

    /** What entries did, each fund of each entry by itself. */
    private static final class Flows {

        private long received;
        private long interest;
        private long exchange;
        private long eligible;
        private long refunded;

        void add(List<AwardMovement> lines) {
            // the wear of things bought is no money: 55100 against 12190, and their hand-over
            if (lines.stream().anyMatch(one -> one.account().equals("12190"))) return;
            eligible += sum(lines, AwardMovement::cost);
            exchange -= sum(lines, one -> ofExchange(one.account()));
            var gained = -sum(lines, one -> giversSide(one.account()));
            var sign = lines.getFirst().reversal() ? -1 : 1;
            if (lines.getFirst().kind().equals(AwardEntries.EXCHANGE)) {
                exchange += gained;
            } else if (ofInterest(lines, sign)) {
                interest += gained;
            } else if (sign * gained >= 0) {
                received += gained;
            } else {
                refunded -= gained;
            }
        }

        /** Whether money came in that nobody gave: onto 21700 or 46100, whoever booked it. */
        private static boolean ofInterest(List<AwardMovement> lines, int sign) {
            if (lines.getFirst().kind().equals(AwardEntries.INTEREST)) return true;
            var onto = lines.stream().filter(one -> giversSide(one.account())).toList();
            return !onto.isEmpty()
                    && onto.stream()
                            .allMatch(one ->
                                    sign * one.amount() < 0
                                            && (one.account().equals("21700")
                                                    || one.account().equals("46100")));
        }

        private static long sum(List<AwardMovement> lines, Predicate<AwardMovement> which) {
            return lines.stream().filter(which).mapToLong(AwardMovement::amount).sum();
        }
    }
}
