package id.patungan.ledger;

import static java.util.stream.Collectors.toMap;

import id.patungan.basics.AccountCode;
import id.patungan.basics.AmountReader.Grammar;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.basics.InputException;
import id.patungan.basics.Problem;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.CsvFile;
import id.patungan.platform.Transactions;

import org.springframework.stereotype.Service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Accounts, funds and journals from CSV files: every problem named with its line and column, and a
 * second run of the same file adds nothing.
 *
 * <p>Accounts, funds and journals of up to 20,000 entries are stored wholly or not at all. A larger
 * journal is validated whole first, reading it as a stream, and then stored in transactions of
 * 1,000 entries; run again after an interruption, it passes over what is there and adds the rest.
 */
@Service
public class LedgerFiles {

    /** Up to so many entries are one transaction. */
    static final int MOST_AT_ONCE = 20_000;

    private static final int MOST_PROBLEMS = 10_000;

    private static final List<String> ACCOUNT_REQUIRED = List.of("code", "name_id", "kind");
    private static final List<String> ACCOUNT_OPTIONAL = List.of("name_en", "funding_class");
    private static final List<String> FUND_REQUIRED = List.of("code", "name", "restriction");
    private static final List<String> FUND_OPTIONAL = List.of("name_en", "party");

    private final Books books;
    private final Ledger ledger;
    private final CodeRepository codes;
    private final EntryRepository entries;
    private final BookRepository heads;
    private final EntryRules rules;
    private final Transactions transactions;

    LedgerFiles(
            Books books,
            Ledger ledger,
            CodeRepository codes,
            EntryRepository entries,
            BookRepository heads,
            EntryRules rules,
            Transactions transactions) {
        this.books = books;
        this.ledger = ledger;
        this.codes = codes;
        this.entries = entries;
        this.heads = heads;
        this.rules = rules;
        this.transactions = transactions;
    }

    /** A file that can be read more than once. */
    public interface Source {
        /** Opens it at its beginning. */
        InputStream open() throws IOException;
    }

    /**
     * What an import did, or would do.
     *
     * @param read rows of accounts or funds, entries of a journal
     * @param added those that were not there before
     * @param created codes that the journal named and nobody knew, made on request
     */
    public record Outcome(long read, long added, List<String> created) {

        /** Copies the list. */
        public Outcome {
            created = List.copyOf(created);
        }
    }

    /**
     * Imports accounts: {@code code,name_id,kind}, optional {@code name_en,funding_class}. An
     * account that is there gets the names of the file; its kind must be the same.
     *
     * @param file the name of the file, as problems show it
     * @param dryRun checks everything and stores nothing
     * @throws InputException with every problem of the file; nothing is stored then
     */
    public Outcome importAccounts(Access access, String file, Source source, boolean dryRun) {
        access.require(Action.PREPARE);
        Map<AccountCode, Account> there =
                books.accounts(access).stream().collect(toMap(Account::code, Function.identity()));
        var wishes =
                read(
                        file,
                        source,
                        ACCOUNT_REQUIRED,
                        ACCOUNT_OPTIONAL,
                        row -> account(row, there),
                        Account::code);
        var added = wishes.stream().filter(wish -> !there.containsKey(wish.code())).count();
        if (!dryRun && !wishes.isEmpty()) {
            books.addAccounts(access, wishes);
        }
        return new Outcome(wishes.size(), added, List.of());
    }

    private static Account account(CsvFile.Row row, Map<AccountCode, Account> there) {
        var code = new AccountCode(row.text("code"));
        var kind = AccountKind.of(row.text("kind"));
        var existing = there.get(code);
        if (existing != null && existing.kind() != kind) {
            throw LedgerException.codeTaken("account", code.value());
        }
        var nameId = row.text("name_id");
        var nameEn = row.textOrNull("name_en");
        var fundingClass = row.textOrNull("funding_class");
        return new Account(
                code,
                nameId,
                nameEn == null ? (existing == null ? nameId : existing.nameEn()) : nameEn,
                kind,
                fundingClass == null && existing != null ? existing.fundingClass() : fundingClass,
                existing == null ? null : existing.control(),
                existing == null || existing.postable(),
                existing == null || existing.active());
    }

    /**
     * Imports funds: {@code code,name,restriction}, optional {@code name_en,party}. A fund that is
     * there gets the names of the file; its restriction must be the same.
     *
     * @param file the name of the file, as problems show it
     * @param dryRun checks everything and stores nothing
     * @throws InputException with every problem of the file; nothing is stored then
     */
    public Outcome importFunds(Access access, String file, Source source, boolean dryRun) {
        access.require(Action.PREPARE);
        Map<FundCode, Fund> there =
                books.funds(access).stream().collect(toMap(Fund::code, Function.identity()));
        var parties = knownCodes(access).parties().keySet();
        var wishes =
                read(
                        file,
                        source,
                        FUND_REQUIRED,
                        FUND_OPTIONAL,
                        row -> {
                            var party = row.textOrNull("party");
                            if (party != null && !parties.contains(party)) {
                                throw LedgerException.unknownCode("party", party);
                            }
                            return fund(row, there);
                        },
                        Fund::code);
        var added = wishes.stream().filter(wish -> !there.containsKey(wish.code())).count();
        if (!dryRun && !wishes.isEmpty()) {
            books.addFunds(access, wishes);
        }
        return new Outcome(wishes.size(), added, List.of());
    }

