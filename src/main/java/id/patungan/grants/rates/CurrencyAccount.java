package id.patungan.grants.rates;

import id.patungan.basics.Fraction;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * A bank account in a foreign currency as the book carries it. What leaves it takes its part of the
 * carrying amount (the average of what is there, last revaluation included), the last of it takes
 * all; so the account is empty in both currencies at once. The difference between what leaves at
 * the award's rate and its carrying amount is realised; a revaluation gives what is not realised
 * yet. In both, more than 0 is a gain.
 *
 * @param original minor units of the account's currency that are there
 * @param book minor units of the book's currency as which they are carried
 */
public record CurrencyAccount(Currency currency, Currency bookCurrency, long original, long book) {

    /** An empty account. */
    public static CurrencyAccount empty(Currency currency, Currency bookCurrency) {
        return new CurrencyAccount(currency, bookCurrency, 0, 0);
    }

    /**
     * What something did to the account.
     *
     * @param after the account then
     * @param carrying by how much the book carries it less, or more if below 0
     * @param difference gain in minor units of the book's currency, loss below 0
     */
    public record Step(CurrencyAccount after, long carrying, long difference) {}

    /** After money came in at the amount that the bank credited. */
    public CurrencyAccount received(long original, long book) {
        return new CurrencyAccount(
                currency,
                bookCurrency,
                Math.addExact(this.original, original),
                Math.addExact(this.book, book));
    }

    /**
     * After money left.
     *
     * @param out minor units of the account's currency, more than 0
     * @param atRate minor units of the book's currency at the award's rate
     * @throws RatesException if there is not so much on the account
     */
    public Step paid(long out, long atRate) {
        if (out <= 0) throw new IllegalArgumentException("Nothing is paid");
        if (out > original) {
            throw RatesException.notOnAccount(
                    currency,
                    BigDecimal.valueOf(original, currency.getDefaultFractionDigits()),
                    BigDecimal.valueOf(out, currency.getDefaultFractionDigits()));
        }
        var carrying = Pair.rounded(Fraction.of(book).times(Fraction.of(out, original)));
        return new Step(
                new CurrencyAccount(currency, bookCurrency, original - out, book - carrying),
                carrying,
                Math.subtractExact(atRate, carrying));
    }

    /**
     * At another rate; the original amount stays.
     *
     * @param rate book currency per one of the account's, both in main units
     */
    public Step revalued(BigDecimal rate) {
        var worth =
                Pair.rounded(
                        Pair.of(currency, bookCurrency)
                                .toBook(Fraction.of(original), Fraction.of(rate)));
        var difference = Math.subtractExact(worth, book);
        return new Step(
                new CurrencyAccount(currency, bookCurrency, original, worth),
                -difference,
                difference);
    }
}
