package id.patungan.ledger.pages;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.AmountReader;
import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.ledger.Account;
import id.patungan.ledger.Control;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.ledger.pages.EntryForm.LineForm;
import id.patungan.platform.FormErrors;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Reads an entry form whole: everything that is wrong is noted at its field, nothing is guessed.
 */
final class EntryFormReader {

    private final EntryForm form;
    private final Chart chart;
    private final Locale locale;
    private final FormErrors errors = new FormErrors();
    private final Map<String, List<Reading>> questions = new LinkedHashMap<>();
    private long debit;
    private long credit;
    private int unclear;

    /**
     * What a form is read against.
     *
     * @param closedThrough the last closed day
     */
    record Chart(
            Currency currency,
            LocalDate closedThrough,
            Map<String, Account> accounts,
            Map<String, Boolean> funds,
            LedgerNames names) {}

    /** One of the two things that an amount can mean. */
    public record Reading(String plain, String shown) {}

    /**
     * What the form adds up to so far, in minor units.
     *
     * @param unclear amounts that are not in the sums because they could not be read
     */
    public record Sums(long debit, long credit, int unclear) {}

    EntryFormReader(EntryForm form, Chart chart, Locale locale) {
        this.form = form;
        this.chart = chart;
        this.locale = locale;
    }

