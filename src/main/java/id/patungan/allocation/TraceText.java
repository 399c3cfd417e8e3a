package id.patungan.allocation;

import id.patungan.basics.AmountFormat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;

/**
 * The sentences of a trace, from the bundles {@code messages/allocation}. They are read here and
 * not by the frame, because the command line says them too and starts no frame.
 */
public final class TraceText {

    private TraceText() {}

    /** One step as a sentence: {@code In proportion to population, 2,521,445 in all.} */
    public static String of(TraceStep step, Locale locale) {
        return of(step, locale, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /**
     * One step as a sentence for those who know no codes.
     *
     * @param indicators the name of a column of figures; its code if it has none
     * @param parties the name of a party by its code; the code itself if it has none
     */
    public static String of(
            TraceStep step,
            Locale locale,
            UnaryOperator<String> indicators,
            UnaryOperator<String> parties) {
        var arguments =
                step.arguments().stream()
                        .map(argument ->
                                switch (argument) {
                                    case RuleWords.Indicator(var code) -> indicators.apply(code);
                                    case RuleWords.Sum sum ->
                                            sum.text(
                                                    indicators,
                                                    divisor ->
                                                            AmountFormat.number(divisor, locale));
                                    case RuleWords.Party(var code) ->
                                            RuleText.named(code, parties.apply(code));
                                    default -> argument;
                                })
                        .toArray();
        var sentence = text("allocation.trace." + step.step().code(), locale, arguments);
        var mark = step.step().mark();
        return mark == TraceStep.Mark.NONE
                ? sentence
                : text("allocation.mark." + mark.code(), locale) + ": " + sentence;
    }

    /** Why a share is what it is. */
    public static String of(Shares.Reason reason, Locale locale) {
        return text("allocation.reason." + reason.code(), locale);
    }

    private static String text(String key, Locale locale, Object... arguments) {
        var bundle =
                ResourceBundle.getBundle(
                        "messages.allocation",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        var shown = new Object[arguments.length];
        for (var number = 0; number < arguments.length; number++) {
            shown[number] = String.valueOf(AmountFormat.argument(arguments[number], locale));
        }
        return new MessageFormat(bundle.getString(key), locale).format(shown);
    }
}
