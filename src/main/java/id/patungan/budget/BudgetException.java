package id.patungan.budget;

import id.patungan.basics.DomainException;

import java.math.BigDecimal;

/** Why a budget was not stored, adopted or found; nothing was stored. */
public final class BudgetException extends DomainException {

    private static final long serialVersionUID = 1L;

    private BudgetException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    private static BudgetException refused(String code, String message, Object... arguments) {
        return new BudgetException(Kind.REFUSED, code, message, arguments);
    }

    static BudgetException noSuchBudget(int year, String alternative) {
        return new BudgetException(
                Kind.NOT_FOUND,
                "budget.no-such-budget",
                "There is no budget %d of alternative '%s' that you may see"
                        .formatted(year, alternative),
                Integer.toString(year),
                alternative);
    }

    /** Refuses a line that is not there any more. */
    public static BudgetException noSuchLine(int line) {
        return new BudgetException(
                Kind.NOT_FOUND,
                "budget.no-such-line",
                "There is no line %d; open the budget again".formatted(line),
                Integer.toString(line));
    }

    /** Refuses a form of files that there is none of. */
    public static BudgetException unknownFormat(String format) {
        return new BudgetException(
                Kind.NOT_FOUND,
                "budget.unknown-format",
                "There is no '%s' of a budget; csv, xlsx and json there are".formatted(format),
                format);
    }

    /** Refuses what is not said. */
    public static BudgetException missing(BudgetField field) {
        return refused("budget.missing", "'%s' is missing".formatted(field), field);
    }

    static BudgetException tooLong(BudgetField field, int most) {
        return refused(
                "budget.too-long",
                "'%s' has more than %d characters, or some that are no text".formatted(field, most),
                field,
                most);
    }

    /** Refuses a year. */
    public static BudgetException year(String text) {
        return refused("budget.year", "'%s' is not a year from 1900 to 2999".formatted(text), text);
    }

    static BudgetException alternative(String text) {
        return refused(
                "budget.alternative",
                "'%s' is not the code of an alternative; use main, or 1 to 16 of A-Z 0-9 -"
                        .formatted(text),
                text);
    }

    /** Refuses a number outside its bounds, or what is none. */
    public static BudgetException number(BudgetField field, String text, int least, int most) {
        return refused(
                "budget.number",
                "'%s' in '%s' is not a whole number from %d to %d"
                        .formatted(text, field, least, most),
                text,
                field,
                least,
                most);
    }

    static BudgetException amount(BudgetField field) {
        return refused(
                "budget.amount",
                "The amount in '%s' is negative or larger than a trillion".formatted(field),
                field);
    }

    /** Refuses what cannot be read as an amount. */
    public static BudgetException notAnAmount(String text) {
        return refused(
                "budget.not-an-amount",
                "'%s' is not an amount; write 1.900.000,50 or 1900000.50".formatted(text),
                text);
    }

    static BudgetException twoGrammars(String text, String declared) {
        return refused(
                "budget.two-grammars",
                "'%s' is written in another way than the rest is declared, like %s; write the whole column one way and say which"
                        .formatted(text, declared),
                text,
                declared);
    }

    static BudgetException negative(int month) {
        return refused(
                "budget.negative",
                "Month %d is negative; a cost is a line on an expense account".formatted(month),
                Integer.toString(month));
    }

    static BudgetException twelve(int found) {
        return refused(
                "budget.twelve",
                "A line has twelve months, not %d".formatted(found),
                Integer.toString(found));
    }

    static BudgetException twoWorkings() {
        return refused(
                "budget.two-workings",
                "A line has posts and an amount for the year; give one of them");
    }

    static BudgetException nothingPlanned() {
        return refused(
                "budget.nothing-planned",
                "A line has neither months nor posts nor an amount for the year; give one of them");
    }

    static BudgetException notTheWorking(int month) {
        return refused(
                "budget.not-the-working",
                "Month %d is not what the working comes to; leave the months out or mend the working"
                        .formatted(month),
                Integer.toString(month));
    }

    static BudgetException notTheTotal() {
        return refused(
                "budget.not-the-total",
                "The total is not the sum of the months; leave it out or mend the months");
    }

    static BudgetException thrFraction(BigDecimal pays) {
        return refused(
                "budget.thr-fraction",
                "THR of %s months' pay does not come to a whole amount; name another part"
                        .formatted(pays.toPlainString()),
                pays);
    }

