package id.patungan.ledger;

import id.patungan.basics.AccountCode;
import id.patungan.basics.AmountReader;
import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.basics.Problem;
import id.patungan.ledger.LedgerFiles.JournalOptions;
import id.patungan.ledger.LedgerFiles.KnownCodes;
import id.patungan.ledger.LedgerFiles.MissingCodes;
import id.patungan.platform.CsvFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads a journal file as a stream of entries. What is wrong goes to the consumer of problems, and
 * the entry it belongs to is left out; nothing of the file is kept but a fingerprint of each id.
 */
final class JournalCsv implements AutoCloseable {

    private static final List<String> REQUIRED =
            List.of(
                    "entry_id",
                    "date",
                    "description",
                    "account_code",
                    "fund_code",
                    "debit",
                    "credit");

    private static final List<String> OPTIONAL =
            List.of(
                    "project_code",
                    "member_code",
                    "party_code",
                    "charge",
                    "paying_unit",
                    "period",
                    "award_line",
                    "logframe",
                    "currency",
                    "original_amount",
                    "rate",
                    "document_no",
                    "memo",
                    // what an export adds for information
                    "kind",
                    "reverses",
                    "reason",
                    "source_key",
                    "prepared_by",
                    "approved_by",
                    "recorded_at",
                    "hash");

    /** What the kind of an imported entry is. */
    static final String KIND = "import";

    private final Book book;
    private final KnownCodes codes;
    private final JournalOptions options;
    private final MissingCodes missing;
    private final Consumer<Read> entries;
    private final InputStream bytes;
    private final CsvFile csv;
    private final Fingerprints seen = new Fingerprints();
    private boolean broken;

    /** An entry, with the row where it begins. */
    record Read(NewEntry entry, CsvFile.Row first) {

        /** A problem of the entry, at a column of its first row. */
        Problem problem(String column, DomainException refusal) {
            return first.problemAt(column, refusal.code(), String.valueOf(refusal.getMessage()));
        }
    }

