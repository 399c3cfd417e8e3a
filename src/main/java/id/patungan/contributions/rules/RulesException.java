package id.patungan.contributions.rules;

import id.patungan.basics.DomainException;

import java.time.LocalDate;

/** Why a rule was not drafted, decided or found; nothing was stored. */
public final class RulesException extends DomainException {

    private static final long serialVersionUID = 1L;

    private RulesException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    static RulesException noText() {
        return new RulesException(
                Kind.REFUSED,
                "rules.no-text",
                "The rule is empty: write down what the agreement says about who pays what");
    }

    static RulesException noGround() {
        return new RulesException(
                Kind.REFUSED,
                "rules.no-ground",
                "A rule needs the agreement and the article that say so");
    }

    static RulesException nameTooLong(int longest) {
        return new RulesException(
                Kind.REFUSED,
                "rules.name-too-long",
                "The name of a rule has at most %d characters; shorten it".formatted(longest),
                longest);
    }

    static RulesException unknownArticle(String agreement, String article) {
        return new RulesException(
                Kind.REFUSED,
                "contributions.unknown-article",
                "Agreement %s has no article '%s'; enter the article with the agreement first"
                        .formatted(agreement, article),
                agreement,
                article);
    }

    static RulesException agreementNotInForce(String agreement, LocalDate date) {
        return new RulesException(
                Kind.REFUSED,
                "contributions.not-in-force",
                "Agreement %s is not in force on %s; name one that is, or another date"
                        .formatted(agreement, date),
                agreement,
                date);
    }

    static RulesException unchanged(String code, int version) {
        return new RulesException(
                Kind.REFUSED,
                "rules.unchanged",
                "Version %d of rule %s says the same; change something or keep it"
                        .formatted(version, code),
                code,
                version);
    }

    static RulesException noSuchRule(String code) {
        return new RulesException(
                Kind.NOT_FOUND, "rules.no-such-rule", "There is no rule " + code, code);
    }

    static RulesException noSuchVersion(String code, int version) {
        return new RulesException(
                Kind.NOT_FOUND,
                "rules.no-such-version",
                "Rule %s has no version %d".formatted(code, version),
                code,
                version);
    }

    static RulesException noneInForce(String code, LocalDate on) {
        return new RulesException(
                Kind.REFUSED,
                "rules.none-in-force",
                ("No approved version of rule %s is in force on %s; have one approved that begins by"
                                + " then, or choose a later date")
                        .formatted(code, on),
                code,
                on);
    }

    static RulesException ownVersion(String code, int version) {
        return new RulesException(
                Kind.FORBIDDEN,
                "rules.own-version",
                "Version %d of rule %s must be decided by another person than its preparer"
                        .formatted(version, code),
                code,
                version);
    }

    static RulesException alreadyDecided(String code, int version) {
        return new RulesException(
                Kind.CONFLICT,
                "rules.already-decided",
                "Version %d of rule %s is decided; draft another version to change that"
                        .formatted(version, code),
                code,
                version);
    }

    static RulesException replaced(String code, int version, int newest) {
        return new RulesException(
                Kind.CONFLICT,
                "rules.replaced",
                "Version %d of rule %s was replaced by version %d; decide that one"
                        .formatted(version, code, newest),
                code,
                version,
                newest);
    }

    static RulesException noReason() {
        return new RulesException(
                Kind.REFUSED,
                "rules.no-reason",
                "A rejection needs a reason of 1 to 400 characters");
    }

    static RulesException reasonTooLong() {
        return new RulesException(
                Kind.REFUSED, "rules.reason-too-long", "A reason has at most 400 characters");
    }
}
