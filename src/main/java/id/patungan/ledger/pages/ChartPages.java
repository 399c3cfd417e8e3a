package id.patungan.ledger.pages;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.ledger.Account;
import id.patungan.ledger.AccountKind;
import id.patungan.ledger.Books;
import id.patungan.ledger.Fund;
import id.patungan.ledger.FundBalance;
import id.patungan.ledger.Journal;
import id.patungan.ledger.Restriction;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.FormErrors;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The chart of accounts and the list of funds, with forms to add and rename. */
@Controller
@RequestMapping("/bodies/{body}")
class ChartPages {

    private final Books books;
    private final Journal journal;
    private final PageModel page;
    private final Clock clock;

    ChartPages(Books books, Journal journal, PageModel page, Clock clock) {
        this.books = books;
        this.journal = journal;
        this.page = page;
        this.clock = clock;
    }

    /** What was typed about an account. */
    record AccountForm(
            @Nullable String code,
            @Nullable String nameId,
            @Nullable String nameEn,
            @Nullable String kind,
            @Nullable String fundingClass) {

        private static final AccountForm EMPTY = new AccountForm("", "", "", "", "");
    }

    @GetMapping("/accounts")
    String accounts(Access access, BodyEntry body, Locale locale, Model model) {
        model.addAttribute("errors", new FormErrors());
        return showAccounts(access, body, AccountForm.EMPTY, locale, model);
    }

    private String showAccounts(
            Access access, BodyEntry body, AccountForm form, Locale locale, Model model) {
        access.require(Action.READ_BOOKS);
        page.fill(access, body, locale, model);
        model.addAttribute("accounts", books.accounts(access));
        model.addAttribute("kinds", AccountKind.values());
        model.addAttribute("form", form);
        return "ledger/accounts";
    }

    @PostMapping("/accounts")
    String addAccount(
            Access access,
            BodyEntry body,
            AccountForm form,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var errors = new FormErrors();
        var code =
                errors.read(
                        "code", () -> new AccountCode(text(form.code()).toUpperCase(Locale.ROOT)));
        var kind = errors.read("kind", () -> AccountKind.of(text(form.kind())));
        var nameId = required(errors, "nameId", form.nameId());
        if (code.isPresent()
                && books.accounts(access).stream()
                        .anyMatch(account -> account.code().equals(code.get()))) {
            errors.add("code", "accounts.code.taken", code.get().value());
        }
        if (!errors.any() && code.isPresent() && kind.isPresent()) {
            var account =
                    errors.read(
                            "fundingClass",
                            () ->
                                    new Account(
                                            code.get(),
                                            nameId,
                                            orElse(form.nameEn(), nameId),
                                            kind.get(),
                                            emptyToNull(form.fundingClass()),
                                            null,
                                            true,
                                            true));
            if (account.isPresent()
                    && accepted(errors, () -> books.addAccounts(access, List.of(account.get())))) {
                return "redirect:/bodies/" + body.code() + "/accounts#a-" + code.get().value();
            }
        }
        showAccounts(access, body, form, locale, model);
        return errors.again("ledger/accounts", model, response);
    }

    @GetMapping("/accounts/{code}")
    String account(
            Access access, BodyEntry body, @PathVariable String code, Locale locale, Model model) {
        var account = find(access, code);
        model.addAttribute("errors", new FormErrors());
        return showAccount(
                access,
                body,
                account,
                new AccountChange(account.nameId(), account.nameEn(), account.active()),
                locale,
                model);
    }

    /** What was typed to change an account; code and kind never change. */
    record AccountChange(@Nullable String nameId, @Nullable String nameEn, boolean active) {}

    @PostMapping("/accounts/{code}")
    String changeAccount(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            AccountChange form,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var account = find(access, code);
        var errors = new FormErrors();
        var nameId = required(errors, "nameId", form.nameId());
        if (!errors.any()) {
            var changed =
                    errors.read(
                            "nameId",
                            () ->
                                    new Account(
                                            account.code(),
                                            nameId,
                                            orElse(form.nameEn(), nameId),
                                            account.kind(),
                                            account.fundingClass(),
                                            account.control(),
                                            account.postable(),
                                            form.active()));
            if (changed.isPresent()
                    && accepted(errors, () -> books.addAccounts(access, List.of(changed.get())))) {
                return "redirect:/bodies/" + body.code() + "/accounts#a-" + code;
            }
        }
        showAccount(access, body, account, form, locale, model);
        return errors.again("ledger/account", model, response);
    }

