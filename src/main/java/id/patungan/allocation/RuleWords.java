package id.patungan.allocation;

import id.patungan.allocation.RuleDocument.Lines;
import id.patungan.allocation.RuleDocument.Tie;
import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a rule says, in sentences for those who sign it and in symbols for those who check it. Pure:
 * sentences are keys of the bundles {@code messages/allocation} with exact values, so that {@link
 * RuleText} writes them in the language, with the names and the currency of whoever reads.
 */
public final class RuleWords {

    private static final String PREFIX = "allocation.words.";

    private RuleWords() {}

    /**
     * The sentences of a rule, then how it rounds.
     *
     * @return in the order of reading; a sentence belongs to the nearest one above that is less
     *     deep
     */
    public static List<Phrase> of(RuleDocument document) {
        var phrases = new ArrayList<Phrase>();
        flatten(RuleClauses.of(document.rule(), true), 0, phrases);
        var unit = new Unit(document.unit());
        if (document.rule().ownTotal()) {
            phrases.add(phrase(0, "rounded-each", unit));
            return List.copyOf(phrases);
        }
        phrases.add(phrase(0, "rounded", unit));
        phrases.add(phrase(0, document.tie() == Tie.CODE ? "tie-code" : "tie-history"));
        if (document.lines() == Lines.CONTROLLED) {
            phrases.add(phrase(0, "controlled"));
        }
        return List.copyOf(phrases);
    }

    /** The sentences of a rule alone. */
    public static List<Phrase> of(Rule rule) {
        var phrases = new ArrayList<Phrase>();
        flatten(RuleClauses.of(rule, true), 0, phrases);
        return List.copyOf(phrases);
    }

    private static void flatten(RuleClauses.Clause clause, int depth, List<Phrase> phrases) {
        phrases.add(phrase(depth, clause.key(), clause.arguments().toArray()));
        clause.within().forEach(inner -> flatten(inner, depth + 1, phrases));
    }

    /**
     * What party i pays, in mathematical symbols, with figures as Indonesians write them: {@code
     * T·(0,4·1/n + 0,4·xᵢ/Σx + 0,2·yᵢ/Σy)}.
     */
    public static String formula(Rule rule) {
        return formula(rule, Locale.of("id", "ID"));
    }

    /** As {@link #formula(Rule)}, with figures as that language writes them. */
    public static String formula(Rule rule, Locale locale) {
        return new RuleFormula(locale).of(rule);
    }

    /** What the symbols of {@link #formula} stand for, in the order of their appearance. */
    public static List<Phrase> symbols(Rule rule) {
        var formula = new RuleFormula(Locale.ROOT);
        formula.of(rule);
        return formula.symbols();
    }

    static Phrase phrase(int depth, String key, Object... arguments) {
        return new Phrase(depth, PREFIX + key, List.of(arguments));
    }

    /**
     * A sentence, or part of one.
     *
     * @param depth 0 for the rule itself, 1 for what is within it, and so on
     * @param key of the bundles
     * @param arguments each a {@link Fraction}, an {@link Amount}, a {@link Party}, an {@link
     *     Indicator}, a {@link Unit}, an {@link Integer}, a text, a phrase, or a list of these
     */
    public record Phrase(int depth, String key, List<Object> arguments) {
        /** Takes a copy. */
        public Phrase {
            arguments = List.copyOf(arguments);
        }
    }

    /** An exact amount in main units of the currency. */
    public record Amount(Fraction value) {}

    /** A party by its code, to be written with its name. */
    public record Party(String code) {
        @Override
        public String toString() {
            return code;
        }
    }

    /** A column of the parties' figures, to be written by its name. */
    public record Indicator(String code) {
        @Override
        public String toString() {
            return code;
        }
    }

    /**
     * Columns of the parties' figures added up, to be written by their names.
     *
     * @param divisors of each column by its code; null where a figure counts as it is
     */
    public record Sum(SequencedMap<String, @Nullable Fraction> divisors) {
        /** Takes a copy. */
        public Sum {
            divisors = new LinkedHashMap<>(divisors);
        }

        /** As it is written with these names and numbers. */
        String text(UnaryOperator<String> names, Function<Fraction, String> numbers) {
            return divisors.entrySet().stream()
                    .map(entry -> {
                        var divisor = entry.getValue();
                        var name = names.apply(entry.getKey());
                        return divisor == null ? name : name + " / " + numbers.apply(divisor);
                    })
                    .collect(Collectors.joining(" + "));
        }

        @Override
        public String toString() {
            return text(UnaryOperator.identity(), Fraction::toShortText);
        }
    }

    /** What something named costs; amounts in main units of the currency. */
    public record Price(String name, Amount amount) {}

    /** The rounding unit in main units; null for the default of the currency. */
    public record Unit(@Nullable Fraction value) {}
}
