package id.patungan.grants.papers;

import id.patungan.grants.AwardBook;
import id.patungan.grants.AwardFlow;
import id.patungan.grants.AwardLineCode;
import id.patungan.grants.AwardMovement;
import id.patungan.grants.AwardPosition;
import id.patungan.grants.AwardStanding;
import id.patungan.grants.ForeignMoney;
import id.patungan.grants.papers.AwardPaper.Balance;
import id.patungan.grants.papers.AwardPaper.Common;
import id.patungan.grants.papers.AwardPaper.Cost;
import id.patungan.grants.papers.AwardPaper.Foreign;
import id.patungan.grants.papers.AwardPaper.Material;
import id.patungan.grants.papers.AwardPaper.Memo;
import id.patungan.grants.papers.AwardPaper.Transfer;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What papers read from an award's book. */
final class Ledgers {

    /** The kind of entry that moves a cost to another fund. */
    static final String RECLASS = "award-reclass";

    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    private Ledgers() {}

    static void requireEqual(String award, String what, long one, long other) {
        if (one != other) throw AwardPaperException.doesNotTie(award, what, one, other);
    }

    /**
     * What the giver paid less what of it went back, in minor units of the award's currency;
     * interest that went back is none of it.
     */
    static long advanced(AwardBook book, LocalDate until) {
        var refunded = -sum(book, refunded(book, BEGINNING, until));
        return sum(book, received(book, BEGINNING, until))
                - (refunded - interestReturned(book, until, refunded));
    }

    /** What of the interest went back: it goes first where it is the giver's, otherwise last. */
    static long interestReturned(AwardBook book, LocalDate until) {
        return interestReturned(book, until, -sum(book, refunded(book, BEGINNING, until)));
    }

    private static long interestReturned(AwardBook book, LocalDate until, long refunded) {
        var interest = interest(book, until);
        return switch (book.terms().interest()) {
            case RETURN -> Math.min(refunded, interest);
            case AWARD -> {
                var spent = inAward(book, until, AwardMovement::cost);
                var left = sum(book, received(book, BEGINNING, until)) - spent;
                yield Math.clamp(refunded - Math.max(0, left), 0, interest);
            }
            case BODY -> 0;
        };
    }

    /** Interest that is the giver's or the award's, in minor units of the award's currency. */
    static long interest(AwardBook book, LocalDate until) {
        return book.foreign()
                ? new ForeignMoney(book).position(until).interest()
                : AwardPosition.of(book, until).interest();
    }

    private static long inAward(AwardBook book, LocalDate until, Predicate<AwardMovement> which) {
        return book.own()
                .filter(which)
                .filter(one -> !one.date().isAfter(until))
                .mapToLong(one -> AwardStanding.inAward(book, one))
                .sum();
    }

    private static long sum(AwardBook book, List<Transfer> transfers) {
        return transfers.stream()
                .mapToLong(one -> inAward(book.foreign(), one.amount(), one.foreign()))
                .sum();
    }

    /**
     * Every amount that a paper in the award's currency counts is known in it.
     *
     * @param others whether what other funds bear is counted, too
     */
    static void requireInAward(AwardBook book, LocalDate until, boolean others) {
        if (!book.foreign()) return;
        AwardFlow.of(book).stream()
                .filter(one -> one.within(BEGINNING, until))
                .filter(one -> one.received() != 0 || one.refunded() != 0 || one.interest() != 0)
                .map(AwardFlow::lines)
                .filter(lines -> lines.stream().noneMatch(one -> one.original() != null))
                .map(List::getFirst)
                .findFirst()
                .or(() ->
                        others
                                ? shared(book)
                                        .filter(one -> !one.date().isAfter(until))
                                        .filter(one -> one.original() == null)
                                        .findFirst()
                                : Optional.empty())
                .ifPresent(one -> {
                    throw AwardPaperException.notInCurrency(
                            book.code(), one.entry(), book.terms().currency());
                });
    }

    private static long inAward(boolean differs, long amount, @Nullable Foreign foreign) {
        if (!differs) return amount;
        return foreign == null ? 0 : foreign.amount();
    }

    /** A cost in minor units of the award's currency; 0 where the books do not say it. */
    static long inAward(Common common, Cost cost) {
        var memo = cost.memo();
        if (!common.foreign()) return cost.amount();
        return memo == null ? 0 : memo.amount();
    }

