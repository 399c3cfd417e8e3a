package id.patungan.grants;

import id.patungan.ledger.Books;
import id.patungan.ledger.Fund;
import id.patungan.ledger.Journal;
import id.patungan.ledger.Restriction;
import id.patungan.ledger.TrialBalance.Cell;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Transactions;

import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the end of an award leaves unpaid. Only who sees all funds of the body sees that. */
@Service
public class AwardExpiries {

    private static final int YEAR = 365;

    private final AwardMovementRepository movements;
    private final Books books;
    private final Journal journal;
    private final Transactions transactions;

    AwardExpiries(
            AwardMovementRepository movements,
            Books books,
            Journal journal,
            Transactions transactions) {
        this.movements = movements;
        this.books = books;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** Looked at from a day; empty for a viewer of some funds, or if nothing goes on. */
    public Optional<AwardExpiry> of(Access access, AwardBook book, LocalDate on) {
        if (!access.may(Action.READ_BOOKS) || !access.reach().everything()) return Optional.empty();
        return transactions.read(() ->
                Optional.of(AwardExpiry.of(book, free(access, AwardExpiry.lookedAt(book, on)), on))
                        .filter(one -> !one.ends().isEmpty()));
    }

    private FreeMoney free(Access access, LocalDate on) {
        var from = on.minusDays(YEAR - 1);
        var funds =
                books.funds(access).stream()
                        .filter(one ->
                                one.restriction() == Restriction.UNRESTRICTED
                                        || one.restriction() == Restriction.DESIGNATED)
                        .map(Fund::code)
                        .collect(Collectors.toSet());
        var cells =
                journal.trialBalance(access, from, on, Journal.HEAD).cells().stream()
                        .filter(cell -> funds.contains(cell.fund()))
                        .toList();
        var known = movements.firstDay(access.body()).filter(day -> !day.isAfter(on)).orElse(on);
        return new FreeMoney(
                on,
                ChronoUnit.DAYS.between(known.isAfter(from) ? known : from, on) + 1,
                -moved(cells, account -> account.startsWith("4") && !account.equals("48100")),
                moved(cells, account -> account.startsWith("5") && comesAgain(account)),
                cells.stream()
                        .filter(cell -> AwardPosition.holds(cell.account().value()))
                        .mapToLong(cell -> cell.opening() + cell.debit() - cell.credit())
                        .sum());
    }

    private static boolean comesAgain(String account) {
        return AwardMovement.isCost(account) && !account.equals("56100");
    }

    private static long moved(List<Cell> cells, Predicate<String> accounts) {
        return cells.stream()
                .filter(cell -> accounts.test(cell.account().value()))
                .mapToLong(cell -> cell.debit() - cell.credit())
                .sum();
    }
}
