package id.patungan.forecasting.projection;

import id.patungan.basics.Fraction;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What the funds hold at the end of every month ahead.
 *
 * <p>A line's money comes as its delay says; each month brings the sum so far, rounded half up to a
 * minor unit, less what the months before brought, so that nothing is lost or made by rounding. A
 * fund that was given for a purpose pays no more than it has; what it cannot pay is borne by the
 * body's own funds in the same month, and paid back to them as soon as it has money again.
 *
 * @param cash what each line brings or costs by month, in the order of the outlook's lines; not
 *     negative
 * @param funds in the order of the outlook's pots
 */
public record Projection(Outlook outlook, List<List<Long>> cash, List<Fund> funds) {

    /** Copies the lists. */
    public Projection {
        cash = cash.stream().map(List::copyOf).toList();
        funds = List.copyOf(funds);
    }

    /**
     * A fund by month, in minor units: what it held, came, went, and was borne give what it holds.
     *
     * @param borne of its costs by other funds, less what it paid back; of the fund that bears
     *     them, the other way round
     * @param closing at the end of each month
     */
    public record Fund(
            Pot pot, List<Long> came, List<Long> went, List<Long> borne, List<Long> closing) {

        /** Copies the lists. */
        public Fund {
            came = List.copyOf(came);
            went = List.copyOf(went);
            borne = List.copyOf(borne);
            closing = List.copyOf(closing);
        }
    }

    /** Works it out. */
    public static Projection of(Outlook outlook) {
        var cash = outlook.lines().stream().map(Projection::cash).toList();
        var books = outlook.pots().stream().map(pot -> new Running(pot, outlook)).toList();
        for (int line = 0; line < cash.size(); line++) {
            var one = outlook.lines().get(line);
            var flow = cash.get(line);
            books.stream()
                    .filter(book -> book.pot.fund().equals(one.fund()))
                    .forEach(book -> book.add(one.income(), flow));
        }
        var bears = outlook.general();
        var general =
                books.stream()
                        .filter(book -> bears.filter(book.pot::equals).isPresent())
                        .findFirst();
        for (int month = 0; month < outlook.months(); month++) {
            long fallen = 0;
            for (var book : books) fallen = Math.addExact(fallen, book.close(month));
            if (general.isPresent()) general.get().bear(month, fallen);
        }
        return new Projection(outlook, cash, books.stream().map(Running::fund).toList());
    }

    /** What a line brings by month. */
    static List<Long> cash(Line line) {
        if (line.lag().equals(Lag.AT_ONCE)) return line.due();
        var months = line.due().size();
        var sums = new Fraction[months];
        Arrays.fill(sums, Fraction.ZERO);
        for (int due = 0; due < months; due++) {
            if (line.due().get(due) == 0) continue;
            var amount = Fraction.of(line.due().get(due));
            for (int late = 0; late < line.lag().shares().size() && due + late < months; late++) {
                sums[due + late] = sums[due + late].plus(amount.times(line.lag().share(late)));
            }
        }
        var cash = new ArrayList<Long>(months);
        var sum = Fraction.ZERO;
        long before = 0;
        for (var share : sums) {
            sum = sum.plus(share);
            var until = sum.rounded(0, RoundingMode.HALF_UP).longValueExact();
            cash.add(until - before);
            before = until;
        }
        return cash;
    }

    /** A fund while its months are added up. */
    private static final class Running {

        private final Pot pot;
        private final boolean alone;
        private final long[] came;
        private final long[] went;
        private final long[] borne;
        private final long[] closing;
        private long owed;

        Running(Pot pot, Outlook outlook) {
            this.pot = pot;
            this.alone = outlook.general().isEmpty();
            this.came = new long[outlook.months()];
            this.went = new long[outlook.months()];
            this.borne = new long[outlook.months()];
            this.closing = new long[outlook.months()];
        }

        void add(boolean income, List<Long> flow) {
            var into = income ? came : went;
            for (int at = 0; at < into.length; at++)
                into[at] = Math.addExact(into[at], flow.get(at));
        }

        /** Closes a month and returns what others have to bear of it. */
        long close(int month) {
            var opening = month == 0 ? pot.opening() : closing[month - 1];
            var rest = Math.addExact(opening, Math.subtractExact(came[month], went[month]));
            if (pot.limited() && !alone) {
                borne[month] = rest < 0 ? Math.min(-rest, went[month]) : -Math.min(rest, owed);
                owed += borne[month];
            }
            closing[month] = rest + borne[month];
            return borne[month];
        }

        void bear(int month, long amount) {
            borne[month] -= amount;
            closing[month] = Math.subtractExact(closing[month], amount);
        }

        Fund fund() {
            return new Fund(pot, list(came), list(went), list(borne), list(closing));
        }

        private static List<Long> list(long[] amounts) {
            return Arrays.stream(amounts).boxed().toList();
        }
    }

    /** What the body is free with when the projection begins. */
    public long freeNow() {
        return outlook.pots().stream()
                .filter(Pot::unrestricted)
                .mapToLong(Pot::opening)
                .reduce(0, Math::addExact);
    }

    /** What the body is free with at the end of each month. */
    public List<Long> free() {
        var sums = new long[outlook.months()];
        for (var fund : funds) {
            if (!fund.pot().unrestricted()) continue;
            for (int at = 0; at < sums.length; at++) {
                sums[at] = Math.addExact(sums[at], fund.closing().get(at));
            }
        }
        return Arrays.stream(sums).boxed().toList();
    }

    /** The least that the body is free with, now or at the end of a month. */
    public long lowest() {
        return Math.min(freeNow(), Collections.min(free()));
    }

    /** How long the free money lasts. */
    public Runway runway() {
        return Runway.of(freeNow(), free());
    }
}
