package id.patungan.grants;

import id.patungan.basics.DomainException;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Currency;

/** Why something about an award was refused; nothing was stored. */
public final class AwardException extends DomainException {

    private static final long serialVersionUID = 1L;

    private AwardException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    private static AwardException refused(String code, String message, Object... arguments) {
        return new AwardException(Kind.REFUSED, code, message, arguments);
    }

    /** The text without blanks around it, refused by the name of its field. */
    static String text(String field, @Nullable String text, int longest) {
        var said = text == null ? "" : text.strip();
        if (said.isEmpty()) throw missing(field);
        if (said.codePointCount(0, said.length()) > longest
                || said.codePoints().anyMatch(Character::isISOControl)) {
            throw refused(
                    "grants.too-long",
                    "'%s' has more than %d characters, or some that are no text"
                            .formatted(field, longest),
                    field,
                    longest);
        }
        return said;
    }

    /** A code inside an award: it becomes a part of the code of an award line. */
    static String code(String field, String code) {
        if (!code.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,15}")) {
            throw refused(
                    "grants.code",
                    "'%s' in %s is not a code; use 1 to 16 of A-Z a-z 0-9 . _ -"
                            .formatted(code, field),
                    code,
                    field);
        }
        return code;
    }

    /** Refuses what was typed, naming the field. */
    public static AwardException missing(String field) {
        return refused("grants.missing", "'%s' is not said".formatted(field), field);
    }

    /** Refuses what was typed, naming the field. */
    public static AwardException notADay(String text) {
        return refused(
                "grants.not-a-day",
                "'%s' is not a day from 1900 to 2999; write 2011-12-31".formatted(text),
                text);
    }

    /** Refuses what was typed, naming the field. */
    public static AwardException notAnAmount(String text) {
        return refused(
                "grants.not-an-amount",
                "'%s' is not an amount; write 1.900.000,50 or 1900000.50".formatted(text),
                text);
    }

    static AwardException notPositive(String field) {
        return refused(
                "grants.not-positive",
                "An amount in '%s' must be more than zero".formatted(field),
                field);
    }

    static AwardException tooSmall(Money amount, Currency currency) {
        return refused(
                "grants.too-small",
                "%s is less than the smallest amount in %s".formatted(amount, currency),
                amount,
                currency.getCurrencyCode());
    }

    static AwardException notPercent(String text) {
        return refused(
                "grants.percent", "'%s' is not a percentage from 0 to 100".formatted(text), text);
    }

    /** Refuses what was typed, naming the field. */
    public static AwardException notAWord(String field, String text) {
        return refused(
                "grants.word", "'%s' cannot stand in '%s'".formatted(text, field), text, field);
    }

    /** Refuses what was typed, naming the field. */
    public static AwardException columns(String field, int line, int found, String wanted) {
        return refused(
                "grants.columns",
                "Line %d of '%s' has %d columns; wanted are %s"
                        .formatted(line, field, found, wanted),
                Integer.toString(line),
                field,
                Integer.toString(found),
                wanted);
    }

    /** Refuses what was typed, naming the field and the line of it. */
    public static AwardException inLine(String field, int line, DomainException reason) {
        return refused(
                "grants.line",
                "Line %d of '%s': %s".formatted(line, field, reason.getMessage()),
                Integer.toString(line),
                field,
                reason);
    }

    static AwardException order(String field, LocalDate later, LocalDate earlier) {
        return refused(
                "grants.order",
                "In '%s', %s and %s are in the wrong order".formatted(field, later, earlier),
                field,
                later,
                earlier);
    }

    static AwardException twice(String field, String code) {
        return refused(
                "grants.twice", "'%s' stands twice in '%s'".formatted(code, field), code, field);
    }

    static AwardException tooMany(String field, int rows, int most) {
        return refused(
                "grants.too-many",
                "'%s' has %d rows; %d is the most".formatted(field, rows, most),
                field,
                rows,
                most);
    }

    /** Refuses a code that nobody knows. */
    public static AwardException unknown(String field, String code) {
        return refused(
                "grants.unknown",
                "'%s' in '%s' is not known to the award or the book".formatted(code, field),
                code,
                field);
    }

    static AwardException sum(String field, Money sum, Money whole) {
        return refused(
                "grants.sum",
                "'%s' comes to %s, the award is of %s".formatted(field, sum, whole),
                field,
                sum,
                whole);
    }

    /** Refuses a calculation that does not lead to the amount of its line. */
    static AwardException calculation(
            String line, AwardTerms.Calculation how, Money unitCost, Money amount) {
        var product = how.quantity().multiply(unitCost.toDecimal());
        return refused(
                "grants.calculation",
                "Line %s: %s %s at %s come to %s, the line is of %s"
                        .formatted(
                                line,
                                how.quantity().toPlainString(),
                                how.unit(),
                                unitCost,
                                product.toPlainString(),
                                amount),
                line,
                how.quantity(),
                how.unit(),
                unitCost,
                product,
                amount);
    }

    /** Refuses a calculation of which a part is missing. */
    public static AwardException calculationParts(String line) {
        return refused(
                "grants.calculation-parts",
                "Line %s: quantity, unit and unit cost are all needed, or none of them"
                        .formatted(line),
                line);
    }

    /** Refuses what is no quantity. */
    public static AwardException quantity(String text) {
        return refused(
                "grants.quantity",
                "'%s' is not a quantity; it is more than zero, with at most six decimals"
                        .formatted(text),
                text);
    }

    static AwardException badCode(String code) {
        return refused(
                "grants.award-code",
                "'%s' is not the code of an award; use 1 to 24 of A-Z 0-9 . -".formatted(code),
                code);
    }

    /** Not there, or not for this viewer. */
    public static AwardException noSuchAward(String code) {
        return new AwardException(
                Kind.NOT_FOUND,
                "grants.no-such-award",
                "There is no award '%s' that you may see".formatted(code),
                code);
    }

    static AwardException notApproved(String award) {
        return refused(
                "grants.not-approved",
                "No version of award %s is approved yet; another person must approve one first"
                        .formatted(award),
                award);
    }

    static AwardException decided() {
        return new AwardException(
                Kind.CONFLICT, "grants.decided", "This version is decided already, or replaced");
    }

    static AwardException ownWork() {
        return refused(
                "grants.own-work",
                "Whoever drafted a version does not approve it; another person must");
    }

    static AwardException fundTaken(String fund, String award) {
        return refused(
                "grants.fund-taken",
                "Fund %s belongs to award %s; every purpose has a fund of its own"
                        .formatted(fund, award),
                fund,
                award);
    }

    static AwardException fundRestriction(String fund, String wanted) {
        return refused(
                "grants.fund-restriction",
                "Fund %s is there and is not %s; name another fund".formatted(fund, wanted),
                fund,
                wanted);
    }

    static AwardException codeGone(String field, String code) {
        return refused(
                "grants.code-gone",
                "'%s' has been charged and must stay in '%s'".formatted(code, field),
                code,
                field);
    }

    static AwardException fundsStay(String award) {
        return refused(
                "grants.funds-stay",
                "Giver, kind, currency, condition and funds of award %s never change"
                        .formatted(award),
                award);
    }

    static AwardException noTranche(String tranche) {
        return refused(
                "grants.no-tranche", "The award has no tranche '%s'".formatted(tranche), tranche);
    }

    static AwardException trancheReceived(String tranche) {
        return refused(
                "grants.tranche-received",
                "Tranche %s has been received".formatted(tranche),
                tranche);
    }

    static AwardException trancheAmount(String tranche, Money agreed) {
        return refused(
                "grants.tranche-amount",
                "Tranche %s is of %s; for another amount record a new version of the terms"
                        .formatted(tranche, agreed),
                tranche,
                agreed);
    }

    static AwardException reportDue(String tranche, String report, LocalDate due) {
        return refused(
                "grants.report-due",
                "Tranche %s waits: report %s was due on %s and has not been accepted"
                        .formatted(tranche, report, due),
                tranche,
                report,
                due);
    }

    static AwardException conditionOpen(String tranche, String what) {
        return refused(
                "grants.condition-open",
                "Tranche %s waits for: %s".formatted(tranche, what),
                tranche,
                what);
    }

    static AwardException future(LocalDate day, LocalDate today) {
        return refused("grants.future", "%s is after today, %s".formatted(day, today), day, today);
    }

    static AwardException moreThanOwed(Money wanted, Money owed) {
        return refused(
                "grants.more-than-owed",
                "%s is more than the %s that is to be returned".formatted(wanted, owed),
                wanted,
                owed);
    }

    static AwardException moreThanLeft(Money wanted, Money left) {
        return refused(
                "grants.more-than-left",
                "%s is more than the %s that is not spent".formatted(wanted, left),
                wanted,
                left);
    }

    static AwardException notOver(String award, LocalDate ends) {
        return refused(
                "grants.not-over",
                "What is left of %s is returned after %s, its last day; until then it may be spent"
                        .formatted(award, ends),
                award,
                ends);
    }

    static AwardException notSpent(String line, Money spent) {
        return refused(
                "grants.not-spent",
                "Line %s bears %s on that account, no more can be moved".formatted(line, spent),
                line,
                spent);
    }

    static AwardException unknownEvent(int event) {
        return new AwardException(
                Kind.NOT_FOUND,
                "grants.no-such-event",
                "There is no such event %d that could be undone".formatted(event),
                Integer.toString(event));
    }

    static AwardException reportState(String report, String state) {
        return refused(
                "grants.report-state",
                "Report %s cannot become %s now".formatted(report, state),
                report,
                state);
    }

    static AwardException notOurEntry(long entry) {
        return refused(
                "grants.not-our-entry",
                "Entry %d is not one that this award has recorded".formatted(entry),
                Long.toString(entry));
    }

    static AwardException undoFirst(long entry) {
        return refused(
                "grants.undo-first",
                "Entry %d cannot be undone: what it brought has been used; undo that first"
                        .formatted(entry),
                Long.toString(entry));
    }

    static AwardException overrideImpossible(String rule) {
        return refused(
                "grants.override-impossible",
                "Nobody may set the rule '%s' aside; charge another fund".formatted(rule),
                rule);
    }

    /**
     * A cost that the terms do not allow.
     *
     * @param arguments award, line, document and what the rule compares
     */
    static AwardException ineligible(Eligibility.Rule rule, String message, Object... arguments) {
        return refused("grants.ineligible." + rule.code(), message, arguments);
    }

    static AwardException foreignMoney(String award, Currency currency) {
        return refused(
                "grants.foreign-money",
                "Award %s is in %s; record its money with both amounts, as exchange"
                        .formatted(award, currency),
                award,
                currency.getCurrencyCode());
    }

    static AwardException notForeign(String award, Currency currency) {
        return refused(
                "grants.not-foreign",
                "Award %s is in %s, the book's own currency; nothing is exchanged"
                        .formatted(award, currency),
                award,
                currency.getCurrencyCode());
    }

    static AwardException accountKept(String account, String currency) {
        return refused(
                "grants.account-kept",
                "Account %s is kept in %s; record amounts in that currency"
                        .formatted(account, currency),
                account,
                currency);
    }

    static AwardException nothingToRevalue(String award, LocalDate on) {
        return refused(
                "grants.nothing-to-revalue",
                "On %s no account of award %s is worth more or less than it is carried as"
                        .formatted(on, award),
                on,
                award);
    }
}
