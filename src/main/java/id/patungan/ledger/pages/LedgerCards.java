package id.patungan.ledger.pages;

import id.patungan.ledger.Books;
import id.patungan.ledger.Draft;
import id.patungan.ledger.Drafts;
import id.patungan.ledger.Entry;
import id.patungan.ledger.Filter;
import id.patungan.ledger.FundBalance;
import id.patungan.ledger.Head;
import id.patungan.ledger.Journal;
import id.patungan.ledger.TrialBalance;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.HomeCard;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** What the ledger shows on the home page of a body. */
@Configuration(proxyBeanMethods = false)
class LedgerCards {

    private static final int RECENT = 5;

    private final Books books;
    private final Journal journal;
    private final Drafts drafts;
    private final Clock clock;

    LedgerCards(Books books, Journal journal, Drafts drafts, Clock clock) {
        this.books = books;
        this.journal = journal;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** A card that is made by a function. */
    private record Card(
            String name,
            String titleKey,
            String fragment,
            Action needs,
            int order,
            int width,
            BiFunction<Access, Locale, Optional<?>> made)
            implements HomeCard {

        @Override
        public Optional<?> model(Access access, Locale locale) {
            return made.apply(access, locale);
        }
    }

    /** The cash of each fund in a period. */
    public record Cash(
            String body,
            Currency currency,
            LocalDate from,
            LocalDate asOf,
            List<FundBalance> funds,
            FundBalance total,
            LedgerNames names) {}

    @Bean
    HomeCard ledgerCash() {
        return new Card(
                "ledger-cash",
                "ledger.card.cash",
                "ledger/cards :: cash",
                Action.READ_OWN,
                200,
                8,
                this::cash);
    }

    private Optional<Cash> cash(Access access, Locale locale) {
        var book = books.find(access.body());
        if (book.isEmpty() || !Journal.mayList(access)) {
            return Optional.empty();
        }
        var today = journal.reportingDay(access, LocalDate.now(clock.withZone(book.get().zone())));
        var first = PageModel.firstDay(access, book.get(), today);
        var funds = journal.cashByFund(access, first, today.plusDays(1), Journal.HEAD);
        return funds.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Cash(
                                book.get().code(),
                                book.get().currency(),
                                first,
                                today,
                                funds,
                                FundBalance.total(funds),
                                new LedgerNames(journal.names(access), locale)));
    }

    /** Drafts that wait. */
    public record Waiting(String body, Currency currency, List<Draft> drafts) {}

    @Bean
    HomeCard ledgerDrafts() {
        return new Card(
                "ledger-drafts",
                "ledger.card.drafts",
                "ledger/cards :: drafts",
                Action.READ_BOOKS,
                110,
                4,
                (access, locale) ->
                        books.find(access.body())
                                .map(book ->
                                        new Waiting(
                                                book.code(),
                                                book.currency(),
                                                drafts.open(access))));
    }

    /** The last entries of the journal. */
    public record Recent(String body, Currency currency, List<Entry> entries) {}

    @Bean
    HomeCard ledgerRecent() {
        return new Card(
                "ledger-recent",
                "ledger.card.recent",
                "ledger/cards :: recent",
                Action.READ_BOOKS,
                300,
                8,
                (access, locale) ->
                        books.find(access.body())
                                .map(book ->
                                        new Recent(
                                                book.code(),
                                                book.currency(),
                                                journal.entries(access, Filter.ALL.paged(1, RECENT))
                                                        .entries())));
    }

    /** What proves the book: the head of the chain, and a trial balance of zero. */
    public record Proof(String body, Currency currency, Head head, TrialBalance.Totals totals) {}

    @Bean
    HomeCard ledgerProof() {
        return new Card(
                "ledger-proof",
                "ledger.card.proof",
                "ledger/cards :: proof",
                Action.READ_BOOKS,
                400,
                4,
                this::proof);
    }

    private Optional<Proof> proof(Access access, Locale locale) {
        return books.find(access.body())
                .map(book -> {
                    var today =
                            journal.reportingDay(
                                    access, LocalDate.now(clock.withZone(book.zone())));
                    var trial = journal.trialBalance(access, today, Journal.HEAD);
                    return new Proof(
                            book.code(),
                            book.currency(),
                            journal.head(access.body()),
                            TrialBalance.totals(trial.rows(null)));
                });
    }
}
