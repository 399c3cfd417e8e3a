package id.patungan.ledger;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;

import java.time.LocalDate;
import java.time.YearMonth;

/** The books say no. */
public final class LedgerException extends DomainException {

    private static final long serialVersionUID = 1L;

    private LedgerException(Kind kind, String code, String message, Object... arguments) {
        super(kind, "ledger." + code, message, arguments);
    }

    private static LedgerException refused(String code, String message, Object... arguments) {
        return new LedgerException(Kind.REFUSED, code, message, arguments);
    }

    private static LedgerException conflict(String code, String message, Object... arguments) {
        return new LedgerException(Kind.CONFLICT, code, message, arguments);
    }

    private static LedgerException notFound(String code, String message, Object... arguments) {
        return new LedgerException(Kind.NOT_FOUND, code, message, arguments);
    }

    // ---- construction

    static LedgerException unbalanced(FundCode fund, long difference) {
        return refused(
                "unbalanced",
                "In fund "
                        + fund.value()
                        + " debits and credits differ by "
                        + difference
                        + " minor units; every fund must balance within the entry",
                fund.value(),
                difference);
    }

    static LedgerException zeroLine(AccountCode account, FundCode fund) {
        return refused(
                "zero-line",
                "The line on account "
                        + account.value()
                        + " in fund "
                        + fund.value()
                        + " has no amount; leave it out",
                account.value(),
                fund.value());
    }

    static LedgerException tooFewLines() {
        return refused(
                "too-few-lines", "An entry needs at least two lines in every fund that it touches");
    }

    static LedgerException tooManyLines(int lines, int most) {
        return refused(
                "too-many-lines",
                "An entry of " + lines + " lines is too long; split it into parts of " + most,
                lines,
                most);
    }

    static LedgerException tooLarge() {
        return refused("too-large", "The amounts are too large to be counted");
    }

    static LedgerException badRate(String currency, String rate) {
        return refused(
                "bad-rate",
                "The rate "
                        + rate
                        + " for "
                        + currency
                        + " must be more than 0, with at most 12 digits before and after the point",
                currency,
                rate);
    }

    static LedgerException badSourceKey(String key) {
        return refused(
                "bad-source-key",
                "'" + key + "' is not a source key; use 1 to 120 printable ASCII characters",
                key);
    }

    static LedgerException badDate(LocalDate date) {
        return refused("bad-date", date + " is not an accounting date; check the year", date);
    }

    // ---- posting

    static LedgerException noSuchBook(int body) {
        return notFound("no-such-book", "Body " + body + " has no book; open it first", body);
    }

    static LedgerException bookExists(String code) {
        return conflict("book-exists", "The book of " + code + " is already open", code);
    }

    static LedgerException unknownCode(String what, String code) {
        return refused(
                "unknown-" + what,
                "There is no " + what.replace('-', ' ') + " '" + code + "' in this book",
                code);
    }

    static LedgerException inactive(String what, String code) {
        return refused(
                "inactive-" + what, "The " + what + " " + code + " takes no more postings", code);
    }

    static LedgerException notPostable(String account) {
        return refused(
                "not-postable",
                "Account " + account + " is a line of reports and is never posted to",
                account);
    }

    static LedgerException partyRequired(String account) {
        return refused(
                "party-required", "A line on account " + account + " must name the party", account);
    }

    static LedgerException unitOfOtherParty(String unit, String party) {
        return refused(
                "unit-of-other-party",
                "Paying unit " + unit + " does not belong to party " + party,
                unit,
                party);
    }

    static LedgerException closedPeriod(LocalDate date, LocalDate closedThrough) {
        return refused(
                "closed-period",
                "The books are closed through "
                        + closedThrough
                        + "; "
                        + date
                        + " cannot be posted to",
                date,
                closedThrough);
    }

    static LedgerException otherContent(String sourceKey) {
        return conflict(
                "other-content",
                "Source key '" + sourceKey + "' is already posted with other content",
                sourceKey);
    }

