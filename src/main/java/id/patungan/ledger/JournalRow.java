package id.patungan.ledger;

import id.patungan.basics.AccountCode;
import id.patungan.basics.AmountReader;
import id.patungan.basics.FundCode;
import id.patungan.ledger.LedgerFiles.JournalOptions;
import id.patungan.platform.CsvFile;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the rows of a journal file as lines; what is wrong is noted at its column. */
final class JournalRow {

    private final Currency bookCurrency;
    private final KnownCodes codes;
    private final JournalOptions options;
    private final MissingCodes missing;

    JournalRow(
            Currency bookCurrency, KnownCodes codes, JournalOptions options, MissingCodes missing) {
        this.bookCurrency = bookCurrency;
        this.codes = codes;
        this.options = options;
        this.missing = missing;
    }

    /** The line that a row says; null if it is refused, which has been noted. */
    @Nullable NewPosting posting(CsvFile.Row row) {
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
        var amount = amount(row, column, bookCurrency);
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
                                        reason.english(options.numbers()),
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
    static String plain(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }
}
