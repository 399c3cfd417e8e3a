package id.patungan.ledger.pages;

import id.patungan.basics.AccountCode;
import id.patungan.basics.AmountReader;
import id.patungan.basics.AmountReader.Grammar;
import id.patungan.basics.DateReader;
import id.patungan.basics.FundCode;
import id.patungan.basics.Input;
import id.patungan.basics.InputException;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.ledger.Original;
import id.patungan.ledger.TrialBalance;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** The ledger for programs: the same services and figures as the pages. */
@RestController
@RequestMapping("/api/v1/bodies/{body}")
@Tag(name = "ledger")
class LedgerApi {

    private final Books books;
    private final Ledger ledger;
    private final Journal journal;
    private final Clock clock;

    LedgerApi(Books books, Ledger ledger, Journal journal, Clock clock) {
        this.books = books;
        this.ledger = ledger;
        this.journal = journal;
        this.clock = clock;
    }

    /** An account on the wire. */
    record AccountJson(
            String code,
            String nameId,
            String nameEn,
            String kind,
            @Nullable String fundingClass,
            @Nullable String control,
            boolean postable,
            boolean active) {}

    @GetMapping("/accounts")
    @Operation(summary = "The chart of accounts, by code")
    List<AccountJson> accounts(Access access) {
        access.require(Action.READ_BOOKS);
        return books.accounts(access).stream()
                .map(account ->
                        new AccountJson(
                                account.code().value(),
                                account.nameId(),
                                account.nameEn(),
                                account.kind().code(),
                                account.fundingClass(),
                                account.control() == null ? null : account.control().code(),
                                account.postable(),
                                account.active()))
                .toList();
    }

    /** A page of entries on the wire; the totals are those of everything that matches. */
    record EntriesJson(
            List<EntryJson> entries,
            long count,
            String debit,
            String credit,
            long knownAt,
            int page,
            int pages) {}

    @GetMapping("/entries")
    @Operation(
            summary = "The journal, newest first",
            description =
                    "from and until are both included; known reads the book as it was after that"
                            + " entry")
    EntriesJson entries(Access access, BodyEntry body, FilterForm form) {
        var reading = form.read(body.currency());
        reading.problems()
                .forEach((name, problem) -> {
                    throw new InputException(
                            name,
                            "'%s' cannot be read; dates are 2006-12-31, codes as in the"
                                            .formatted(form.given().get(name))
                                    + " chart, numbers are digits");
                });
        var page = journal.entries(access, reading.filter());
        return new EntriesJson(
                page.entries().stream().map(entry -> EntryJson.of(entry, body.currency())).toList(),
                page.count(),
                EntryJson.plain(body.currency(), page.debit()),
                EntryJson.plain(body.currency(), page.credit()),
                page.knownAt(),
                page.page(),
                page.pages());
    }

    @GetMapping("/entries/{number:[0-9]{1,18}}")
    @Operation(summary = "One entry with the lines that you may see")
    EntryJson entry(Access access, BodyEntry body, @PathVariable long number) {
        return EntryJson.of(journal.entry(access, number), body.currency());
    }

    /** The wish to post an entry. */
    record EntryWish(
            @Nullable String date,
            @Nullable String description,
            @Nullable String documentNo,
            @Nullable List<LineWish> lines) {}

    /** A line of it; exactly one of debit and credit is given. */
    record LineWish(
            @Nullable String account,
            @Nullable String fund,
            @Nullable String debit,
            @Nullable String credit,
            @Nullable String party,
            @Nullable String project,
            @Nullable String awardLine,
            @Nullable String unit,
            @Nullable String charge,
            @Nullable String period,
            @Nullable String currency,
            @Nullable String originalAmount,
            @Nullable String rate,
            @Nullable String memo) {}

    @PostMapping("/entries")
    @Operation(
            summary = "Posts an entry once",
            description =
                    "The same Idempotency-Key with the same content answers the entry that is"
                            + " there; with other content 409")
    ResponseEntity<EntryJson> post(
            Access access,
            BodyEntry body,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody EntryWish wish) {
        access.require(Action.PREPARE);
        var entry = ledger.post(access, entry(wish, key, body.currency()));
        return ResponseEntity.created(
                        URI.create("/api/v1/bodies/" + body.code() + "/entries/" + entry.no()))
                .body(EntryJson.of(entry, body.currency()));
    }

