package id.patungan.contributions;

import id.patungan.ledger.Books;
import id.patungan.ledger.Entry;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.NewEntry;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one way to a paper: lock the head of the book, look up the command's key, take the number,
 * post the entry, store the paper, all in one transaction.
 */
@Service
class Papers {

    private final Books books;
    private final Ledger ledger;
    private final Commands commands;
    private final Audit audit;
    private final PaperRepository papers;
    private final UnitParts units;
    private final Clock clock;

    Papers(
            Books books,
            Ledger ledger,
            Commands commands,
            Audit audit,
            PaperRepository papers,
            UnitParts units,
            Clock clock) {
        this.books = books;
        this.ledger = ledger;
        this.commands = commands;
        this.audit = audit;
        this.papers = papers;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Does a command once per key.
     *
     * @param work makes a paper and answers its code
     */
    String once(Access access, String key, String command, Object request, Supplier<String> work) {
        access.require(Action.PREPARE);
        return books.write(
                access.body(),
                () ->
                        commands.once(
                                access.body(),
                                key,
                                new Command(command, request),
                                String.class,
                                work));
    }

    /** What a key was used for; two commands with equal requests stay apart. */
    private record Command(String command, Object request) {}

    /** Posts the entry that is made for the next code of the series, and stores the paper. */
    Paper issue(
            Access access,
            Paper.Series series,
            LocalDate date,
            @Nullable Basis basis,
            Function<String, NewEntry> entryOf) {
        return issue(access, null, series, date, basis, entryOf);
    }

    /**
     * The same for what another person prepared and this one approves.
     *
     * @param preparedBy handle of that person; null where one person is enough
     */
    Paper issue(
            Access access,
            @Nullable String preparedBy,
            Paper.Series series,
            LocalDate date,
            @Nullable Basis basis,
            Function<String, NewEntry> entryOf) {
        return made(
                access,
                series,
                date,
                basis,
                entryOf,
                wish ->
                        preparedBy == null
                                ? ledger.post(access, wish)
                                : ledger.postApproved(access, wish, preparedBy));
    }

    /**
     * The same for what this person prepared and another has approved.
     *
     * @param approvedBy handle of that person; null where one person is enough
     */
    Paper issue(
            Access access,
            Paper.Series series,
            LocalDate date,
            @Nullable Basis basis,
            @Nullable String approvedBy,
            Function<String, NewEntry> entryOf) {
        return made(
                access,
                series,
                date,
                basis,
                entryOf,
                wish -> ledger.post(access, wish, approvedBy));
    }

    private Paper made(
            Access access,
            Paper.Series series,
            LocalDate date,
            @Nullable Basis basis,
            Function<String, NewEntry> entryOf,
            Function<NewEntry, Entry> post) {
        var body = access.body();
        var number = books.nextDocumentNumber(body, series.name(), date.getYear());
        var code = "%s-%04d-%04d".formatted(series.name(), date.getYear(), number);
        var carried = units.carry(access, entryOf.apply(code));
        var entry = post.apply(carried.entry());
        var paper =
                new Paper(
                        code,
                        date,
                        entry.description(),
                        basis,
                        entry.no(),
                        access.handle(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        null);
        papers.insert(body, series, number, paper);
        units.keep(access, carried);
        return paper;
    }

    /** Notes in the audit trail that a paper was made. */
    void issued(Access access, Paper paper, Object wish) {
        audit.record(access, "contributions.issue", paper.code(), null, wish);
    }

    /**
     * Undoes a paper by the linked reversal of its entry.
     *
     * @throws ContributionsException if it is already undone, or the date lies before the paper
     */
    void reverse(Access access, Paper paper, LocalDate on, String reason) {
        if (paper.reversal() != null) {
            throw ContributionsException.alreadyReversed(paper.code());
        }
        if (reason.isBlank() || reason.length() > 400) {
            throw ContributionsException.noReason();
        }
        requireNotBefore(paper, on);
        units.requireOpen(access, paper, on);
        var entry =
                ledger.undo(
                        access, paper.entryNo(), on, reason.strip(), "reversal:" + paper.code());
        var reversal =
                new Paper.Reversal(
                        on,
                        reason.strip(),
                        entry.no(),
                        access.handle(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        papers.insertReversal(access.body(), paper.code(), reversal);
        audit.record(access, "contributions.reverse", paper.code(), paper, reversal);
    }

    /** What follows from a paper cannot be dated before it. */
    static void requireNotBefore(Paper paper, LocalDate date) {
        new FirstDay().after(paper).require(date);
    }

    /**
     * The paper with that code.
     *
     * @throws ContributionsException not found
     */
    Paper get(Access access, Paper.Series series, String code) {
        return papers.find(access.body(), series, code)
                .orElseThrow(() -> ContributionsException.noSuchPaper(code));
    }

    /** Today in the body's zone. */
    LocalDate today(Access access) {
        return LocalDate.now(clock.withZone(books.get(access.body()).zone()));
    }
}
