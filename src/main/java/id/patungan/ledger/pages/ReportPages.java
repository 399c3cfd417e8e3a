package id.patungan.ledger.pages;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.TrialBalance;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.FormErrors;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/** The account of one fund, the trial balance, and the closing of months. */
@Controller
@RequestMapping("/bodies/{body}")
class ReportPages {

    private static final int ROWS = 200;

    private final Services services;
    private final PageModel page;
    private final Clock clock;

    ReportPages(Services services, PageModel page, Clock clock) {
        this.services = services;
        this.page = page;
        this.clock = clock;
    }

    /** The services behind these pages. */
    @Component("ledgerReportServices")
    record Services(Books books, Ledger ledger, Journal journal) {}

    @GetMapping("/funds/{code}")
    String fund(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(name = "page", defaultValue = "1") int number,
            Locale locale,
            Model model) {
        var fund =
                services.books().funds(access).stream()
                        .filter(one -> one.code().value().equals(code))
                        .findFirst()
                        .orElseThrow(() -> AccessException.nothingHere("fund " + code));
        var last = day(until).orElseGet(() -> reportingDay(access, body));
        var first =
                day(from)
                        .filter(day -> !day.isAfter(last))
                        .orElseGet(() ->
                                PageModel.firstDay(
                                        access, services.books().get(access.body()), last));
        var card =
                services.journal()
                        .fundCash(
                                access,
                                fund.code(),
                                first,
                                last.plusDays(1),
                                Journal.HEAD,
                                Math.max(1, number),
                                ROWS);
        var trial = services.journal().trialBalance(access, first, last, card.knownAt());
        page.fill(access, body, locale, model);
        model.addAttribute("fund", fund);
        model.addAttribute("card", card);
        model.addAttribute("accountRows", trial.rows(fund.code()));
        model.addAttribute("totals", TrialBalance.totals(trial.rows(fund.code())));
        model.addAttribute("from", first);
        model.addAttribute("asOf", last);
        model.addAttribute(
                "pager",
                Pager.of(
                        UriComponentsBuilder.fromPath("/bodies/" + body.code() + "/funds/" + code)
                                .queryParam("from", first)
                                .queryParam("until", last)
                                .build()
                                .toUriString(),
                        card.page(),
                        card.pages()));
        return "ledger/fund";
    }

    @GetMapping("/trial-balance")
    String trialBalance(
            Access access,
            BodyEntry body,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String fund,
            @RequestParam(defaultValue = "") String known,
            Locale locale,
            Model model) {
        var last = day(until).orElseGet(() -> reportingDay(access, body));
        var first = day(from).filter(day -> !day.isAfter(last)).orElse(last.withDayOfYear(1));
        var knownAt = known.matches("[0-9]{1,18}") ? Long.parseLong(known) : Journal.HEAD;
        var trial = services.journal().trialBalance(access, first, last, knownAt);
        var chosen = chosen(trial, fund);
        var rows = trial.rows(chosen);
        page.fill(access, body, locale, model);
        model.addAttribute("trial", trial);
        model.addAttribute("rows", rows);
        model.addAttribute("totals", TrialBalance.totals(rows));
        model.addAttribute("fund", chosen == null ? "" : chosen.value());
        model.addAttribute("known", known);
        return "ledger/trial-balance";
    }

    private LocalDate reportingDay(Access access, BodyEntry body) {
        return services.journal().reportingDay(access, LocalDate.now(clock.withZone(body.zone())));
    }

    /** Only funds that the viewer reaches are in the trial balance. */
    private static @Nullable FundCode chosen(TrialBalance trial, String code) {
        return trial.funds().stream()
                .filter(fund -> fund.value().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(DateReader.read(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    @GetMapping("/periods")
    String periods(Access access, BodyEntry body, Locale locale, Model model) {
        model.addAttribute("errors", new FormErrors());
        model.addAttribute("reason", "");
        return showPeriods(access, body, locale, model);
    }

    private String showPeriods(Access access, BodyEntry body, Locale locale, Model model) {
        var events = services.journal().periodEvents(access);
        var head = services.journal().head(access.body());
        var book = services.books().get(access.body());
        var next = YearMonth.from(head.closedThrough().plusDays(1));
        var today = LocalDate.now(clock.withZone(body.zone()));
        page.fill(access, body, locale, model);
        model.addAttribute("head", head);
        model.addAttribute("events", events);
        model.addAttribute("next", next);
        model.addAttribute("mayClose", access.may(Action.CLOSE));
        model.addAttribute("over", next.atEndOfMonth().isBefore(today));
        model.addAttribute("anyClosed", !head.closedThrough().isBefore(book.firstOpen()));
        model.addAttribute("lastClosed", YearMonth.from(head.closedThrough()));
        return "ledger/periods";
    }

    @PostMapping("/periods/close")
    String close(
            Access access,
            BodyEntry body,
            @RequestParam String month,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.CLOSE);
        var errors = new FormErrors();
        var wished = errors.read("month", () -> YearMonth.parse(month));
        if (wished.isPresent()) {
            try {
                services.ledger().close(access, wished.get());
                return "redirect:/bodies/" + body.code() + "/periods";
            } catch (DomainException refusal) {
                errors.add(null, refusal);
            }
        }
        model.addAttribute("reason", "");
        showPeriods(access, body, locale, model);
        return errors.again("ledger/periods", model, response);
    }

    @PostMapping("/periods/reopen")
    String reopen(
            Access access,
            BodyEntry body,
            @RequestParam String reason,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.CLOSE);
        var errors = new FormErrors();
        if (reason.isBlank()) {
            errors.add("reason", "periods.reason.missing");
        } else {
            try {
                services.ledger().reopen(access, reason.strip());
                return "redirect:/bodies/" + body.code() + "/periods";
            } catch (DomainException refusal) {
                errors.add(null, refusal);
            }
        }
        model.addAttribute("reason", reason);
        showPeriods(access, body, locale, model);
        return errors.again("ledger/periods", model, response);
    }
}
