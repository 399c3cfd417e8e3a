package id.patungan.contributions.lab;

import id.patungan.allocation.AllocationException;
import id.patungan.allocation.ProblemText;
import id.patungan.basics.AmountFormat;
import id.patungan.basics.DomainException;
import id.patungan.basics.InputException;
import id.patungan.basics.Problem;
import id.patungan.contributions.lab.Comparison.Words;
import id.patungan.documents.PaperFormats;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;

/** Why a rule cannot be applied, in both languages, so that a paper keeps both. */
@Component
class Refused {

    private final MessageSource messages;

    Refused(MessageSource messages) {
        this.messages = messages;
    }

    /** Every reason. */
    List<Words> words(DomainException refusal) {
        return switch (refusal) {
            case AllocationException several ->
                    several.all().stream().map(one -> words("refusal." + one.code(), one)).toList();
            case InputException unreadable when !unreadable.problems().isEmpty() ->
                    unreadable.problems().stream()
                            .map(problem ->
                                    new Words(
                                            line(problem, PaperFormats.INDONESIAN),
                                            line(problem, Locale.ENGLISH)))
                            .toList();
            default -> List.of(words("refusal." + refusal.code(), refusal));
        };
    }

    private String line(Problem problem, Locale language) {
        return messages.getMessage(
                "lab.problem",
                new Object[] {Integer.toString(problem.line()), ProblemText.of(problem, language)},
                language);
    }

    private Words words(String key, DomainException refusal) {
        return new Words(
                text(key, refusal, PaperFormats.INDONESIAN), text(key, refusal, Locale.ENGLISH));
    }

    private String text(String key, DomainException refusal, Locale language) {
        var shown =
                refusal.arguments().stream()
                        .map(argument -> String.valueOf(AmountFormat.argument(argument, language)))
                        .toArray();
        return String.valueOf(
                messages.getMessage(key, shown, String.valueOf(refusal.getMessage()), language));
    }
}
