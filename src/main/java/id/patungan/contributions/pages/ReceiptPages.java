package id.patungan.contributions.pages;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.NewReceipt;
import id.patungan.contributions.NewReceipt.Allocation;
import id.patungan.contributions.NewReceipt.Deduction;
import id.patungan.contributions.OpenCharge;
import id.patungan.contributions.Receipt;
import id.patungan.contributions.Receipts;
import id.patungan.contributions.letters.ReceiptPapers;
import id.patungan.contributions.paying.PaymentLines;
import id.patungan.documents.IssuedPaper;
import id.patungan.documents.PaperFilter;
import id.patungan.documents.Register;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The list of receipts, the form, and a receipt with what it settled. */
@Controller
@RequestMapping("/bodies/{body}/receipts")
class ReceiptPages {

    private static final String FORM = "contributions/receipt-new";

    private final Receipts receipts;
    private final Contributions contributions;
    private final Register register;
    private final PaymentLines lines;
    private final Clock clock;

    ReceiptPages(
            Receipts receipts,
            Contributions contributions,
            Register register,
            PaymentLines lines,
            Clock clock) {
        this.receipts = receipts;
        this.contributions = contributions;
        this.register = register;
        this.lines = lines;
        this.clock = clock;
    }

    @GetMapping
    String list(
            Access access,
            BodyEntry body,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String party,
            Model model) {
        var wanted = party == null || party.isBlank() ? null : party;
        var all = receipts.list(access, wanted, null);
        var shown =
                all.stream()
                        .filter(one -> year == null || one.paper().date().getYear() == year)
                        .toList();
        model.addAttribute("body", body);
        model.addAttribute("receipts", shown);
        model.addAttribute(
                "years",
                all.stream().map(one -> one.paper().date().getYear()).distinct().sorted().toList());
        model.addAttribute("year", year);
        model.addAttribute("party", wanted);
        model.addAttribute("names", contributions.names(access));
        model.addAttribute("gross", standing(body, shown, true));
        model.addAttribute("net", standing(body, shown, false));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute("wholeBody", access.may(Action.READ_BOOKS));
        return "contributions/receipts";
    }

    /** The sum of what is not reversed. */
    private static Money standing(BodyEntry body, List<Receipt> shown, boolean gross) {
        return shown.stream()
                .filter(one -> one.paper().reversal() == null)
                .map(one -> gross ? one.gross() : one.net())
                .reduce(Money.zero(body.currency()), Money::plus);
    }

    @GetMapping("/new")
    String start(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> given,
            Locale locale,
            Model model) {
        access.require(Action.PREPARE);
        var form = new Sent(new LinkedMultiValueMap<>(given), body.currency(), locale);
        form.set("key", UUID.randomUUID().toString());
        if (form.text("date").isEmpty()) {
            form.set("date", DateReader.typed(LocalDate.now(clock.withZone(body.zone()))));
        }
        return show(access, body, form, model);
    }

    @PostMapping
    String send(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new Sent(new LinkedMultiValueMap<>(sent), body.currency(), locale);
        if (!form.text("do").equals("record")) {
            return show(access, body, form, model);
        }
        var wish = read(access, form);
        if (wish.isPresent()) {
            try {
                var recorded = receipts.record(access, wish.get(), form.text("key"));
                return "redirect:/bodies/%s/receipts/%s".formatted(body.code(), recorded.code());
            } catch (DomainException refusal) {
                form.errors().add(fieldOf(refusal.code()), refusal);
            }
        }
        return form.errors().again(show(access, body, form, model), model, response);
    }

    private static @Nullable String fieldOf(String code) {
        return switch (code) {
            case "contributions.unknown-party" -> "party";
            case "contributions.not-positive", "contributions.nothing-left" -> "gross-0";
            case "contributions.not-bank" -> "bank-0";
            case "contributions.unknown-unit" -> "unit";
            default -> null;
        };
    }

