package id.patungan.contributions;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

/**
 * That an agreement counts something given in kind towards the share of its giver.
 *
 * @param charge the dues that it settles
 * @param ground agreement and article that say so
 * @param yearlyMax what it counts at most in a fiscal year; null if the agreement sets no limit
 */
public record InKindCounting(String charge, LegalBasis ground, @Nullable Money yearlyMax) {}
