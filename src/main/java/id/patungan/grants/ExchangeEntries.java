package id.patungan.grants;

import id.patungan.grants.rates.CurrencyAccount;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.ledger.Original;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries of an award in a foreign currency (patterns 17 to 20). Amounts are minor units, of
 * the award's currency where they are called original, of the book's elsewhere.
 */
final class ExchangeEntries {

    /** The fund in which the body bears what is not the award's. */
    private static final String BODY = "UMUM";

    private static final String GAIN = "48100";
    private static final String LOSS = "57100";

    private final String award;
    private final AwardTerms terms;
    private final ForeignMoney money;
    private final AwardEntries entries;

    ExchangeEntries(AwardBook book) {
        this.award = book.code();
        this.terms = book.terms();
        this.money = new ForeignMoney(book);
        this.entries = new AwardEntries(award, terms);
    }

    /**
     * 17: money from the giver.
     *
     * @param kept whether the bank keeps it in its currency
     * @param account that it settles: the liability or the income
     */
    NewEntry receipt(
            AwardEntries.Head head,
            @Nullable String tranche,
            String fund,
            long original,
            long amount,
            boolean kept,
            String account) {
        return entries.entry(
                head,
                AwardEntries.RECEIPT,
                List.of(
                        NewPosting.debit(terms.bankAccount(), fund, amount)
                                .original(kept ? money.original(original, amount) : null),
                        NewPosting.credit(account, fund, amount)
                                .party(terms.giver())
                                .charge(award + "/" + (tranche == null ? "-" : tranche))
                                .original(money.original(-original, -amount))));
    }

    /**
     * A part of a cost in both currencies.
     *
     * @param amount at the award's rate
     * @param carrying as what the bank account carries it; the amount itself, if it is kept in the
     *     book's currency
     * @param came as what the money came in, before the rate of a day was put on it
     * @param released what becomes income with it; 0 where the money is not conditional
     */
    record Part(
            String fund,
            String awardLine,
            long original,
            long amount,
            long carrying,
            long came,
            long released) {}

    /** 18: a cost at the award's rate, out of the bank at what it is carried as. */
    NewEntry spending(AwardEntries.Head head, String account, boolean kept, List<Part> parts) {
        var lines = new ArrayList<NewPosting>();
        for (var part : parts) {
            lines.add(
                    NewPosting.debit(account, part.fund(), part.amount())
                            .awardLine(part.awardLine())
                            .original(money.original(part.original(), part.amount())));
            lines.add(
                    NewPosting.credit(terms.bankAccount(), part.fund(), part.carrying())
                            .awardLine(part.awardLine())
                            .original(
                                    kept
                                            ? money.original(-part.original(), -part.carrying())
                                            : null));
            lines.addAll(difference(part.fund(), part.came() - part.carrying()));
            lines.addAll(own(part.fund(), part.amount() - part.came()));
            if (part.released() != 0) {
                var released = money.original(part.original(), part.released());
                lines.add(
                        NewPosting.debit(terms.kind().liability(), part.fund(), part.released())
                                .party(terms.giver())
                                .awardLine(part.awardLine())
                                .original(released));
                lines.add(
                        NewPosting.credit(terms.kind().income(), part.fund(), part.released())
                                .party(terms.giver())
                                .awardLine(part.awardLine()));
            }
        }
        return entries.entry(head, AwardEntries.SPENDING, lines);
    }

    /**
     * What was won, or lost below 0, since the money came: by whom the terms say. That the giver
     * counts costs at another rate than its money came at wins and loses nothing.
     */
    private List<NewPosting> difference(String fund, long gain) {
        if (gain == 0) return List.of();
        return terms.exchangeBearer() == AwardTerms.ExchangeBearer.BODY
                ? borneByBody(fund, gain)
                : own(fund, gain);
    }

    private static List<NewPosting> own(String fund, long gain) {
        return gain == 0
                ? List.of()
                : List.of(NewPosting.credit(gain > 0 ? GAIN : LOSS, fund, gain));
    }

    /**
     * A fund whose bank account is worth more or less at another rate.
     *
     * @param gain more than 0; a loss below
     */
    record Revalued(String fund, long gain) {}

