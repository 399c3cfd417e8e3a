package id.patungan.grants;

import id.patungan.grants.ExchangeEntries.Returned;
import id.patungan.grants.rates.CurrencyAccount;
import id.patungan.grants.rates.ExchangeRates;
import id.patungan.grants.rates.FxCost;
import id.patungan.grants.rates.FxTranche;
import id.patungan.grants.rates.RateTable;
import id.patungan.ledger.Entry;
import id.patungan.platform.Access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/**
 * The money of awards in a foreign currency: received at what the bank credited, spent at the
 * award's rate, revalued at the rate of a day, refunded. Each command posts one entry, once per
 * key, as {@link AwardMoney} does, which also undoes it.
 *
 * <p>An award's bank account is kept in the award's currency or in the book's, as its first receipt
 * says. From an account in the award's currency costs are paid in that currency and leave at their
 * carrying amount; otherwise they are paid in the book's and converted for the giver.
 */
@Service
public class AwardExchange {

    private final AwardMoney money;
    private final Awards awards;
    private final ExchangeRates rates;

    AwardExchange(AwardMoney money, Awards awards, ExchangeRates rates) {
        this.money = money;
        this.awards = awards;
        this.rates = rates;
    }

    /**
     * Money from the giver.
     *
     * @param tranche null for money outside the plan
     * @param fund null where the award has but one
     * @param original minor units of the award's currency
     * @param amount minor units of the book's currency that it was worth on that day; what the bank
     *     credited, if it changed it
     * @param kept whether the bank account is kept in the award's currency
     */
    public record Receipt(
            LocalDate date,
            @Nullable String tranche,
            @Nullable String fund,
            long original,
            long amount,
            boolean kept,
            @Nullable String documentNo,
            @Nullable String description) {}

    /**
     * Records money from the giver (pattern 17).
     *
     * @throws AwardException if the award is not in a foreign currency, the account is kept
     *     otherwise, or the tranche waits, is there or is smaller
     */
    public Entry receive(Access access, String award, Receipt wish, String key) {
        return money.post(
                access,
                award,
                key,
                "exchange-receive",
                wish,
                book -> {
                    var terms = requireForeign(book);
                    AwardMoney.positive(wish.original());
                    AwardMoney.positive(wish.amount());
                    var fund = AwardMoney.fund(terms, wish.fund());
                    var foreign = new ForeignMoney(book);
                    if (!foreign.tranches().isEmpty() && foreign.kept() != wish.kept()) {
                        throw AwardException.accountKept(
                                terms.bankAccount(), currency(book, foreign.kept()));
                    }
                    var tranche = wish.tranche();
                    if (tranche != null) {
                        AwardMoney.requireReady(book, wish.date(), tranche, wish.original());
                    }
                    return new ExchangeEntries(book)
                            .receipt(
                                    AwardMoney.head(
                                            wish.date(),
                                            wish.description(),
                                            "Penerimaan " + terms.titleId(),
                                            wish.documentNo(),
                                            key),
                                    tranche,
                                    fund,
                                    wish.original(),
                                    wish.amount(),
                                    wish.kept(),
                                    terms.conditional()
                                            ? terms.kind().liability()
                                            : terms.kind().income());
                });
    }

    private static String currency(AwardBook book, boolean kept) {
        return (kept ? book.terms().currency() : book.currency()).getCurrencyCode();
    }

    private static AwardTerms requireForeign(AwardBook book) {
        if (!book.foreign()) throw AwardException.notForeign(book.code(), book.currency());
        return book.terms();
    }

