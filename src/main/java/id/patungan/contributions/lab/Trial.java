package id.patungan.contributions.lab;

import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.Shares;
import id.patungan.basics.DomainException;
import id.patungan.contributions.Sharing.Gathered;
import id.patungan.contributions.rules.RuleVersion;

import org.jspecify.annotations.Nullable;

/**
 * A rule that is being compared.
 *
 * @param version of the body's rule; null for a text
 * @param figuresOf the year of its figures
 * @param document null if the text cannot be read
 * @param gathered null if there is nobody to share
 * @param shares null if the rule cannot be applied
 * @param refusal why not; null if it can
 */
record Trial(
        @Nullable RuleVersion version,
        String text,
        int figuresOf,
        @Nullable RuleDocument document,
        @Nullable Gathered gathered,
        @Nullable Shares shares,
        @Nullable DomainException refusal) {}
