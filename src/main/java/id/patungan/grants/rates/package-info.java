/**
 * Exchange rates and what they make of costs. {@link id.patungan.grants.rates.ExchangeRates} keeps
 * the rates of a book, each with its source; a rate that is not there is a refusal, never a guess.
 * An award says by which of its methods ({@link id.patungan.grants.AwardTerms.ExchangeMethod}),
 * {@link id.patungan.grants.rates.Conversion} converts, and {@link
 * id.patungan.grants.rates.CurrencyAccount} carries a bank account in a foreign currency; both are
 * pure.
 */
@NamedInterface("rates")
@NullMarked
package id.patungan.grants.rates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
