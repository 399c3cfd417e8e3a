package id.patungan.grants;

import id.patungan.basics.BodyId;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.ledger.BookCheck;
import id.patungan.ledger.Books;
import id.patungan.ledger.CheckResult;

import org.springframework.stereotype.Component;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The bank accounts of awards that are kept in a foreign currency: every line has its amount in
 * that currency, an account is empty in both or in none, and each revaluation left it at what its
 * original amount was worth.
 */
@Component
class CurrencyAccountCheck implements BookCheck {

    private final AwardRepository awards;
    private final AwardMovementRepository movements;
    private final Books books;

    CurrencyAccountCheck(AwardRepository awards, AwardMovementRepository movements, Books books) {
        this.awards = awards;
        this.movements = movements;
        this.books = books;
    }

    @Override
    public String name() {
        return "currency-accounts-tie";
    }

    @Override
    public CheckResult run(BodyId body, long knownAt) {
        var findings = new ArrayList<String>();
        var lines = 1;
        for (var award : awards.awards(body, null)) {
            var terms = award.terms().orElse(null);
            if (terms == null) continue;
            var book =
                    new AwardBook(
                            award.code(),
                            terms,
                            books.get(body).currency(),
                            movements.movements(body, terms.funds(), null, knownAt),
                            List.of(),
                            knownAt);
            if (!book.foreign() || !new ForeignMoney(book).kept()) continue;
            for (var fund : terms.funds()) {
                var account =
                        book.own()
                                .filter(one -> one.account().equals(terms.bankAccount()))
                                .filter(one -> one.fund().equals(fund))
                                .toList();
                lines += account.size();
                look(book, fund, account, findings);
            }
        }
        return CheckResult.of(name(), lines, findings);
    }

    private static void look(
            AwardBook book, String fund, List<AwardMovement> account, List<String> findings) {
        var currency = book.terms().currency();
        for (var line : account) {
            var original = line.original();
            if (original == null || !original.currency().equals(currency)) {
                findings.add(
                        "Entry %d moves %s of fund %s without an amount in %s"
                                .formatted(line.entry(), line.account(), fund, currency));
            } else if (original.amount() == 0 && !line.reversal()) {
                revaluation(book, line, account, findings);
            }
        }
        var bank = new ForeignMoney(book).bank(fund);
        if (bank.original() < 0 || (bank.original() == 0) != (bank.book() == 0)) {
            findings.add(
                    "%s of fund %s holds %s, carried as %s"
                            .formatted(
                                    book.terms().bankAccount(),
                                    fund,
                                    new Money(currency, bank.original()),
                                    new Money(book.currency(), bank.book())));
        }
    }

    private static void revaluation(
            AwardBook book,
            AwardMovement line,
            List<AwardMovement> account,
            List<String> findings) {
        var original = 0L;
        var carried = 0L;
        for (var one : account) {
            if (one.entry() > line.entry() || one.date().isAfter(line.date())) continue;
            original = Math.addExact(original, AwardStanding.inAward(book, one));
            carried = Math.addExact(carried, one.amount());
        }
        var at = line.original();
        if (at == null) return;
        var worth =
                Fraction.of(new Money(book.terms().currency(), original).toDecimal())
                        .times(Fraction.of(at.rate()))
                        .rounded(book.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP);
        var there = new Money(book.currency(), carried);
        if (worth.compareTo(there.toDecimal()) != 0) {
            findings.add(
                    "After entry %d, %s at %s are carried as %s"
                            .formatted(
                                    line.entry(),
                                    new Money(book.terms().currency(), original),
                                    at.rate().toPlainString(),
                                    there));
        }
    }
}