    static LedgerException twinInBatch(String sourceKey) {
        return conflict("twin-in-batch", "Source key '" + sourceKey + "' occurs twice", sourceKey);
    }

    static LedgerException batchSize(int entries, int most) {
        return refused(
                "batch-size",
                "Between 1 and " + most + " entries are posted at a time, not " + entries,
                entries,
                most);
    }

    static LedgerException approvedByPreparer() {
        return new LedgerException(
                Kind.FORBIDDEN,
                "ledger.approved-by-preparer",
                "Who prepared an entry cannot approve it; another person does");
    }

    static LedgerException approvalRequired() {
        return refused(
                "approval-required",
                "In this body an entry made by hand needs another person's approval; make a draft");
    }

    static LedgerException reservedKind(String kind) {
        return refused(
                "reserved-kind", "Entries of kind '" + kind + "' are not posted this way", kind);
    }

    static LedgerException blockedByUnsealed(int body) {
        return conflict(
                "blocked-by-unsealed",
                "Rows beyond the head block the book of body " + body + "; discard them first",
                body);
    }

    static LedgerException databaseRefused(String code, String message) {
        return conflict("database-refused", "The database refused it: " + message, code);
    }

    // ---- reversal

    static LedgerException noSuchEntry(long no) {
        return notFound("no-such-entry", "There is no entry " + no + " in this book", no);
    }

    static LedgerException alreadyReversed(long no, long by) {
        return conflict(
                "already-reversed", "Entry " + no + " is already reversed by entry " + by, no, by);
    }

    static LedgerException reasonRequired() {
        return refused("reason-required", "Say why; a reason is kept with it");
    }

    // ---- periods

    static LedgerException notNextMonth(YearMonth month, YearMonth next) {
        return refused(
                "not-next-month",
                "Months close in order: " + next + " is next, not " + month,
                month,
                next);
    }

    static LedgerException nothingToReopen() {
        return refused("nothing-to-reopen", "No month of this book is closed");
    }

    static LedgerException notLastMonth(YearMonth month, YearMonth last) {
        return refused(
                "not-last-month",
                "Only the last closed month can be reopened: " + last + ", not " + month,
                month,
                last);
    }

    // ---- chart

    static LedgerException codeTaken(String what, String code) {
        return conflict(
                "code-taken",
                "There is already a "
                        + what
                        + " '"
                        + code
                        + "' with another kind; codes are never used again",
                code);
    }

    // ---- drafts

    static LedgerException noSuchDraft(int id) {
        return notFound("no-such-draft", "There is no draft " + id + " in this book", id);
    }

    static LedgerException staleDraft(int id, int version, int newest) {
        return conflict(
                "stale-draft",
                "Draft "
                        + id
                        + " has changed: version "
                        + newest
                        + " is the newest, not "
                        + version
                        + "; look at it again",
                id,
                version,
                newest);
    }

    static LedgerException draftState(int id, Draft.State state) {
        return conflict(
                "draft-state",
                "Draft " + id + " is " + state.code() + "; that cannot be done with it now",
                id,
                state.code());
    }

    static LedgerException undoneByAnother(long no) {
        return new LedgerException(
                Kind.FORBIDDEN,
                "undone-by-another",
                "Entry "
                        + no
                        + " is for another person to undo: one who approves and did not prepare it",
                no);
    }

    static LedgerException undoneWithPaper(long no, String kind) {
        return conflict(
                "undone-with-paper",
                "Entry "
                        + no
                        + " was posted with a paper ("
                        + kind
                        + "); undo the paper, and the entry"
                        + " follows",
                no,
                kind);
    }

    static LedgerException ownDraft(int id) {
        return new LedgerException(
                Kind.FORBIDDEN,
                "own-draft",
                "Draft " + id + " must be decided by another person than its preparer",
                id);
    }
}
