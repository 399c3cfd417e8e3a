package id.patungan.contributions.rules;

import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.RuleText;
import id.patungan.allocation.RuleText.Sentence;
import id.patungan.allocation.RuleWords;
import id.patungan.allocation.RuleWords.Phrase;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a rule says, with the names of the body's parties; for pages and papers alike. */
@Component
public class RuleTexts {

    private final Parties parties;
    private final MessageSource messages;

    RuleTexts(Parties parties, MessageSource messages) {
        this.parties = parties;
        this.messages = messages;
    }

    /**
     * A rule in words and symbols.
     *
     * @param sentences as a tree; the last ones say how it rounds
     * @param formula what party i pays
     * @param symbols what the letters of the formula stand for
     */
    public record InWords(List<Sentence> sentences, String formula, List<String> symbols) {
        /** Takes copies. */
        public InWords {
            sentences = List.copyOf(sentences);
            symbols = List.copyOf(symbols);
        }
    }

    /** The rule in a language, its parties by the names that the viewer may see. */
    public InWords of(Access access, RuleDocument document, Currency currency, Locale locale) {
        var phrases = RuleWords.of(document);
        var codes = new LinkedHashSet<String>();
        phrases.forEach(phrase -> collect(phrase, codes));
        var names = new HashMap<String, String>();
        parties.byCodes(access, codes).forEach((code, party) -> names.put(code, party.name()));
        return of(document, phrases, names, currency, locale);
    }

    /** The rule in a language, its parties by the names given; by their codes where none is. */
    public InWords of(
            RuleDocument document, Map<String, String> names, Currency currency, Locale locale) {
        return of(document, RuleWords.of(document), names, currency, locale);
    }

    private InWords of(
            RuleDocument document,
            List<Phrase> phrases,
            Map<String, String> names,
            Currency currency,
            Locale locale) {
        var text =
                new RuleText(
                        locale,
                        currency,
                        code -> names.getOrDefault(code, code),
                        code -> indicator(code, locale));
        return new InWords(
                text.sentences(phrases),
                RuleWords.formula(document.rule(), locale),
                RuleWords.symbols(document.rule()).stream().map(text::of).toList());
    }

    /** The name of a column of figures within a sentence; its own code if the bundles have none. */
    public String indicator(String code, Locale locale) {
        return String.valueOf(
                messages.getMessage("allocation.indicator." + code, null, code, locale));
    }

    private static void collect(Object argument, Set<String> codes) {
        switch (argument) {
            case Phrase phrase -> phrase.arguments().forEach(inner -> collect(inner, codes));
            case RuleWords.Party(var code) -> codes.add(code);
            case List<?> several -> several.forEach(inner -> collect(inner, codes));
            default -> {}
        }
    }
}
