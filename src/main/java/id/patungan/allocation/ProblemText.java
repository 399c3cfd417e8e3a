package id.patungan.allocation;

import id.patungan.basics.Problem;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is wrong in a rule file, from the bundles {@code messages/allocation}. */
public final class ProblemText {

    private static final String PREFIX = "allocation.fault.";

    private ProblemText() {}

    /** The problem in that language; in English where it is said in no other. */
    public static String of(Problem problem, Locale locale) {
        var said = problem.said();
        return said == null || !said.key().startsWith(PREFIX)
                ? problem.message()
                : text(said, locale);
    }

    static Problem.Said said(String key, Object... arguments) {
        return new Problem.Said(
                PREFIX + key, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    static String text(Problem.Said said, Locale locale) {
        var bundle =
                ResourceBundle.getBundle(
                        "messages.allocation",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(said.key()), locale)
                .format(said.arguments().toArray());
    }
}