    /** Refuses how many months' pay THR is. */
    public static BudgetException thrPays(BigDecimal pays) {
        return refused(
                "budget.thr-pays",
                "THR of %s months' pay cannot be; name its month and up to 12 months' pay with at most four decimals, or neither"
                        .formatted(pays.toPlainString()),
                pays);
    }

    static BudgetException noService() {
        return refused(
                "budget.no-service", "Neither months of service nor THR; one of them is needed");
    }

    /** Refuses a list of months. */
    public static BudgetException monthsNamed(String text) {
        return refused(
                "budget.months-named",
                "'%s' does not name months of the year in their order, each once; write 3 9"
                        .formatted(text),
                text);
    }

    static BudgetException unknown(BudgetField field, String code) {
        return refused(
                "budget.unknown",
                "'%s' in '%s' is not known to the book, or takes no lines; use a code that is there"
                        .formatted(code, field),
                code,
                field);
    }

    static BudgetException side(String account) {
        return refused(
                "budget.side",
                "Account %s is neither income nor expense nor fixed assets (12100); a budget has no lines on it"
                        .formatted(account),
                account);
    }

    static BudgetException twice(BudgetLine.Key key) {
        return refused(
                "budget.twice",
                "Account %s, fund %s, project '%s' and text '%s' stand in two lines; join them or change a text"
                        .formatted(key.account(), key.fund(), key.project(), key.text()),
                key.account(),
                key.fund(),
                key.project(),
                key.text());
    }

    static BudgetException inLine(int line, DomainException reason) {
        return refused(
                "budget.line",
                "Line %d: %s".formatted(line, reason.getMessage()),
                Integer.toString(line),
                reason);
    }

    static BudgetException tooManyLines(int most) {
        return refused(
                "budget.too-many-lines",
                "A budget has at most %d lines; join some".formatted(most),
                Integer.toString(most));
    }

    static BudgetException noLines() {
        return refused("budget.no-lines", "A budget without lines cannot be adopted; add some");
    }

    static BudgetException frozen(int year, String alternative) {
        return refused(
                "budget.frozen",
                "The original of budget %d %s is adopted and stays; draft its revision"
                        .formatted(year, alternative),
                Integer.toString(year),
                alternative);
    }

    static BudgetException revised(int year, String alternative) {
        return refused(
                "budget.revised",
                "The revision of budget %d %s is adopted; there is no other one"
                        .formatted(year, alternative),
                Integer.toString(year),
                alternative);
    }

    /** Refuses to edit what is adopted. */
    public static BudgetException noDraft(int year, String alternative) {
        return refused(
                "budget.no-draft",
                "Budget %d %s has no draft; start its revision".formatted(year, alternative),
                Integer.toString(year),
                alternative);
    }

    static BudgetException notAdopted(int year, String alternative) {
        return refused(
                "budget.not-adopted",
                "The original of budget %d %s is not adopted; a revision comes after that"
                        .formatted(year, alternative),
                Integer.toString(year),
                alternative);
    }

    static BudgetException yearAdopted(int year, String other) {
        return refused(
                "budget.year-adopted",
                "For %d the alternative '%s' is adopted; a year has one budget, so this one stays a comparison"
                        .formatted(year, other),
                Integer.toString(year),
                other);
    }

    static BudgetException ownWork() {
        return refused(
                "budget.own-work", "Whoever prepared a budget does not adopt it; another must");
    }

    static BudgetException changedMeanwhile() {
        return new BudgetException(
                Kind.CONFLICT,
                "budget.changed-meanwhile",
                "The budget was saved by somebody else in the meantime; open it again");
    }

    static BudgetException alreadyThere(int year, String alternative) {
        return refused(
                "budget.already-there",
                "There is a budget %d of alternative '%s'; open it, or name another alternative"
                        .formatted(year, alternative),
                Integer.toString(year),
                alternative);
    }

    /** Refuses a percentage for copying. */
    public static BudgetException index(String text) {
        return refused(
                "budget.index",
                "'%s' is not a percentage from 1 to 1000 with at most four decimals"
                        .formatted(text),
                text);
    }

    /** Refuses an upload without a file. */
    public static BudgetException noFile() {
        return refused("budget.no-file", "There is no file; choose one");
    }

    static BudgetException notASheet() {
        return refused(
                "budget.not-a-sheet",
                "The file cannot be read as XLSX; save it again as XLSX or as CSV");
    }

    static BudgetException noRows() {
        return refused("budget.no-rows", "The file has a heading and no row; add lines");
    }

    static BudgetException cellError(String text) {
        return refused(
                "budget.cell-error",
                "The formula of the cell comes to '%s'; mend it".formatted(text),
                text);
    }
}
