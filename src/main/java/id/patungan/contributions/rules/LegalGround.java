package id.patungan.contributions.rules;

import id.patungan.parties.Agreement;
import id.patungan.parties.AgreementText.Article;
import id.patungan.parties.AgreementText.OfficialNumber;
import id.patungan.parties.AgreementType;

import java.time.LocalDate;
import java.util.stream.Collectors;

/**
 * The agreement and article on which a rule or a charge rests, as found in the register.
 *
 * @param text the agreement as it is named there: type, official numbers, subject
 */
public record LegalGround(int agreementId, String article, String text) {

    private static final int LONGEST = 500;

    /**
     * Finds the article; an agreement that is not in force on the day is no ground.
     *
     * @throws RulesException if it has no such article, or is not in force
     */
    public static LegalGround of(Agreement agreement, String article, LocalDate date) {
        var text = agreement.text();
        var found =
                text.articles().stream()
                        .map(Article::number)
                        .filter(number -> number.equals(article.strip()))
                        .findFirst()
                        .orElseThrow(
                                () -> RulesException.unknownArticle(agreement.code(), article));
        var begins = text.from() == null ? text.signedOn() : text.from();
        var until = text.until();
        if ((begins != null && date.isBefore(begins)) || (until != null && !date.isBefore(until))) {
            throw RulesException.agreementNotInForce(agreement.code(), date);
        }
        return new LegalGround(agreement.id(), found, named(agreement));
    }

    private static String named(Agreement agreement) {
        var text = agreement.text();
        var numbers =
                text.numbers().stream()
                        .map(OfficialNumber::number)
                        .collect(Collectors.joining("; "));
        // Papers are known by their Indonesian short names; what is none of them has only a subject
        var type = text.type() == AgreementType.OTHER ? "" : text.type().name() + " ";
        var named = type + (numbers.isEmpty() ? "" : numbers + " · ") + text.subject();
        return named.length() <= LONGEST ? named : named.substring(0, LONGEST - 1) + "…";
    }
}
