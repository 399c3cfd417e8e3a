package id.patungan.forecasting;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.contributions.DuesRule;

import org.springframework.context.MessageSource;

import java.time.LocalDate;
import java.util.Locale;

/** By what dues were divided, in a sentence. */
public final class DuesSpreadWords {

    private DuesSpreadWords() {}

    /** Which rule divides; or that it is in proportion, and why. */
    public static String sentence(DuesSpread of, MessageSource messages, Locale language) {
        var whyNot = of.whyNot();
        var rule = of.rule();
        return rule == null || whyNot != null
                ? messages.getMessage(
                        "dues-spread.proportional",
                        new Object[] {whyNot == null ? "" : reason(whyNot, messages, language)},
                        language)
                : messages.getMessage(
                        "dues-spread.by-rule",
                        new Object[] {name(rule, messages, language)},
                        language);
    }

    private static String name(DuesRule rule, MessageSource messages, Locale language) {
        var code = rule.code();
        return code == null
                ? messages.getMessage(
                        "dues-spread.own-rule",
                        new Object[] {rule.name(), rule.assessment()},
                        language)
                : messages.getMessage(
                        "dues-spread.rule",
                        new Object[] {rule.name(), code, String.valueOf(rule.version())},
                        language);
    }

    private static String reason(DomainException refused, MessageSource messages, Locale language) {
        var english = refused.getMessage();
        return String.valueOf(
                messages.getMessage(
                        "refusal." + refused.code(),
                        refused.arguments().stream().map(one -> shown(one, language)).toArray(),
                        english == null ? refused.code() : english,
                        language));
    }

    private static String shown(Object argument, Locale language) {
        return argument instanceof LocalDate day
                ? DateReader.typed(day)
                : AmountFormat.argument(argument, language).toString();
    }
}