    /** Costs inside the frame that other funds bear, but none that the award could not bear. */
    static Stream<AwardMovement> shared(AwardBook book) {
        return book.elsewhere()
                .filter(one -> !one.kind().equals(RECLASS))
                .filter(one -> code(book, one).filter(code -> !code.outside()).isPresent());
    }

    static Predicate<AwardMovement> within(LocalDate from, LocalDate until) {
        return one -> !one.date().isBefore(from) && !one.date().isAfter(until);
    }

    static Predicate<AwardMovement> before(LocalDate from) {
        return one -> one.date().isBefore(from);
    }

    static Optional<AwardLineCode> code(AwardBook book, AwardMovement one) {
        return AwardLineCode.read(one.awardLine()).filter(code -> code.award().equals(book.code()));
    }

    static Cost cost(Material material, AwardMovement one) {
        var code = code(material.book(), one);
        return new Cost(
                one.date(),
                one.entry(),
                one.documentNo(),
                one.description(),
                one.account(),
                one.fund(),
                code.map(AwardLineCode::line).orElse(null),
                code.map(AwardLineCode::activity).orElse(null),
                one.amount(),
                Memo.of(material, one),
                material.payee(one.party()));
    }

    /** The accounts of which the balance consists, with what stands on them. */
    static List<Balance> balances(AwardBook book, LocalDate until) {
        var sums = new TreeMap<String, Balance>();
        book.own()
                .filter(one -> !one.date().isAfter(until) && AwardPosition.holds(one.account()))
                .forEach(one ->
                        sums.merge(
                                one.account() + " " + one.fund(),
                                new Balance(one.account(), one.fund(), one.amount()),
                                (a, b) ->
                                        new Balance(
                                                a.account(),
                                                a.fund(),
                                                Math.addExact(a.amount(), b.amount()))));
        return sums.values().stream().filter(one -> one.amount() != 0).toList();
    }

    /** What the giver paid, an entry and fund each. */
    static List<Transfer> received(AwardBook book, LocalDate from, LocalDate until) {
        return transfers(book, AwardFlow::received, from, until);
    }

    /** What went back to the giver, each a negative amount. */
    static List<Transfer> refunded(AwardBook book, LocalDate from, LocalDate until) {
        return transfers(book, flow -> -flow.refunded(), from, until);
    }

    private static List<Transfer> transfers(
            AwardBook book, ToLongFunction<AwardFlow> amount, LocalDate from, LocalDate until) {
        return AwardFlow.of(book).stream()
                .filter(flow -> flow.within(from, until) && amount.applyAsLong(flow) != 0)
                .map(flow -> {
                    var one = flow.cash().orElseGet(flow::first);
                    return new Transfer(
                            one.date(),
                            one.entry(),
                            one.documentNo(),
                            one.description(),
                            tranche(book, one),
                            amount.applyAsLong(flow),
                            foreign(flow, amount.applyAsLong(flow)));
                })
                .toList();
    }

    /**
     * What the giver paid or got, also where the bank changed it: what left or reached the bank, or
     * else what the giver's side says; with the sign of the amount.
     */
    private static @Nullable Foreign foreign(AwardFlow flow, long amount) {
        var bank = flow.cash().map(Foreign::of);
        if (bank.isPresent()) return signed(bank.get(), amount);
        return flow.lines().stream()
                .flatMap(one -> Stream.ofNullable(Foreign.of(one)))
                .findFirst()
                .map(one -> signed(one, amount))
                .orElse(null);
    }

    private static Foreign signed(Foreign one, long amount) {
        return new Foreign(
                one.currency(),
                Long.signum(amount) * Math.abs(one.amount()),
                one.rate(),
                one.memo());
    }

    private static @Nullable String tranche(AwardBook book, AwardMovement cash) {
        return book.own()
                .filter(one -> one.entry() == cash.entry() && one.fund().equals(cash.fund()))
                .map(AwardMovement::charge)
                .filter(charge -> charge != null && charge.startsWith(book.code() + "/"))
                .map(charge -> String.valueOf(charge).substring(book.code().length() + 1))
                .filter(tranche -> !tranche.equals("-"))
                .findFirst()
                .orElse(null);
    }
}
