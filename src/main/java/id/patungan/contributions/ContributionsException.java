package id.patungan.contributions;

import id.patungan.basics.DomainException;
import id.patungan.basics.Money;

import java.time.LocalDate;

/** Why a charge, a receipt or what follows from them was refused; nothing was stored. */
public final class ContributionsException extends DomainException {

    private static final long serialVersionUID = 1L;

    private ContributionsException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    static ContributionsException noRule() {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.no-rule",
                "No rule says how the amount is shared. Nothing is assumed, equal shares neither:"
                        + " give the rule that the agreement states");
    }

    static ContributionsException ruleTwice(String code) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.rule-twice",
                "There is a rule of the body, %s, and a text of its own; leave out one of the two"
                        .formatted(code),
                code);
    }

    static ContributionsException ruleNotApproved() {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.rule-not-approved",
                "This body charges only by a rule that another person has approved: draft the rule"
                        + " among the body's rules, have it approved, and choose it here");
    }

    static ContributionsException noLegalBasis() {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.no-legal-basis",
                "No legal basis: name the agreement and the article that say who pays what");
    }

    static ContributionsException paysNoMore(String party, LocalDate until, int year) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.pays-no-more",
                ("%s has left and pays until %s; %d cannot be charged to it. Choose a rule that"
                                + " divides without it")
                        .formatted(party, until, year),
                party,
                until,
                Integer.toString(year));
    }

    static ContributionsException notMember(String party, LocalDate date) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.not-member",
                ("%s is not a member on %s: dues are paid by members. Enter the membership, or charge"
                                + " it as the share of a project")
                        .formatted(party, date),
                party,
                date);
    }

    static ContributionsException unknownParty(String party) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.unknown-party",
                "%s is not a party of this body; enter it under parties first".formatted(party),
                party);
    }

    static ContributionsException unitHasPaid(String code, String charge, String unit) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.unit-has-paid",
                "%s cannot be undone: %s has paid its part of %s since; undo that payment first"
                        .formatted(code, unit, charge),
                code,
                charge,
                unit);
    }

    static ContributionsException unknownUnit(String unit, String party) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.unknown-unit",
                "%s is not a paying unit of %s".formatted(unit, party),
                unit,
                party);
    }

    static ContributionsException projectOfDues(String project) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.project-of-dues",
                "Dues and fines belong to no project; leave out %s, or split the project's cost"
                        .formatted(project),
                project);
    }

    static ContributionsException fineAhead(int year, LocalDate date) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.fine-ahead",
                "A fine for %d cannot be charged on %s: fines are for what has happened. Take the year of the date or an earlier one"
                        .formatted(year, date),
                Integer.toString(year),
                date);
    }

    static ContributionsException noProject() {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.no-project",
                "The split of a project's cost needs the project");
    }

    static ContributionsException noMembers(LocalDate date) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.no-members",
                "Nobody shares: the body has no members on %s and the rule names no party"
                        .formatted(date),
                date);
    }

    static ContributionsException notPositive(String field, Money amount) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.not-positive",
                "%s is %s; it must be more than zero".formatted(field, amount),
                field,
                amount);
    }

    static ContributionsException negativeShare(String party, Money share) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.negative-share",
                "The rule gives %s the share %s; a charge cannot be negative"
                        .formatted(party, share),
                party,
                share);
    }

    static ContributionsException otherCurrency(String given, String book) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.other-currency",
                "The amount is in %s, the book is kept in %s".formatted(given, book),
                given,
                book);
    }

    static ContributionsException dueBeforeDate(LocalDate due, LocalDate date) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.due-before-date",
                "Due on %s, before the charge itself on %s".formatted(due, date),
                due,
                date);
    }

    static ContributionsException basisOfNobody(String party) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.basis-of-nobody",
                "There is a note or a unit for %s, who has no share".formatted(party),
                party);
    }

    static ContributionsException noSuchPaper(String code) {
        return new ContributionsException(
                Kind.NOT_FOUND, "contributions.no-such-paper", "There is no paper " + code, code);
    }

    static ContributionsException alreadyReversed(String code) {
        return new ContributionsException(
                Kind.CONFLICT,
                "contributions.already-reversed",
                code + " is already reversed",
                code);
    }

    static ContributionsException hasReceipts(String code, String receipts) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.has-receipts",
                ("%s cannot be cancelled: money is allocated to it (%s). Reverse those receipts"
                                + " first")
                        .formatted(code, receipts),
                code,
                receipts);
    }

    static ContributionsException isEarned(String code, String earnings) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.is-earned",
                "%s cannot be cancelled: part of it is earned (%s). Reverse that first"
                        .formatted(code, earnings),
                code,
                earnings);
    }

    static ContributionsException notSplit(String code) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.not-a-split",
                code + " is not the split of a project's cost",
                code);
    }

    static ContributionsException notDeferred(String code) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.not-deferred",
                code + " has nothing deferred: its dues were income when they were charged",
                code);
    }

    static ContributionsException yearNotBegun(String code, int year) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.year-not-begun",
                "The dues of %s are for %d; they are earned from 1 January %d on"
                        .formatted(code, year, year),
                code,
                year);
    }

    static ContributionsException costExceeds(String code, Money cost, Money rest) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.cost-exceeds",
                ("The cost %s is more than what %s has deferred, %s. Recognise that much, and charge"
                                + " or bear the rest by a decision of its own")
                        .formatted(cost, code, rest),
                code,
                cost,
                rest);
    }

    static ContributionsException notAnExpense(String account) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.not-an-expense",
                account + " is not an expense account",
                account);
    }

    static ContributionsException notAgainst(String account) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.not-against",
                account + " is neither a bank or cash account nor a payable",
                account);
    }

    static ContributionsException notBank(String account) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.not-bank",
                account + " is not a bank or cash account",
                account);
    }

    static ContributionsException noParts() {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.no-parts",
                "A receipt needs an amount for at least one fund");
    }

    static ContributionsException fundTwice(String fund) {
        return new ContributionsException(
                Kind.REFUSED, "contributions.fund-twice", "Fund " + fund + " is there twice", fund);
    }

    static ContributionsException deductedTwice(String fund, String deduction) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.deducted-twice",
                "Deduction %s is there twice for fund %s".formatted(deduction, fund),
                deduction,
                fund);
    }

    static ContributionsException noSuchCharge(String charge, String party) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.no-such-charge",
                "%s has no charge %s".formatted(party, charge),
                party,
                charge);
    }

    static ContributionsException otherFund(String charge, String fund, String given) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.other-fund",
                ("Charge %s belongs to fund %s, the money came for %s. Receive it for %s, or leave it"
                                + " as a prepayment and apply that")
                        .formatted(charge, fund, given, fund),
                charge,
                fund,
                given);
    }

    static ContributionsException moreThanOpen(String charge, Money amount, Money open) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.more-than-open",
                ("%s would settle more of %s than the %s that is open; what is too much stays a"
                                + " prepayment")
                        .formatted(amount, charge, open),
                charge,
                amount,
                open);
    }

    static ContributionsException chargeLater(String charge, LocalDate issued, LocalDate date) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.charge-later",
                ("Charge %s was issued on %s, after %s. Leave the money as a prepayment and apply it"
                                + " from that day on")
                        .formatted(charge, issued, date),
                charge,
                issued,
                date);
    }

    static ContributionsException allocatedTooMuch(String fund, Money allocated, Money credited) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.allocated-too-much",
                "Fund %s: %s is allocated, but only %s is credited"
                        .formatted(fund, allocated, credited),
                fund,
                allocated,
                credited);
    }

    static ContributionsException nothingLeft(String fund, Money gross, Money net) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.nothing-left",
                "Fund %s: the deductions leave %s of %s; something must reach the bank"
                        .formatted(fund, net, gross),
                fund,
                gross,
                net);
    }

    static ContributionsException prepaymentTooSmall(String receipt, Money amount, Money left) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.prepayment-too-small",
                "%s of receipt %s is not there: %s of its prepayment is left"
                        .formatted(amount, receipt, left),
                receipt,
                amount,
                left);
    }

    static ContributionsException prepaymentUsed(String receipt, String uses) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.prepayment-used",
                ("%s cannot be reversed: its prepayment was applied or refunded (%s). Reverse that"
                                + " first")
                        .formatted(receipt, uses),
                receipt,
                uses);
    }

    static ContributionsException beforePaper(String code, LocalDate paper, LocalDate date) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.before-paper",
                "%s is dated %s; this cannot happen on %s already. The first day possible is %s"
                        .formatted(code, paper, date, paper),
                code,
                paper,
                date);
    }

    static ContributionsException beforeUndoing(String code, LocalDate undone, LocalDate date) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.before-undoing",
                ("%s stood until it was undone on %s; this cannot happen on %s already. The first"
                                + " day possible is %s")
                        .formatted(code, undone, date, undone),
                code,
                undone,
                date);
    }

    /** The same command once more, after what it charged was cancelled. */
    public static ContributionsException chargedAndCancelled(String code, LocalDate cancelled) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.charged-and-cancelled",
                ("This very command charged %s, which was cancelled on %s; it charges nothing more."
                                + " To charge anew, give it another date")
                        .formatted(code, cancelled),
                code,
                cancelled);
    }

    static ContributionsException nothingChanged(String code) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.nothing-changed",
                ("The figures as they are now give the same shares of %s: nothing changed. Record"
                                + " the later figures first")
                        .formatted(code),
                code);
    }

    static ContributionsException noLaterTable(String code) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.no-later-table",
                "%s was divided by a given table; give the corrected table".formatted(code),
                code);
    }

    static ContributionsException figuresRegistered(String code, int year) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.figures-registered",
                ("%s was divided by the body's indicators of %d; record the later figures there and"
                                + " leave the table out")
                        .formatted(code, year),
                code,
                year);
    }

    static ContributionsException otherParties(String code, String parties) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.other-parties",
                "The table must list the parties of %s and no others: %s".formatted(code, parties),
                code,
                parties);
    }

    static ContributionsException paidByHand(String charge) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.paid-by-hand",
                ("%s was settled by an entry made by hand, so no receipt can take what is too much."
                                + " Reverse that entry and record a receipt first")
                        .formatted(charge),
                charge);
    }

    static ContributionsException isRecalculated(String code, String runs) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.is-recalculated",
                "%s cannot be undone: later figures changed it (%s). Reverse that first"
                        .formatted(code, runs),
                code,
                runs);
    }

    static ContributionsException usedSince(String code, String papers) {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.used-since",
                "%s cannot be reversed: other papers rest on it (%s). Reverse those first"
                        .formatted(code, papers),
                code,
                papers);
    }

    static ContributionsException noReason() {
        return new ContributionsException(
                Kind.REFUSED,
                "contributions.no-reason",
                "A reversal needs a reason of 1 to 400 characters");
    }

    static ContributionsException noSuchRun(int number) {
        return new ContributionsException(
                Kind.NOT_FOUND,
                "contributions.no-such-run",
                "There is no assessment prepared under number " + number,
                number);
    }

    static ContributionsException runDecided(int number) {
        return new ContributionsException(
                Kind.CONFLICT,
                "contributions.run-decided",
                "Assessment %d was decided already; prepare a new one".formatted(number),
                number);
    }

    static ContributionsException ownRun(int number) {
        return new ContributionsException(
                Kind.FORBIDDEN,
                "contributions.own-run",
                "You prepared assessment %d; another person decides about it".formatted(number),
                number);
    }

    static ContributionsException runRuleChanged(int number, String before, String now) {
        return new ContributionsException(
                Kind.CONFLICT,
                "contributions.run-rule-changed",
                ("Assessment %d was prepared by rule %s, but %s is in force on its date by now;"
                                + " withdraw it and prepare it anew")
                        .formatted(number, before, now),
                number,
                before,
                now);
    }

    static ContributionsException runPartiesChanged(int number, String joined, String left) {
        return new ContributionsException(
                Kind.CONFLICT,
                "contributions.run-parties-changed",
                ("The parties of assessment %d have changed since it was prepared: joined %s, left"
                                + " %s; withdraw it and prepare it anew")
                        .formatted(number, joined, left),
                number,
                joined,
                left);
    }

    static ContributionsException runFiguresChanged(int number, String changes) {
        return new ContributionsException(
                Kind.CONFLICT,
                "contributions.run-figures-changed",
                ("Figures of assessment %d have changed since it was prepared: %s; withdraw it and"
                                + " prepare it anew")
                        .formatted(number, changes),
                number,
                changes);
    }

    static ContributionsException runSharesChanged(int number, String changes) {
        return new ContributionsException(
                Kind.CONFLICT,
                "contributions.run-shares-changed",
                ("Assessment %d would be divided differently by now: %s; withdraw it and prepare it"
                                + " anew")
                        .formatted(number, changes),
                number,
                changes);
    }
}