    /**
     * A cost, paid at once.
     *
     * @param documentNo of the voucher
     * @param account of the cost
     */
    public record Spending(
            LocalDate date,
            @Nullable String documentNo,
            String description,
            String account,
            List<Part> parts) {

        /** Copies the list. */
        public Spending {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What a line of the award bears.
     *
     * @param amount minor units of the currency that the bank account is kept in
     */
    public record Part(String fund, String awardLine, long amount) {}

    /**
     * Records a cost at the award's rate (pattern 18), tested by the award's terms.
     *
     * @throws AwardException the first rule that the cost breaks
     * @throws id.patungan.grants.rates.RatesException if there is no rate, or not so much on the
     *     account
     */
    public Entry spend(Access access, String award, Spending wish, String key) {
        return money.post(
                access,
                award,
                key,
                "exchange-spend",
                wish,
                book -> {
                    var terms = requireForeign(book);
                    if (wish.parts().isEmpty()) throw AwardException.missing("parts");
                    var table = rates.table(access, terms.currency());
                    return new ExchangeEntries(book)
                            .spending(
                                    AwardMoney.head(
                                            wish.date(),
                                            wish.description(),
                                            wish.description(),
                                            wish.documentNo(),
                                            key),
                                    wish.account(),
                                    new ForeignMoney(book).kept(),
                                    ExchangeCosts.parts(book, wish, table));
                });
    }

    /**
     * The bank account at the rate of a day.
     *
     * @param date on which it is revalued; the register must have the rate of that day
     */
    public record Revaluation(LocalDate date, @Nullable String documentNo) {}

    /**
     * Revalues the award's bank account (pattern 19): its original amounts stay, the difference is
     * the award's or the body's, as the terms say.
     *
     * @throws AwardException if nothing is there to be revalued, or nothing changes
     * @throws id.patungan.grants.rates.RatesException if the register has no rate of that day
     */
    public Entry revalue(Access access, String award, Revaluation wish, String key) {
        return money.post(
                access,
                award,
                key,
                "exchange-revalue",
                wish,
                book -> {
                    var terms = requireForeign(book);
                    var rate = rates.table(access, terms.currency()).ofDay(wish.date());
                    var funds = new ArrayList<ExchangeEntries.Revalued>();
                    var foreign = new ForeignMoney(book);
                    for (var purpose : terms.purposes()) {
                        var bank = foreign.bank(purpose.fund(), wish.date());
                        var gain = bank.revalued(rate.rate()).difference();
                        if (bank.original() != 0 && gain != 0) {
                            funds.add(new ExchangeEntries.Revalued(purpose.fund(), gain));
                        }
                    }
                    if (!foreign.kept() || funds.isEmpty()) {
                        throw AwardException.nothingToRevalue(award, wish.date());
                    }
                    return new ExchangeEntries(book)
                            .revaluation(
                                    AwardMoney.head(
                                            wish.date(),
                                            "Penilaian kembali %s, kurs %s (%s)"
                                                    .formatted(
                                                            terms.bankAccount(),
                                                            rate.rate().toPlainString(),
                                                            rate.source()),
                                            "",
                                            wish.documentNo(),
                                            key),
                                    rate.rate(),
                                    funds);
                });
    }

    /**
     * Interest that the bank has added to an account in the award's currency.
     *
     * @param fund null where the award has but one
     * @param original minor units of the award's currency
     * @param amount minor units of the book's currency that it was worth on that day
     * @param documentNo of the bank
     */
    public record Interest(
            LocalDate date,
            @Nullable String fund,
            long original,
            long amount,
            @Nullable String documentNo,
            @Nullable String description) {}

    /**
     * Records interest in the award's currency (pattern 8), which belongs to whom the terms say.
     *
     * @throws AwardException if the account is kept in the book's currency
     */
    public Entry interest(Access access, String award, Interest wish, String key) {
        return money.post(
                access,
                award,
                key,
                "exchange-interest",
                wish,
                book -> {
                    var terms = requireKept(book);
                    var original = AwardMoney.positive(wish.original());
                    var amount = AwardMoney.positive(wish.amount());
                    return new AwardEntries(award, terms)
                            .interest(
                                    AwardMoney.head(
                                            wish.date(),
                                            wish.description(),
                                            "Jasa giro " + terms.titleId(),
                                            wish.documentNo(),
                                            key),
                                    AwardMoney.fund(terms, wish.fund()),
                                    amount,
                                    AwardMoney.other(null),
                                    new ForeignMoney(book).original(original, amount));
                });
    }

    /**
     * What another fund pays into an account in the award's currency, or gets out of it.
     *
     * @param fund null where the award has but one
     * @param original minor units of the award's currency
     * @param amount minor units of the book's currency that the other fund's bank paid for it, or
     *     got
     * @param otherFund null for {@code UMUM}
     */
    public record Settlement(
            LocalDate date,
            @Nullable String fund,
            long original,
            long amount,
            @Nullable String documentNo,
            @Nullable String otherFund) {}

    /**
     * Settles what other funds owe to the award's in its currency, or it to them; see {@link
     * AwardMoney#settle}. What the rate has moved since then is a difference of each.
     *
     * @throws AwardException if the account is kept in the book's currency
     * @throws id.patungan.grants.rates.RatesException if there is not so much owed, or on the
     *     account
     */
    public Entry settle(Access access, String award, Settlement wish, String key) {
        return money.post(
                access,
                award,
                key,
                "exchange-settle",
                wish,
                book -> {
                    var fund = AwardMoney.fund(requireKept(book), wish.fund());
                    var foreign = new ForeignMoney(book);
                    var original = AwardMoney.positive(wish.original());
                    var paid = AwardMoney.positive(wish.amount());
                    var into = foreign.between(fund, true).original() > 0;
                    foreign.between(fund, into, wish.date()).paid(original, 0);
                    var debt = foreign.between(fund, into).paid(original, 0).carrying();
                    if (!into) foreign.bank(fund, wish.date()).paid(original, 0);
                    var bank = into ? paid : -foreign.bank(fund).paid(original, 0).carrying();
                    var other = AwardMoney.other(wish.otherFund());
                    return new ExchangeEntries(book)
                            .settlement(
                                    AwardMoney.head(
                                            wish.date(),
                                            null,
                                            "Pelunasan antardana",
                                            wish.documentNo(),
                                            key),
                                    fund,
                                    into,
                                    new Returned(original, debt),
                                    bank,
                                    paid,
                                    other,
                                    money.bank(access, other));
                });
    }

    private static Returned returned(CurrencyAccount from, long original) {
        return new Returned(original, original == 0 ? 0 : from.paid(original, 0).carrying());
    }

    private static AwardTerms requireKept(AwardBook book) {
        var terms = requireForeign(book);
        if (!new ForeignMoney(book).kept()) {
            throw AwardException.accountKept(terms.bankAccount(), currency(book, false));
        }
        return terms;
    }

    /**
     * Money back to the giver, in its currency.
     *
     * @param fund null where the award has but one
     * @param original minor units of the award's currency
     * @param documentNo of the transfer
     */
    public record Refund(
            LocalDate date,
            @Nullable String fund,
            long original,
            @Nullable String documentNo,
            @Nullable String description) {}

    /**
     * Pays back what is owed already, and then what is not spent (pattern 20), from an account in
     * the award's currency.
     *
     * @throws AwardException without a document, or if the account is kept in the book's currency
     * @throws id.patungan.grants.rates.RatesException if there is not so much on the account
     */
    public Entry refund(Access access, String award, Refund wish, String key) {
        return money.post(
                access,
                award,
                key,
                "exchange-refund",
                wish,
                book -> {
                    var terms = requireKept(book);
                    var fund = AwardMoney.fund(terms, wish.fund());
                    var slip = AwardException.text("documentNo", wish.documentNo(), 80);
                    var foreign = new ForeignMoney(book);
                    var original = AwardMoney.positive(wish.original());
                    foreign.bank(fund, wish.date()).paid(original, 0);
                    var back = foreign.goingBack(fund);
                    var owed = returned(back, Math.min(original, back.original()));
                    var rest =
                            returned(
                                    terms.conditional()
                                            ? foreign.liability(fund)
                                            : foreign.own(fund),
                                    original - owed.original());
                    return new ExchangeEntries(book)
                            .refund(
                                    AwardMoney.head(
                                            wish.date(),
                                            wish.description(),
                                            "Pengembalian " + terms.titleId(),
                                            slip,
                                            key),
                                    fund,
                                    owed,
                                    rest,
                                    AwardMoney.returnedFrom(book, wish.date()),
                                    foreign.bank(fund)
                                            .paid(original, owed.amount() + rest.amount()));
                });
    }

    /**
     * What an award in a foreign currency has received, spent and holds.
     *
     * @param kept whether its bank account is kept in its currency
     * @param position in the book's currency, up to today
     * @param own in the award's; null where the account is kept in the book's
     */
    public record View(
            String award,
            AwardTerms terms,
            Currency bookCurrency,
            boolean kept,
            List<Holding> holdings,
            List<FxTranche> tranches,
            List<CostRow> costs,
            AwardPosition position,
            @Nullable ForeignPosition own) {

        /** Copies the lists. */
        public View {
            holdings = List.copyOf(holdings);
            tranches = List.copyOf(tranches);
            costs = List.copyOf(costs);
        }

        /** The currency in which costs are paid. */
        public Currency paidIn() {
            return kept ? terms.currency() : bookCurrency;
        }
    }

    /** What a fund has in the bank. */
    public record Holding(String fund, CurrencyAccount bank) {}

    /** A cost or refund in both currencies, and the entry that it stands in. */
    public record CostRow(
            FxCost cost, long entry, @Nullable String documentNo, String description) {}

    /**
     * The same award to look at, as far as the viewer reaches.
     *
     * @throws AwardException not found, or if it is in the book's own currency
     */
    public View view(Access access, String award) {
        var book = awards.book(access, award);
        var terms = requireForeign(book);
        var foreign = new ForeignMoney(book);
        var today = awards.today(access);
        var lines = new HashMap<String, AwardMovement>();
        book.movements().forEach(one -> lines.put(one.entry() + "/" + one.line(), one));
        var costs = new ArrayList<CostRow>();
        for (var cost : foreign.costs(rates.table(access, terms.currency()))) {
            var line = Objects.requireNonNull(lines.get(cost.ref()));
            costs.add(new CostRow(cost, line.entry(), line.documentNo(), line.description()));
        }
        return new View(
                award,
                terms,
                book.currency(),
                foreign.kept(),
                terms.purposes().stream()
                        .map(one -> new Holding(one.fund(), foreign.bank(one.fund())))
                        .toList(),
                foreign.tranches(),
                costs,
                AwardPosition.of(book, today),
                foreign.kept() ? foreign.position(today) : null);
    }

    /** The rates that count in an award's currency. */
    public RateTable rates(Access access, String award) {
        return rates.table(access, awards.book(access, award).terms().currency());
    }
}
