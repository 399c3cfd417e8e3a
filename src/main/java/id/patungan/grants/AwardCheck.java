package id.patungan.grants;

import id.patungan.basics.BodyId;
import id.patungan.ledger.BookCheck;
import id.patungan.ledger.Books;
import id.patungan.ledger.CheckResult;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;

/**
 * For each award: received + interest ± exchange = eligible + refunded + balance, and neither what
 * is not earned nor what is owed back is less than nothing.
 */
@Component
class AwardCheck implements BookCheck {

    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private final AwardRepository awards;
    private final AwardMovementRepository movements;
    private final Books books;

    AwardCheck(AwardRepository awards, AwardMovementRepository movements, Books books) {
        this.awards = awards;
        this.movements = movements;
        this.books = books;
    }

    @Override
    public String name() {
        return "awards-tie";
    }

    @Override
    public CheckResult run(BodyId body, long knownAt) {
        var findings = new ArrayList<String>();
        var all = awards.awards(body, null);
        for (var award : all) {
            award.terms()
                    .ifPresent(terms -> {
                        var book =
                                new AwardBook(
                                        award.code(),
                                        terms,
                                        books.get(body).currency(),
                                        movements.movements(body, terms.funds(), null, knownAt),
                                        awards.events(body, award.code()),
                                        knownAt);
                        var position = AwardPosition.of(book, END);
                        if (!position.ties()) {
                            findings.add(
                                    "Award %s holds %d, its flows come to %d"
                                            .formatted(
                                                    award.code(),
                                                    position.balance(),
                                                    position.counted()));
                        }
                        for (var account : java.util.List.of(terms.kind().liability(), "21700")) {
                            var debit = book.balance(END, account);
                            if (debit > 0) {
                                findings.add(
                                        "Account %s of award %s has a debit balance of %d"
                                                .formatted(account, award.code(), debit));
                            }
                        }
                    });
        }
        return CheckResult.of(name(), knownAt, findings);
    }
}
