package id.patungan.grants;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one entry did to the money of an award in one of its funds, told from its accounts, so that
 * an entry made by hand or imported counts like one of the award's own. Minor units of the book's
 * currency.
 *
 * @param received money from the giver
 * @param interest that belongs to the award or goes back with it
 * @param exchange gains less losses in exchange
 * @param eligible costs
 * @param refunded paid back to the giver
 * @param lines of the entry in that fund
 */
public record AwardFlow(
        long received,
        long interest,
        long exchange,
        long eligible,
        long refunded,
        List<AwardMovement> lines) {

    /** Copies the list. */
    public AwardFlow {
        lines = List.copyOf(lines);
    }

    /** What each entry did, in the order of their dates. */
    public static List<AwardFlow> of(AwardBook book) {
        return of(book.own().toList());
    }

    static List<AwardFlow> of(List<AwardMovement> movements) {
        return movements.stream()
                .collect(
                        groupingBy(
                                one -> one.entry() + " " + one.fund(),
                                LinkedHashMap::new,
                                toList()))
                .values()
                .stream()
                .map(AwardFlow::ofEntry)
                .toList();
    }

    /** Any line of it: they have day, entry, document and words in common. */
    public AwardMovement first() {
        return lines.getFirst();
    }

    /** Whether it is of the days from one to the other. */
    public boolean within(LocalDate from, LocalDate to) {
        return !first().date().isBefore(from) && !first().date().isAfter(to);
    }

    /** Its line of money, if it has one. */
    public Optional<AwardMovement> cash() {
        return lines.stream().filter(AwardMovement::cash).findFirst();
    }

    private static AwardFlow ofEntry(List<AwardMovement> lines) {
        // the wear of things bought is no money: 55100 against 12190, and their hand-over
        if (lines.stream().anyMatch(one -> one.account().equals("12190"))) {
            return new AwardFlow(0, 0, 0, 0, 0, lines);
        }
        var eligible = sum(lines, AwardMovement::cost);
        var exchange = -sum(lines, one -> AwardPosition.ofExchange(one.account()));
        var gained = -sum(lines, one -> AwardPosition.giversSide(one.account()));
        var sign = lines.getFirst().reversal() ? -1 : 1;
        if (lines.getFirst().kind().equals(AwardEntries.EXCHANGE)) {
            return new AwardFlow(0, 0, exchange + gained, eligible, 0, lines);
        }
        if (ofInterest(lines, sign)) {
            return new AwardFlow(0, gained, exchange, eligible, 0, lines);
        }
        return sign * gained >= 0
                ? new AwardFlow(gained, 0, exchange, eligible, 0, lines)
                : new AwardFlow(0, 0, exchange, eligible, -gained, lines);
    }

    /** Whether money came in that nobody gave: onto 21700 or 46100, whoever booked it. */
    private static boolean ofInterest(List<AwardMovement> lines, int sign) {
        if (lines.getFirst().kind().equals(AwardEntries.INTEREST)) return true;
        var onto = lines.stream().filter(one -> AwardPosition.giversSide(one.account())).toList();
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