    /** The entry, if nothing is wrong. */
    Optional<NewEntry> read(String sourceKey) {
        var date = date();
        if (form.description().isBlank()) {
            errors.add("description", "entryForm.description.missing");
        }
        var postings = new ArrayList<NewPosting>();
        for (var row = 1; row <= form.lines().size(); row++) {
            var line = form.lines().get(row - 1);
            if (!line.blank()) {
                var posting = posting(line, row);
                if (posting != null) {
                    postings.add(posting);
                }
            }
        }
        if (form.lines().stream().allMatch(LineForm::blank)) {
            errors.add("account-1", "entryForm.lines.missing");
        } else {
            balance(postings);
        }
        if (errors.any() || date == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new NewEntry(
                            date,
                            NewEntry.MANUAL,
                            form.description(),
                            sourceKey,
                            form.documentNo(),
                            postings));
        } catch (DomainException refusal) {
            errors.add(null, refusal);
        } catch (IllegalArgumentException unreadable) {
            errors.add("description", "entryForm.text.unreadable");
        }
        return Optional.empty();
    }

    private @Nullable LocalDate date() {
        if (form.date().isBlank()) {
            errors.add("date", "entryForm.date.missing");
            return null;
        }
        try {
            var date = DateReader.read(form.date());
            if (!date.isAfter(chart.closedThrough())) {
                errors.add("date", "entryForm.date.closed", date, chart.closedThrough());
            }
            return date;
        } catch (IllegalArgumentException unreadable) {
            errors.add("date", "entryForm.date.unreadable", form.date());
            return null;
        }
    }

    private @Nullable NewPosting posting(LineForm line, int row) {
        var account = account(line, row);
        var fund = fund(line, row);
        var party = known(line.party(), "party-" + row, chart.names()::hasParty, "entryForm.party");
        var project =
                known(
                        line.project(),
                        "project-" + row,
                        chart.names()::hasProject,
                        "entryForm.project");
        if (account != null
                && account.control() == Control.PARTY
                && party == null
                && line.party().isBlank()) {
            errors.add("party-" + row, "entryForm.party.missing", row, account.code().value());
        }
        var amount = amount(line, row);
        if (account == null || fund == null || amount == 0) {
            return null;
        }
        try {
            return NewPosting.debit(account.code(), fund, amount)
                    .party(party)
                    .project(project)
                    .memo(line.memo());
        } catch (DomainException refusal) {
            errors.add("account-" + row, refusal);
        } catch (IllegalArgumentException unreadable) {
            errors.add("memo-" + row, "entryForm.memo.unreadable", row);
        }
        return null;
    }

    private @Nullable Account account(LineForm line, int row) {
        var field = "account-" + row;
        if (line.account().isBlank()) {
            errors.add(field, "entryForm.account.missing", row);
            return null;
        }
        // people paste "52200 Perjalanan dinas": the code is what stands before the first blank
        var code = code(line.account());
        var account = chart.accounts().get(code);
        if (account == null) {
            errors.add(field, "entryForm.account.unknown", row, code);
        } else if (!account.active() || !account.postable()) {
            errors.add(field, "entryForm.account.closed", row, code);
        }
        return account;
    }

    private @Nullable FundCode fund(LineForm line, int row) {
        var field = "fund-" + row;
        if (line.fund().isBlank()) {
            errors.add(field, "entryForm.fund.missing", row);
            return null;
        }
        if (!chart.funds().containsKey(line.fund())) {
            errors.add(field, "entryForm.fund.unknown", row, line.fund());
            return null;
        }
        return new FundCode(line.fund());
    }

    private @Nullable String known(
            String text, String field, Predicate<String> exists, String key) {
        if (text.isBlank()) {
            return null;
        }
        var code = code(text);
        if (!exists.test(code)) {
            errors.add(field, key + ".unknown", code);
            return null;
        }
        return code;
    }

    private static String code(String text) {
        var blank = text.strip().indexOf(' ');
        return blank < 0 ? text.strip() : text.strip().substring(0, blank);
    }

    /** Debit positive; 0 if it could not be read or is missing, which has been noted. */
    private long amount(LineForm line, int row) {
        if (line.debit().isBlank() == line.credit().isBlank()) {
            errors.add(
                    "debit-" + row,
                    line.debit().isBlank() ? "entryForm.amount.missing" : "entryForm.amount.both",
                    row);
            unclear++;
            return 0;
        }
        var isDebit = !line.debit().isBlank();
        var field = (isDebit ? "debit-" : "credit-") + row;
        var text = isDebit ? line.debit() : line.credit();
        var amount = amount(text, field, row);
        if (amount == 0) {
            unclear++;
            return 0;
        }
        try {
            if (isDebit) {
                debit = Math.addExact(debit, amount);
                return amount;
            }
            credit = Math.addExact(credit, amount);
            return Math.negateExact(amount);
        } catch (ArithmeticException tooLarge) {
            errors.add(field, "entryForm.amount.TOO_LARGE", row, text);
            return 0;
        }
    }

    private long amount(String text, String field, int row) {
        switch (AmountReader.read(text, chart.currency(), locale)) {
            case AmountReader.Read(var amount) -> {
                if (amount.minorUnits() > 0) {
                    return amount.minorUnits();
                }
                errors.add(field, "entryForm.amount.notPositive", row, text);
            }
            case AmountReader.Ambiguous(var readings) -> {
                errors.add(field, "entryForm.amount.ambiguous", row, text);
                questions.put(field, readings.stream().map(this::reading).toList());
            }
            case AmountReader.Unreadable(var reason) ->
                    errors.add(field, "entryForm.amount." + reason.name(), row, text);
        }
        return 0;
    }

    private Reading reading(BigDecimal amount) {
        return reading(amount, chart.currency(), locale);
    }

    /** How a reading is sent back and shown. */
    static Reading reading(BigDecimal amount, Currency currency, Locale locale) {
        var scaled =
                amount.scale() > currency.getDefaultFractionDigits()
                        ? amount
                        : amount.setScale(currency.getDefaultFractionDigits());
        // sent back as the page writes amounts, so that reading it again leaves no doubt
        var shown = AmountFormat.number(scaled, locale);
        return new Reading(shown, shown);
    }

    private void balance(List<NewPosting> postings) {
        if (debit != credit) {
            if (unclear == 0) {
                errors.add(
                        "difference",
                        "entryForm.unbalanced.whole",
                        new Money(chart.currency(), Math.abs(debit - credit)));
            }
            return;
        }
        var funds = new TreeMap<FundCode, Long>();
        for (var posting : postings) {
            funds.merge(posting.fund(), posting.amount(), Long::sum);
        }
        funds.forEach((fund, sum) -> {
            if (sum != 0 && unclear == 0) {
                errors.add(
                        "difference",
                        "entryForm.unbalanced.fund",
                        fund.value(),
                        new Money(chart.currency(), Math.abs(sum)));
            }
        });
    }

    FormErrors errors() {
        return errors;
    }

    Map<String, List<Reading>> questions() {
        return questions;
    }

    Sums sums() {
        return new Sums(debit, credit, unclear);
    }

    /** Accounts by their code, as a form names them. */
    static Map<String, Account> byCode(List<Account> accounts) {
        var byCode = new TreeMap<String, Account>();
        accounts.forEach(account -> byCode.put(account.code().value(), account));
        return byCode;
    }
}