    /** 19: the rate moved, the original amounts did not; borne by whom the terms say. */
    NewEntry revaluation(AwardEntries.Head head, BigDecimal rate, List<Revalued> funds) {
        var none = new Original(terms.currency(), 0, rate);
        var lines = new ArrayList<NewPosting>();
        for (var one : funds) {
            var bank = NewPosting.debit(terms.bankAccount(), one.fund(), one.gain()).original(none);
            lines.add(bank);
            if (terms.exchangeBearer() == AwardTerms.ExchangeBearer.AWARD && terms.conditional()) {
                lines.add(
                        NewPosting.credit(terms.kind().liability(), one.fund(), one.gain())
                                .party(terms.giver())
                                .original(none));
            } else {
                lines.addAll(difference(one.fund(), one.gain()));
            }
        }
        return entries.entry(head, AwardEntries.EXCHANGE, lines);
    }

    /** What the body wins the award's fund owes it, and the other way round. */
    private static List<NewPosting> borneByBody(String fund, long gain) {
        var lines = new ArrayList<NewPosting>();
        lines.add(NewPosting.credit(gain > 0 ? "29100" : "19100", fund, gain));
        lines.add(NewPosting.debit(gain > 0 ? "19100" : "29100", BODY, gain));
        lines.addAll(own(BODY, gain));
        return lines;
    }

    /**
     * 10, repaid in the award's currency: each side at what it is carried as.
     *
     * @param into whether the other fund pays
     * @param debt what is settled, as 19100 or 29100 carries it
     * @param bank what the award's account took, or gave below 0
     * @param paid what the other fund's account gave or got, in the book's currency
     */
    NewEntry settlement(
            AwardEntries.Head head,
            String fund,
            boolean into,
            Returned debt,
            long bank,
            long paid,
            String otherFund,
            String otherAccount) {
        var way = into ? 1 : -1;
        var lines = new ArrayList<NewPosting>();
        lines.add(
                NewPosting.debit(terms.bankAccount(), fund, bank)
                        .original(money.original(way * debt.original(), bank)));
        lines.add(
                NewPosting.credit(into ? "19100" : "29100", fund, way * debt.amount())
                        .original(money.original(-way * debt.original(), -way * debt.amount())));
        lines.addAll(difference(fund, bank - way * debt.amount()));
        lines.add(NewPosting.debit(into ? "29100" : "19100", otherFund, way * debt.amount()));
        lines.add(NewPosting.credit(otherAccount, otherFund, way * paid));
        lines.addAll(own(otherFund, way * (debt.amount() - paid)));
        return entries.entry(head, AwardEntries.SETTLEMENT, lines);
    }

    /** What of a refund was owed, or not spent, in both currencies; nothing is 0. */
    record Returned(long original, long amount) {}

    /**
     * 20: what is owed already and what is not spent goes back in the award's currency.
     *
     * @param owed of 21700
     * @param rest of what is not spent
     * @param from account of that
     * @param paid what left the bank
     */
    NewEntry refund(
            AwardEntries.Head head,
            String fund,
            Returned owed,
            Returned rest,
            String from,
            CurrencyAccount.Step paid) {
        var lines = new ArrayList<NewPosting>();
        if (owed.original() > 0) lines.add(returned("21700", fund, owed));
        if (rest.original() > 0) {
            lines.add(returned(from, fund, rest));
            lines.add(NewPosting.credit("21700", fund, rest.amount()).party(terms.giver()));
            lines.add(NewPosting.debit("21700", fund, rest.amount()).party(terms.giver()));
        }
        lines.add(
                NewPosting.credit(terms.bankAccount(), fund, paid.carrying())
                        .original(
                                money.original(
                                        -Math.addExact(owed.original(), rest.original()),
                                        -paid.carrying())));
        lines.addAll(difference(fund, paid.difference()));
        return entries.entry(head, AwardEntries.REFUND, lines);
    }

    private NewPosting returned(String account, String fund, Returned part) {
        return NewPosting.debit(account, fund, part.amount())
                .party(terms.giver())
                .original(money.original(part.original(), part.amount()));
    }
}