    private String showAccount(
            Access access,
            BodyEntry body,
            Account account,
            AccountChange form,
            Locale locale,
            Model model) {
        access.require(Action.PREPARE);
        page.fill(access, body, locale, model);
        model.addAttribute("account", account);
        model.addAttribute("form", form);
        return "ledger/account";
    }

    private Account find(Access access, String code) {
        access.require(Action.READ_BOOKS);
        return books.accounts(access).stream()
                .filter(account -> account.code().value().equals(code))
                .findFirst()
                .orElseThrow(() -> AccessException.nothingHere("account " + code));
    }

    /** What was typed about a fund. */
    record FundForm(
            @Nullable String code,
            @Nullable String nameId,
            @Nullable String nameEn,
            @Nullable String restriction,
            @Nullable String party) {

        private static final FundForm EMPTY = new FundForm("", "", "", "", "");
    }

    @GetMapping("/funds")
    String funds(Access access, BodyEntry body, Locale locale, Model model) {
        model.addAttribute("errors", new FormErrors());
        return showFunds(access, body, FundForm.EMPTY, locale, model);
    }

    private String showFunds(
            Access access, BodyEntry body, FundForm form, Locale locale, Model model) {
        var today = journal.reportingDay(access, LocalDate.now(clock.withZone(body.zone())));
        var first = PageModel.firstDay(access, books.get(access.body()), today);
        var cash =
                journal.cashByFund(access, first, today.plusDays(1), Journal.HEAD).stream()
                        .collect(Collectors.toMap(FundBalance::fund, Function.identity()));
        var rows =
                books.funds(access).stream()
                        .map(fund ->
                                new FundRow(
                                        fund,
                                        cash.getOrDefault(
                                                fund.code(),
                                                new FundBalance(fund.code(), 0, 0, 0))))
                        .toList();
        page.fill(access, body, locale, model);
        model.addAttribute("rows", rows);
        model.addAttribute("total", FundBalance.total(rows.stream().map(FundRow::cash).toList()));
        model.addAttribute("from", first);
        model.addAttribute("asOf", today);
        model.addAttribute("restrictions", Restriction.values());
        model.addAttribute("form", form);
        return "ledger/funds";
    }

    /** A fund with its cash. */
    public record FundRow(Fund fund, FundBalance cash) {}

    @PostMapping("/funds")
    String addFund(
            Access access,
            BodyEntry body,
            FundForm form,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var errors = new FormErrors();
        var code =
                errors.read("code", () -> new FundCode(text(form.code()).toUpperCase(Locale.ROOT)));
        var restriction =
                errors.read("restriction", () -> Restriction.of(text(form.restriction())));
        var nameId = required(errors, "nameId", form.nameId());
        if (code.isPresent()
                && books.funds(access).stream().anyMatch(fund -> fund.code().equals(code.get()))) {
            errors.add("code", "funds.code.taken", code.get().value());
        }
        if (!errors.any() && code.isPresent() && restriction.isPresent()) {
            var fund =
                    errors.read(
                            "nameId",
                            () ->
                                    new Fund(
                                            code.get(),
                                            nameId,
                                            orElse(form.nameEn(), nameId),
                                            restriction.get(),
                                            emptyToNull(form.party()),
                                            null,
                                            true));
            if (fund.isPresent()
                    && accepted(errors, () -> books.addFunds(access, List.of(fund.get())))) {
                return "redirect:/bodies/" + body.code() + "/funds";
            }
        }
        showFunds(access, body, form, locale, model);
        return errors.again("ledger/funds", model, response);
    }

    private static boolean accepted(FormErrors errors, Runnable work) {
        try {
            work.run();
            return true;
        } catch (DomainException refusal) {
            errors.add(null, refusal);
            return false;
        }
    }

    private static String required(FormErrors errors, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            errors.add(field, "ledger." + field + ".missing");
            return "";
        }
        return text.strip();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text.strip();
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