    private Optional<NewReceipt> read(Access access, Sent form) {
        var party = form.required("party");
        var date = form.date("date");
        var description = form.required("description");
        var sp2dOn = form.optionalDate("sp2dOn");
        var basis =
                AssessmentPages.basis(form, "basis", form.text("basis"), form.text("basisNote"));
        var allocations = allocations(access, form, party);
        var parts = new ArrayList<NewReceipt.Part>();
        for (var at = 0; at < form.all("fund").size(); at++) {
            part(form, at, allocations).ifPresent(parts::add);
        }
        if (form.errors().any()) return Optional.empty();
        return Optional.of(
                new NewReceipt(
                        party.orElseThrow(),
                        date.orElseThrow(),
                        description.orElseThrow(),
                        parts,
                        form.optional("sp2dNo"),
                        sp2dOn.orElse(null),
                        form.optional("payerAccount"),
                        form.optional("unit"),
                        basis.orElse(null)));
    }

    private static Optional<NewReceipt.Part> part(
            Sent form, int at, @Nullable Map<String, List<Allocation>> allocations) {
        var gross = form.amount("gross", at);
        var deductions = new ArrayList<Deduction>();
        for (var kind : Deduction.Kind.values()) {
            form.amount(kind.code(), at)
                    .filter(amount -> !amount.isZero())
                    .ifPresent(amount -> deductions.add(new Deduction(kind, amount)));
        }
        var fund = form.text("fund", at);
        if (fund.isBlank()) {
            // A line that was added and left empty
            var untouched = gross.map(Money::isZero).orElse(false) && deductions.isEmpty();
            if (!untouched || at == 0)
                form.errors().add("fund-" + at, "contributions.missing.fund");
            return Optional.empty();
        }
        var bank = form.value("bank-" + at, () -> new AccountCode(form.text("bank", at)));
        var code = form.value("fund-" + at, () -> new FundCode(fund));
        if (gross.isEmpty() || bank.isEmpty() || code.isEmpty()) return Optional.empty();
        return Optional.of(
                new NewReceipt.Part(
                        code.get(),
                        bank.get(),
                        gross.get(),
                        deductions,
                        allocations == null ? null : allocations.getOrDefault(fund, List.of())));
    }

    /** By fund, when they are given by hand; null for the oldest first. */
    private @Nullable Map<String, List<Allocation>> allocations(
            Access access, Sent form, Optional<String> party) {
        if (!form.text("how").equals("given") || party.isEmpty()) return null;
        var funds =
                open(access, party.get()).stream()
                        .collect(Collectors.toMap(OpenCharge::charge, OpenCharge::fund));
        var found = new java.util.HashMap<String, List<Allocation>>();
        for (var at = 0; at < form.all("charge").size(); at++) {
            var charge = form.text("charge", at);
            var fund = funds.getOrDefault(charge, "");
            form.amount("settle", at)
                    .filter(amount -> !amount.isZero())
                    .ifPresent(amount ->
                            found.computeIfAbsent(fund, key -> new ArrayList<>())
                                    .add(new Allocation(charge, amount)));
        }
        return found;
    }

    private List<OpenCharge> open(Access access, String party) {
        return contributions.openCharges(access, party).stream()
                .filter(charge -> charge.open().minorUnits() > 0)
                .toList();
    }

    private String show(Access access, BodyEntry body, Sent form, Model model) {
        var names = contributions.names(access);
        var party = form.text("party");
        var known = names.parties().stream().anyMatch(named -> named.code().equals(party));
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("names", names);
        model.addAttribute("units", lines.units(access, known ? party : null));
        model.addAttribute("charges", known ? open(access, party) : List.of());
        model.addAttribute(
                "banks",
                names.accounts().stream()
                        .filter(named -> named.code().matches("11[12].*"))
                        .toList());
        model.addAttribute(
                "parts",
                Math.max(1, form.all("fund").size()) + (form.text("do").equals("part") ? 1 : 0));
        model.addAttribute("deductions", Deduction.Kind.values());
        return FORM;
    }

    @GetMapping("/{code}")
    String detail(Access access, BodyEntry body, @PathVariable String code, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("receipt", receipts.get(access, code));
        model.addAttribute(
                "papers",
                register.list(
                        access,
                        new PaperFilter(
                                ReceiptPapers.SERIES,
                                null,
                                null,
                                code,
                                IssuedPaper.Status.ISSUED)));
        model.addAttribute("names", contributions.names(access));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        return "contributions/receipt";
    }
}
