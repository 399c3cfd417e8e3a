package id.patungan.grants;

import id.patungan.grants.rates.CurrencyAccount;
import id.patungan.grants.rates.FxUse;
import id.patungan.grants.rates.RateTable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** A cost of an award in a foreign currency, in both currencies and as its account carries it. */
final class ExchangeCosts {

    private ExchangeCosts() {}

    /**
     * The parts of a cost.
     *
     * @throws AwardException if a part comes to nothing in the award's currency
     * @throws id.patungan.grants.rates.RatesException if there is no rate, or not so much on the
     *     account on that day or now
     */
    static List<ExchangeEntries.Part> parts(
            AwardBook book, AwardExchange.Spending wish, RateTable rates) {
        var foreign = new ForeignMoney(book);
        var purses = new HashMap<String, Purse>();
        var uses = new ArrayList<FxUse>();
        for (var part : wish.parts()) {
            var amount = AwardMoney.positive(part.amount());
            var ref = "new/" + uses.size();
            uses.add(
                    foreign.kept()
                            ? FxUse.inOriginal(ref, wish.date(), amount)
                            : FxUse.inBook(ref, wish.date(), amount));
        }
        var costs = foreign.convert(uses, rates);
        var parts = new ArrayList<ExchangeEntries.Part>();
        for (var at = 0; at < uses.size(); at++) {
            var part = wish.parts().get(at);
            var cost = costs.get(at);
            var fund = AwardMoney.fund(book.terms(), part.fund());
            if (cost.original() == 0) throw AwardException.notPositive("original");
            var purse = purses.computeIfAbsent(fund, code -> new Purse(book, code, wish.date()));
            var came = purse.came(cost.original(), cost.book());
            parts.add(
                    new ExchangeEntries.Part(
                            fund,
                            part.awardLine(),
                            cost.original(),
                            cost.book(),
                            foreign.kept() ? purse.pay(cost.original(), cost.book()) : cost.book(),
                            came,
                            purse.released() ? came : 0));
        }
        return parts;
    }

    /** What a fund holds and owes while an entry is made. */
    private static final class Purse {

        private final AwardBook book;
        private final ForeignMoney foreign;
        private CurrencyAccount bank;
        private CurrencyAccount onDay;
        private CurrencyAccount owed;

        Purse(AwardBook book, String fund, LocalDate date) {
            this.book = book;
            this.foreign = new ForeignMoney(book);
            this.bank = foreign.bank(fund);
            this.onDay = foreign.bank(fund, date);
            this.owed = released() ? foreign.liability(fund) : foreign.own(fund);
        }

        /** The carrying amount of what leaves; it must be there on that day, too. */
        long pay(long original, long atRate) {
            onDay = onDay.paid(original, atRate).after();
            var step = bank.paid(original, atRate);
            bank = step.after();
            return step.carrying();
        }

        /** Whether what is spent becomes income with it. */
        boolean released() {
            return book.terms().conditional() && book.terms().kind() != AwardTerms.Kind.SPONSOR;
        }

        /** As what the money came in: where it is in the book's currency, the cost itself. */
        long came(long original, long amount) {
            if (!foreign.kept()) return amount;
            var step = owed.paid(original, amount);
            owed = step.after();
            return step.carrying();
        }
    }
}
