package id.patungan.statements;

import id.patungan.basics.DomainException;
import id.patungan.basics.Money;

import java.time.LocalDate;

/** A statement was not made; nothing was rendered. */
public final class StatementException extends DomainException {

    private static final long serialVersionUID = 1L;

    /** The check that fails when opening + movements differ from the ledger's own sum. */
    public static final String CHECK_TIES = "statement-ties";

    /** The check that fails when an assessment or receipt says otherwise than its entry. */
    public static final String CHECK_FACTS = "statement-facts";

    private StatementException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    /** Whether the books are at fault, not what was asked for. */
    public boolean isFailedCheck() {
        return arguments().contains(CHECK_TIES) || arguments().contains(CHECK_FACTS);
    }

    static StatementException doesNotTie(
            RegionStatement.Party party, String account, Money made, Money ledger) {
        var difference = made.minus(ledger);
        return new StatementException(
                Kind.REFUSED,
                "statements.does-not-tie",
                "The statement of %s (%s) does not tie: account %s is %s by opening and movements, %s in the ledger, difference %s; run the check %s"
                        .formatted(
                                party.name(),
                                party.code(),
                                account,
                                made,
                                ledger,
                                difference,
                                CHECK_TIES),
                party.name(),
                party.code(),
                account,
                made,
                ledger,
                difference,
                CHECK_TIES);
    }

    static StatementException factDiffers(
            RegionStatement.Party party, long entryNo, Money stated, Money posted) {
        return new StatementException(
                Kind.REFUSED,
                "statements.fact-differs",
                "The statement of %s (%s) does not tie: the assessment or receipt of entry %d says %s, its postings %s; run the check %s"
                        .formatted(
                                party.name(), party.code(), entryNo, stated, posted, CHECK_FACTS),
                party.name(),
                party.code(),
                entryNo,
                stated,
                posted,
                CHECK_FACTS);
    }

    static StatementException periodOrder(LocalDate from, LocalDate until) {
        return new StatementException(
                Kind.REFUSED,
                "statements.period-order",
                "The statement's last day %s is before its first day %s; swap them"
                        .formatted(until, from),
                from,
                until);
    }

    static StatementException noSuchParty(String code) {
        return new StatementException(
                Kind.NOT_FOUND,
                "statements.no-such-party",
                "There is no statement of a party %s that you may see".formatted(code),
                code);
    }

    static StatementException unknownFormat(String format) {
        return new StatementException(
                Kind.NOT_FOUND,
                "statements.unknown-format",
                "A statement is not made as '%s'; use pdf, xlsx, csv, json or html"
                        .formatted(format),
                format);
    }

    static StatementException notYetKnown(long knownAt, long head) {
        return new StatementException(
                Kind.REFUSED,
                "statements.not-yet-known",
                "The books end at entry %d; they cannot be shown as known at %d"
                        .formatted(head, knownAt),
                knownAt,
                head);
    }
}