    private static Fund fund(CsvFile.Row row, Map<FundCode, Fund> there) {
        var code = new FundCode(row.text("code"));
        var restriction = Restriction.of(row.text("restriction"));
        var existing = there.get(code);
        if (existing != null && existing.restriction() != restriction) {
            throw LedgerException.codeTaken("fund", code.value());
        }
        var name = row.text("name");
        var nameEn = row.textOrNull("name_en");
        var party = row.textOrNull("party");
        return new Fund(
                code,
                name,
                nameEn == null ? (existing == null ? name : existing.nameEn()) : nameEn,
                restriction,
                party == null && existing != null ? existing.party() : party,
                existing == null ? null : existing.bankAccount(),
                existing == null || existing.active());
    }

    /** Reads a whole small file, or refuses it with everything that is wrong. */
    private static <T, K> List<T> read(
            String file,
            Source source,
            List<String> required,
            List<String> optional,
            Function<CsvFile.Row, T> reader,
            Function<T, K> key) {
        var problems = new ArrayList<Problem>();
        var wishes = new LinkedHashMap<K, T>();
        try (var bytes = source.open();
                var csv = new CsvFile(file, bytes, required, optional, problems::add)) {
            for (var row : csv) {
                try {
                    var wish = reader.apply(row);
                    if (wishes.putIfAbsent(key.apply(wish), wish) != null) {
                        row.problem("code", "file.repeated", "the code stands twice in the file");
                    }
                } catch (DomainException refusal) {
                    row.problem("code", refusal.code(), String.valueOf(refusal.getMessage()));
                } catch (IllegalArgumentException unreadable) {
                    row.problem("input.unreadable", String.valueOf(unreadable.getMessage()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        refuse(problems);
        return List.copyOf(wishes.values());
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new InputException(problems);
        }
    }

    /**
     * How a journal is read.
     *
     * @param numbers how amounts are written
     * @param createMissing makes accounts, funds, projects, award lines and paying units that
     *     nobody knows; parties must be there
     * @param dryRun checks everything and stores nothing
     */
    public record JournalOptions(Grammar numbers, boolean createMissing, boolean dryRun) {

        /** Plain amounts, nothing made, stored. */
        public static final JournalOptions PLAIN = new JournalOptions(Grammar.PLAIN, false, false);
    }

    /**
     * Imports a journal: consecutive rows with one {@code entry_id} are an entry, whose source key
     * is {@code journal:} and the id. See interfaces for the columns; those that an export adds for
     * information are passed over.
     *
     * @param file the name of the file, as problems show it
     * @throws InputException with every problem of the file; nothing is stored then
     */
    public Outcome importJournal(
            Access access, String file, Source source, JournalOptions options) {
        access.require(Action.PREPARE);
        var book = books.get(access.body());
        var codes = knownCodes(access);
        var problems = new ArrayList<Problem>();
        var missing = new MissingCodes();
        var check =
                new JournalValidation(
                        entries,
                        heads,
                        transactions,
                        book,
                        note(problems),
                        rules.asking(access.body()),
                        options.dryRun());
        try (var csv =
                new JournalCsv(
                        file, source, book, codes, options, missing, note(problems), check)) {
            csv.read();
        }
        check.flush();
        refuse(problems);
        if (!options.dryRun()) {
            store(access, file, source, options, codes, missing, check);
        }
        return new Outcome(
                check.read(),
                check.read() - check.present(),
                options.createMissing() ? missing.all() : List.of());
    }

    /** Keeps every problem, up to a number that nobody reads to its end. */
    private static Consumer<Problem> note(List<Problem> problems) {
        return problem -> {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(problem);
            } else if (problems.size() == MOST_PROBLEMS) {
                problems.add(
                        new Problem(
                                problem.file(),
                                problem.line(),
                                0,
                                "file.too-many-problems",
                                "there are more problems; mend these first"));
            }
        };
    }

    private void store(
            Access access,
            String file,
            Source source,
            JournalOptions options,
            KnownCodes codes,
            MissingCodes missing,
            JournalValidation check) {
        var kept = check.kept();
        if (kept != null) {
            books.write(
                    access.body(),
                    () -> {
                        missing.create(access, books);
                        for (var from = 0; from < kept.size(); from += Ledger.MOST_AT_A_TIME) {
                            var to = Math.min(kept.size(), from + Ledger.MOST_AT_A_TIME);
                            ledger.postAll(access, kept.subList(from, to));
                        }
                        return Boolean.TRUE;
                    });
            return;
        }
        books.write(
                access.body(),
                () -> {
                    missing.create(access, books);
                    return Boolean.TRUE;
                });
        var problems = new ArrayList<Problem>();
        var chunk = new ArrayList<NewEntry>();
        try (var csv =
                new JournalCsv(
                        file,
                        source,
                        books.get(access.body()),
                        codes,
                        options,
                        missing,
                        note(problems),
                        read -> {
                            // the file was validated; if it changed since, nothing more is stored
                            refuse(problems);
                            chunk.add(read.entry());
                            if (chunk.size() == Ledger.MOST_AT_A_TIME) {
                                ledger.postAll(access, chunk);
                                chunk.clear();
                            }
                        })) {
            csv.read();
        }
        refuse(problems);
        if (!chunk.isEmpty()) {
            ledger.postAll(access, chunk);
        }
    }

    private KnownCodes knownCodes(Access access) {
        return transactions.read(() -> codes.knownCodes(access.body()));
    }
}
