package id.patungan.budget;

import id.patungan.basics.DomainException;
import id.patungan.ledger.Account;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.platform.Access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the lines of a budget must be: of accounts, funds and projects that the book knows. */
@Component
class BudgetRules {

    /** A budget has no more lines. */
    static final int MOST_LINES = 2_000;

    private static final int LONGEST = 200;

    private final Books books;
    private final Journal journal;

    BudgetRules(Books books, Journal journal) {
        this.books = books;
        this.journal = journal;
    }

    /**
     * What the book knows.
     *
     * @param accounts those that a line can be on, with what it is about then
     * @param others further accounts, which take no line
     */
    record Known(
            Currency currency,
            Map<String, BudgetSide> accounts,
            Set<String> others,
            Set<String> funds,
            Set<String> projects) {

        /** Minor units in a whole unit of the currency. */
        long unit() {
            return BigDecimal.TEN.pow(currency.getDefaultFractionDigits()).longValueExact();
        }

        /** Refuses a line that does not fit the book, or whose months are not its working's. */
        BudgetLine require(BudgetLine line) {
            text(BudgetField.TEXT, line.text(), LONGEST);
            if (others.contains(line.account())) throw BudgetException.side(line.account());
            requireKnown(BudgetField.ACCOUNT, line.account(), accounts.keySet());
            requireKnown(BudgetField.FUND, line.fund(), funds);
            if (line.project() != null) {
                requireKnown(BudgetField.PROJECT, line.project(), projects);
            }
            line.requireWorked(unit());
            return line;
        }

        private static void requireKnown(BudgetField field, String code, Set<String> known) {
            if (code.isBlank()) throw BudgetException.missing(field);
            if (!known.contains(code)) throw BudgetException.unknown(field, code);
        }
    }

    /** What the book of that body knows, whoever asks. */
    Known known(Access access) {
        var whole = Access.system(access.body());
        var accounts = new HashMap<String, BudgetSide>();
        var others = new HashSet<String>();
        for (var account : books.accounts(whole)) {
            var side = BudgetSide.of(account).filter(_ -> account.active());
            var code = account.code().value();
            side.ifPresentOrElse(one -> accounts.put(code, one), () -> others.add(code));
        }
        var funds = new HashSet<String>();
        for (var fund : books.funds(whole)) {
            if (fund.active()) funds.add(fund.code().value());
        }
        var projects = new HashSet<String>();
        journal.names(whole).projects().forEach(one -> projects.add(one.code()));
        return new Known(books.get(access.body()).currency(), accounts, others, funds, projects);
    }

    /** What each account of the book is about. */
    Map<String, BudgetSide> sides(Access access) {
        var sides = new HashMap<String, BudgetSide>();
        for (Account account : books.accounts(access)) {
            BudgetSide.of(account).ifPresent(side -> sides.put(account.code().value(), side));
        }
        return sides;
    }

    /** Refuses a plan with a line that does not fit, or that stands twice; names its place. */
    static void require(BudgetPlan plan, Known known) {
        text(BudgetField.NAME_ID, plan.nameId(), LONGEST);
        text(BudgetField.NAME_EN, plan.nameEn(), LONGEST);
        if (plan.lines().size() > MOST_LINES) throw BudgetException.tooManyLines(MOST_LINES);
        var keys = new HashSet<BudgetLine.Key>();
        for (var at = 0; at < plan.lines().size(); at++) {
            var line = plan.lines().get(at);
            try {
                known.require(line);
                if (!keys.add(line.key())) throw BudgetException.twice(line.key());
            } catch (DomainException refusal) {
                throw BudgetException.inLine(at + 1, refusal);
            }
        }
    }

    /** The text without blanks around it, refused by the name of its field. */
    static String text(BudgetField field, @Nullable String text, int longest) {
        var said = text == null ? "" : text.strip();
        if (said.isEmpty()) throw BudgetException.missing(field);
        if (said.codePointCount(0, said.length()) > longest
                || said.codePoints().anyMatch(Character::isISOControl)) {
            throw BudgetException.tooLong(field, longest);
        }
        return said;
    }
}
