package id.patungan.grants.papers;

import id.patungan.grants.AwardBook;
import id.patungan.grants.AwardLineCode;
import id.patungan.grants.AwardMovement;
import id.patungan.grants.AwardPosition;
import id.patungan.grants.papers.AwardPaper.Balance;
import id.patungan.grants.papers.AwardPaper.Cost;
import id.patungan.grants.papers.AwardPaper.Foreign;
import id.patungan.grants.papers.AwardPaper.Transfer;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What papers read from an award's book. */
final class Ledgers {

    private Ledgers() {}

    static Predicate<AwardMovement> within(LocalDate from, LocalDate until) {
        return one -> !one.date().isBefore(from) && !one.date().isAfter(until);
    }

    static Predicate<AwardMovement> before(LocalDate from) {
        return one -> one.date().isBefore(from);
    }

    static Optional<AwardLineCode> code(AwardBook book, AwardMovement one) {
        return AwardLineCode.read(one.awardLine()).filter(code -> code.award().equals(book.code()));
    }

    static Cost cost(AwardBook book, AwardMovement one) {
        var code = code(book, one);
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
                Foreign.of(one));
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

    /**
     * The cash that moved by entries of a kind, an entry and fund each; coming in is positive.
     *
     * @param kind of the entries, such as {@code award-receipt}
     */
    static List<Transfer> transfers(AwardBook book, String kind, LocalDate from, LocalDate until) {
        var found = new ArrayList<Transfer>();
        for (var one : book.own().toList()) {
            if (!one.kind().equals(kind) || !one.cash() || !within(from, until).test(one)) continue;
            found.add(
                    new Transfer(
                            one.date(),
                            one.entry(),
                            one.documentNo(),
                            one.description(),
                            tranche(book, one),
                            one.amount(),
                            Foreign.of(one)));
        }
        return found;
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