    JournalCsv(
            String file,
            LedgerFiles.Source source,
            Book book,
            KnownCodes codes,
            JournalOptions options,
            MissingCodes missing,
            Consumer<Problem> problems,
            Consumer<Read> entries) {
        this.book = book;
        this.codes = codes;
        this.options = options;
        this.missing = missing;
        this.entries = entries;
        try {
            this.bytes = source.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.csv =
                new CsvFile(
                        file,
                        bytes,
                        REQUIRED,
                        OPTIONAL,
                        problem -> {
                            broken = true;
                            problems.accept(problem);
                        });
    }

    /** Hands on every entry in the order of the file. */
    void read() {
        @Nullable Gathered entry = null;
        for (var row : csv) {
            var id = row.text("entry_id");
            if (entry == null || !entry.id.equals(id)) {
                finish(entry);
                entry = begin(row, id);
            } else {
                sameHead(entry, row);
            }
            entry.add(posting(row));
            entry.broken |= broken;
            broken = false;
        }
        finish(entry);
    }

    private Gathered begin(CsvFile.Row row, String id) {
        if (id.isEmpty()) {
            row.problem("entry_id", "journal.no-id", "the entry_id is missing");
        } else if (!seen.add(id)) {
            row.problem(
                    "entry_id",
                    "journal.repeated-id",
                    "the entry '%s' stands further up already; the rows of an entry follow each other"
                            .formatted(id));
        }
        return new Gathered(id, row, date(row));
    }

    private static @Nullable LocalDate date(CsvFile.Row row) {
        try {
            return DateReader.read(row.text("date"));
        } catch (IllegalArgumentException unreadable) {
            row.problem("date", "journal.date", String.valueOf(unreadable.getMessage()));
            return null;
        }
    }

    /** Every row of an entry says the same of the entry, or nothing. */
    private static void sameHead(Gathered entry, CsvFile.Row row) {
        for (var column : List.of("date", "description", "document_no")) {
            var text = row.text(column);
            if (!text.isEmpty() && !text.equals(entry.first.text(column))) {
                row.problem(
                        column,
                        "journal.differs",
                        "'%s' differs from the first row of the entry, which says '%s'"
                                .formatted(text, entry.first.text(column)));
            }
        }
    }

    private void finish(@Nullable Gathered entry) {
        if (entry == null || entry.broken || entry.date == null) {
            return;
        }
        try {
            var documentNo = entry.first.textOrNull("document_no");
            entries.accept(
                    new Read(
                            new NewEntry(
                                    entry.date,
                                    KIND,
                                    plain(entry.first.text("description")),
                                    "journal:" + entry.id,
                                    documentNo == null ? null : plain(documentNo),
                                    entry.postings),
                            entry.first));
        } catch (LedgerException refusal) {
            entry.first.problem("entry_id", refusal.code(), String.valueOf(refusal.getMessage()));
            broken = false;
        } catch (IllegalArgumentException unreadable) {
            entry.first.problem(
                    "description", "journal.text", String.valueOf(unreadable.getMessage()));
            broken = false;
        }
    }

    private @Nullable NewPosting posting(CsvFile.Row row) {
        var account = account(row);
        var fund = fund(row);
        var party = party(row);
        var amount = amount(row);
        var original = original(row);
        if (account != null
                && party == null
                && row.text("party_code").isEmpty()
                && row.text("member_code").isEmpty()
                && byParty(account)) {
            refused(row, "party_code", LedgerException.partyRequired(account.value()));
        }
        var project =
                known(
                        row,
                        "project_code",
                        row.text("project_code"),
                        "project",
                        codes.projects(),
                        missing::project);
        var awardLine = awardLine(row);
        var unit = unit(row, party);
        if (account == null || fund == null || amount == 0) {
            return null;
        }
        try {
            var memo = row.textOrNull("memo");
            return new NewPosting(
                    account,
                    fund,
                    amount,
                    party,
                    project,
                    awardLine,
                    unit,
                    row.textOrNull("charge"),
                    row.textOrNull("period"),
                    original,
                    memo == null ? null : plain(memo));
        } catch (LedgerException refusal) {
            refused(row, "debit", refusal);
        } catch (IllegalArgumentException unreadable) {
            row.problem("journal.text", String.valueOf(unreadable.getMessage()));
        }
        return null;
    }

    private @Nullable AccountCode account(CsvFile.Row row) {
        try {
            var code = new AccountCode(row.text("account_code"));
            var facts = codes.accounts().get(code.value());
            if (facts == null) {
                if (!options.createMissing()) {
                    throw LedgerException.unknownCode("account", code.value());
                }
                MissingCodes.kind(code.value());
                missing.account(code.value());
            } else if (!facts.takesPostings()) {
                throw LedgerException.notPostable(code.value());
            }
            return code;
        } catch (LedgerException refusal) {
            refused(row, "account_code", refusal);
        } catch (IllegalArgumentException unreadable) {
            row.problem("account_code", "journal.code", String.valueOf(unreadable.getMessage()));
        }
        return null;
    }

    private boolean byParty(AccountCode account) {
        var facts = codes.accounts().get(account.value());
        return facts != null && facts.byParty();
    }

    private @Nullable FundCode fund(CsvFile.Row row) {
        try {
            var code = new FundCode(row.text("fund_code"));
            var active = codes.funds().get(code.value());
            if (active == null) {
                if (!options.createMissing()) {
                    throw LedgerException.unknownCode("fund", code.value());
                }
                missing.fund(code.value());
            } else if (!active) {
                throw LedgerException.inactive("fund", code.value());
            }
            return code;
        } catch (LedgerException refusal) {
            refused(row, "fund_code", refusal);
        } catch (IllegalArgumentException unreadable) {
            row.problem("fund_code", "journal.code", String.valueOf(unreadable.getMessage()));
        }
        return null;
    }

    private @Nullable String party(CsvFile.Row row) {
        var party = row.text("party_code");
        var member = row.text("member_code");
        if (!party.isEmpty() && !member.isEmpty() && !party.equals(member)) {
            row.problem(
                    "member_code",
                    "journal.differs",
                    "member_code is an older name of party_code; they differ");
            return null;
        }
        var column = party.isEmpty() && !member.isEmpty() ? "member_code" : "party_code";
        return known(row, column, party.isEmpty() ? member : party, "party", codes.parties(), null);
    }

    private @Nullable String awardLine(CsvFile.Row row) {
        var line = row.text("award_line");
        var logframe = row.text("logframe");
        if (line.isEmpty() && !logframe.isEmpty()) {
            row.problem(
                    "logframe",
                    "journal.logframe",
                    "a logframe code needs an award_line beside it");
            return null;
        }
        return known(
                row,
                "award_line",
                logframe.isEmpty() ? line : line + "/" + logframe,
                "award-line",
                codes.awardLines(),
                missing::awardLine);
    }

    private @Nullable String unit(CsvFile.Row row, @Nullable String party) {
        return known(
                row,
                "paying_unit",
                row.text("paying_unit"),
                "paying-unit",
                codes.units(),
                party == null ? null : code -> missing.unit(code, party));
    }

    /** The code if it is known or may be made; null if it is empty or was refused. */
    private @Nullable String known(
            CsvFile.Row row,
            String column,
            String code,
            String what,
            Map<String, Integer> known,
            @Nullable Consumer<String> create) {
        if (code.isEmpty() || known.containsKey(code)) {
            return code.isEmpty() ? null : code;
        }
        if (create != null && options.createMissing()) {
            create.accept(code);
            return code;
        }
        refused(row, column, LedgerException.unknownCode(what, code));
        return null;
    }

    /** Debit positive; 0 if it is refused, which has been noted. */
    private long amount(CsvFile.Row row) {
        var debit = amount(row, "debit");
        var credit = amount(row, "credit");
        if (debit == null || credit == null) {
            return 0;
        }
        if ((debit == 0) == (credit == 0)) {
            row.problem(
                    "debit",
                    "journal.amount",
                    debit == 0
                            ? "the row has no amount; give a debit or a credit"
                            : "the row has a debit and a credit; give one");
            return 0;
        }
        return debit == 0 ? -credit : debit;
    }

    /** 0 for an empty cell, null for one that cannot be read. */
    private @Nullable Long amount(CsvFile.Row row, String column) {
        var text = row.text(column);
        if (text.isEmpty()) {
            return 0L;
        }
        var amount = amount(row, column, book.currency());
        if (amount != null && amount < 0) {
            row.problem(
                    column,
                    "journal.negative",
                    "'%s' is negative; write it into the other column".formatted(text));
            return null;
        }
        return amount;
    }

    private @Nullable Long amount(CsvFile.Row row, String column, Currency currency) {
        var text = row.text(column);
        return switch (AmountReader.read(text, currency, options.numbers())) {
            case AmountReader.Read(var amount) -> amount.minorUnits();
            case AmountReader.Ambiguous ambiguous ->
                    throw new IllegalStateException("A declared grammar leaves no doubt");
            case AmountReader.Unreadable(var reason) -> {
                row.problem(
                        column,
                        "journal.amount",
                        "'%s' %s; this file is read with %s amounts"
                                .formatted(
                                        text,
                                        reason.english(),
                                        options.numbers() == AmountReader.Grammar.PLAIN
                                                ? "plain (1900000.50)"
                                                : "Indonesian (1.900.000,50)"));
                yield null;
            }
        };
    }

    private @Nullable Original original(CsvFile.Row row) {
        var code = row.text("currency");
        var given =
                !code.isEmpty()
                        || !row.text("original_amount").isEmpty()
                        || !row.text("rate").isEmpty();
        if (!given) {
            return null;
        }
        if (code.isEmpty() || row.text("original_amount").isEmpty() || row.text("rate").isEmpty()) {
            row.problem(
                    "currency",
                    "journal.original",
                    "currency, original_amount and rate stand together or not at all");
            return null;
        }
        try {
            var currency = Currency.getInstance(code);
            var amount = amount(row, "original_amount", currency);
            return amount == null
                    ? null
                    : new Original(currency, amount, new BigDecimal(rate(row.text("rate"))));
        } catch (LedgerException refusal) {
            refused(row, "rate", refusal);
        } catch (IllegalArgumentException unreadable) {
            row.problem(
                    "currency",
                    "journal.original",
                    "'%s' is not a currency, or '%s' not a rate".formatted(code, row.text("rate")));
        }
        return null;
    }

    private String rate(String text) {
        return options.numbers() == AmountReader.Grammar.PLAIN
                ? text
                : text.replace(".", "").replace(',', '.');
    }

    private static void refused(CsvFile.Row row, String column, LedgerException refusal) {
        row.problem(column, refusal.code(), String.valueOf(refusal.getMessage()));
    }

    /** Without the apostrophe that an export puts before what a spreadsheet takes for a formula. */
    private static String plain(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    @Override
    public void close() {
        csv.close();
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of one entry, until the next begins. */
    private static final class Gathered {

        private final String id;
        private final CsvFile.Row first;
        private final @Nullable LocalDate date;
        private final List<NewPosting> postings = new ArrayList<>();
        private boolean broken;

        Gathered(String id, CsvFile.Row first, @Nullable LocalDate date) {
            this.id = id;
            this.first = first;
            this.date = date;
        }

        void add(@Nullable NewPosting posting) {
            if (posting == null) {
                broken = true;
            } else {
                postings.add(posting);
            }
        }
    }

    /**
     * Which ids were seen, in 8 bytes each: two different ids are taken for one with a chance of
     * one in a hundred million even in a file of half a million entries.
     */
    private static final class Fingerprints {

        private long[] slots = new long[1 << 12];
        private int count;

        boolean add(String id) {
            if (count * 2 >= slots.length) {
                var old = slots;
                slots = new long[old.length * 2];
                for (var fingerprint : old) {
                    if (fingerprint != 0) {
                        put(fingerprint);
                    }
                }
            }
            var added = put(fingerprint(id));
            count += added ? 1 : 0;
            return added;
        }

        private boolean put(long fingerprint) {
            var at = (int) (fingerprint & (slots.length - 1));
            while (slots[at] != 0) {
                if (slots[at] == fingerprint) {
                    return false;
                }
                at = (at + 1) & (slots.length - 1);
            }
            slots[at] = fingerprint;
            return true;
        }

        private static long fingerprint(String id) {
            var digest = Hash.sha256(id.getBytes(StandardCharsets.UTF_8)).hex();
            var fingerprint = Long.parseUnsignedLong(digest.substring(0, 16), 16);
            return fingerprint == 0 ? 1 : fingerprint;
        }
    }
}
