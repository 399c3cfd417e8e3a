package id.patungan.allocation;

import id.patungan.basics.AmountFormat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The sentences of a trace, from the bundles {@code messages/allocation}. They are read here and
 * not by the frame, because the command line says them too and starts no frame.
 */
public final class TraceText {

    private TraceText() {}

    /** One step as a sentence: {@code In proportion to population, 2,521,445 in all.} */
    public static String of(TraceStep step, Locale locale) {
        var sentence =
                text("allocation.trace." + step.step().code(), locale, step.arguments().toArray());
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