    private static NewEntry entry(EntryWish wish, String key, Currency currency) {
        var lines = wish.lines() == null ? List.<LineWish>of() : wish.lines();
        var postings = new ArrayList<NewPosting>();
        for (var index = 0; index < lines.size(); index++) {
            postings.add(posting(lines.get(index), "lines[" + index + "].", currency));
        }
        var date = Input.read("date", () -> DateReader.read(given("date", wish.date())));
        var description = given("description", wish.description());
        return Input.read(
                "description",
                () ->
                        new NewEntry(
                                date,
                                NewEntry.MANUAL,
                                description,
                                "api:" + key,
                                wish.documentNo(),
                                postings));
    }

    private static NewPosting posting(LineWish line, String at, Currency currency) {
        var account =
                Input.read(
                        at + "account",
                        () -> new AccountCode(given(at + "account", line.account())));
        var fund = Input.read(at + "fund", () -> new FundCode(given(at + "fund", line.fund())));
        var amount = amount(line, at, currency);
        return Input.read(
                at + "party",
                () ->
                        new NewPosting(
                                account,
                                fund,
                                amount,
                                line.party(),
                                line.project(),
                                line.awardLine(),
                                line.unit(),
                                line.charge(),
                                line.period(),
                                original(line, at),
                                line.memo()));
    }

    private static long amount(LineWish line, String at, Currency currency) {
        if ((line.debit() == null) == (line.credit() == null)) {
            throw new InputException(at + "debit", "give either debit or credit");
        }
        var text = line.debit() == null ? given(at, line.credit()) : line.debit();
        var field = at + (line.debit() == null ? "credit" : "debit");
        var money = AmountReader.require(field, text, currency, Grammar.PLAIN);
        if (money.minorUnits() <= 0) {
            throw new InputException(field, "'" + text + "' must be more than 0");
        }
        return line.debit() == null ? -money.minorUnits() : money.minorUnits();
    }

    private static @Nullable Original original(LineWish line, String at) {
        if (line.currency() == null) {
            return null;
        }
        var currency = Input.read(at + "currency", () -> Currency.getInstance(line.currency()));
        var text = given(at + "originalAmount", line.originalAmount());
        var amount = AmountReader.require(at + "originalAmount", text, currency, Grammar.PLAIN);
        var rate = Input.read(at + "rate", () -> new BigDecimal(given(at + "rate", line.rate())));
        return new Original(currency, amount.minorUnits(), rate);
    }

    private static String given(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InputException(field, "is missing");
        }
        return value;
    }

    /** The trial balance on the wire: one row for each account in each fund. */
    record TrialBalanceJson(
            LocalDate from,
            LocalDate asOf,
            long knownAt,
            boolean balances,
            List<TrialRowJson> rows) {}

    /** A row of it; opening and closing are debit positive. */
    record TrialRowJson(
            String account,
            String fund,
            String opening,
            String debit,
            String credit,
            String closing) {}

    @GetMapping("/trial-balance")
    @Operation(summary = "Opening, movements and closing of every account in every fund")
    TrialBalanceJson trialBalance(
            Access access,
            BodyEntry body,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable Long known) {
        var last =
                asOf == null
                        ? LocalDate.now(clock.withZone(body.zone()))
                        : Input.read("asOf", () -> DateReader.read(asOf));
        var first =
                from == null
                        ? last.withDayOfYear(1)
                        : Input.read("from", () -> DateReader.read(from));
        var trial = journal.trialBalance(access, first, last, known == null ? Journal.HEAD : known);
        return new TrialBalanceJson(
                trial.from(),
                trial.asOf(),
                trial.knownAt(),
                TrialBalance.totals(trial.rows(null)).balances(),
                trial.cells().stream()
                        .map(cell ->
                                new TrialRowJson(
                                        cell.account().value(),
                                        cell.fund().value(),
                                        EntryJson.plain(body.currency(), cell.opening()),
                                        EntryJson.plain(body.currency(), cell.debit()),
                                        EntryJson.plain(body.currency(), cell.credit()),
                                        EntryJson.plain(
                                                body.currency(),
                                                cell.opening() + cell.debit() - cell.credit())))
                        .toList());
    }
}
