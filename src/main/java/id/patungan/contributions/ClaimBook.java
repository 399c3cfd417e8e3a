package id.patungan.contributions;

import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.platform.Access;
import id.patungan.platform.Audit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Stores what papers about charges say beside their entries, and claims that are given up. */
@Component
class ClaimBook {

    private final Books books;
    private final Journal journal;
    private final ClaimRepository claims;
    private final Audit audit;
    private final Clock clock;

    ClaimBook(Books books, Journal journal, ClaimRepository claims, Audit audit, Clock clock) {
        this.books = books;
        this.journal = journal;
        this.claims = claims;
        this.audit = audit;
        this.clock = clock;
    }

    /** Stores the paper of that code. */
    void store(
            Access access,
            String code,
            NewClaim wish,
            ClaimPlans.Plan plan,
            @Nullable Integer number) {
        claims.insert(access.body(), code, wish, plan.provided(), number);
    }

    /** Gives up a claim in memo; the code of its paper, which has no entry. */
    String release(Access access, NewClaim wish, OpenCharge charge, @Nullable Integer number) {
        var year = wish.date().getYear();
        var code =
                "%s-%04d-%04d"
                        .formatted(
                                MemoRelease.SERIES,
                                year,
                                books.nextDocumentNumber(access.body(), MemoRelease.SERIES, year));
        claims.insert(
                access.body(),
                new MemoRelease(
                        code,
                        wish.assessment(),
                        wish.charge(),
                        charge.party(),
                        charge.partyName(),
                        wish.amount(),
                        wish.date(),
                        wish.document(),
                        wish.reason(),
                        journal.head(access.body()).lastNo(),
                        number,
                        access.handle(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
        audit.record(access, "contributions.issue", code, null, wish);
        return code;
    }
}
