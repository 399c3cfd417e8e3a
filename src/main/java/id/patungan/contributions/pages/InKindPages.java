package id.patungan.contributions.pages;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.InKind;
import id.patungan.contributions.InKindCounting;
import id.patungan.contributions.InKindRegister;
import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.NewInKind;
import id.patungan.contributions.OpenCharge;
import id.patungan.parties.Agreements;
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

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The register of what is given in kind: the list, the form, one of it, the decision about it. */
@Controller
@RequestMapping("/bodies/{body}/in-kind")
class InKindPages {

    private static final String FORM = "contributions/in-kind/new";
    private static final String DETAIL = "contributions/in-kind/one";
    private static final String NUMBER = "{number:[0-9]{1,9}}";

    private final InKindRegister register;
    private final Contributions contributions;
    private final Agreements agreements;
    private final ReversalForm reversals;
    private final Clock clock;

    InKindPages(
            InKindRegister register,
            Contributions contributions,
            Agreements agreements,
            ReversalForm reversals,
            Clock clock) {
        this.register = register;
        this.contributions = contributions;
        this.agreements = agreements;
        this.reversals = reversals;
        this.clock = clock;
    }

    @GetMapping
    String list(
            Access access,
            BodyEntry body,
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(required = false) @Nullable String state,
            Model model) {
        var wanted = party == null || party.isBlank() ? null : party;
        var states = Arrays.asList(InKind.State.values());
        var asked = states.stream().filter(one -> one.code().equals(state)).findFirst();
        var shown = register.list(access, wanted, asked.orElse(null));
        model.addAttribute("body", body);
        model.addAttribute("items", shown);
        model.addAttribute("states", states);
        model.addAttribute("state", asked.orElse(null));
        model.addAttribute("party", wanted);
        model.addAttribute("names", contributions.names(access));
        model.addAttribute("value", standing(body, shown, false));
        model.addAttribute("counted", standing(body, shown, true));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute("wholeBody", access.may(Action.READ_BOOKS));
        return "contributions/in-kind/list";
    }

    /** The sum of what stands in the book. */
    private static Money standing(BodyEntry body, List<InKind> shown, boolean counted) {
        var sum = Money.zero(body.currency());
        for (var one : shown) {
            var part = counted ? one.counted() : one.value();
            if (one.state() == InKind.State.RECORDED && part != null) sum = sum.plus(part);
        }
        return sum;
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
        if (form.text("on").isEmpty()) {
            form.set("on", DateReader.typed(LocalDate.now(clock.withZone(body.zone()))));
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
        var wish = read(form);
        if (wish.isPresent()) {
            try {
                var entered = register.enter(access, wish.get(), form.text("key"));
                return "redirect:" + address(body, entered.number());
            } catch (DomainException refusal) {
                form.errors().add(fieldOf(refusal.code()), refusal);
            }
        }
        return form.errors().again(show(access, body, form, model), model, response);
    }

    private static @Nullable String fieldOf(String code) {
        return switch (code) {
            case "contributions.unknown-party" -> "party";
            case "contributions.no-such-charge", "contributions.charge-later" -> "charge";
            case "in-kind.nothing-open", "in-kind.not-dues" -> "charge";
            case "in-kind.used-up" -> "yearlyMax";
            case "in-kind.no-fund", "in-kind.other-fund", "in-kind.unknown-fund" -> "fund";
            case "in-kind.no-value", "in-kind.other-value" -> "value";
            case "in-kind.no-tariff" -> "tariff";
            case "in-kind.period" -> "until";
            case "in-kind.before-period" -> "on";
            case "in-kind.account", "in-kind.unknown-account" -> "account";
            default -> null;
        };
    }

    private static Optional<NewInKind> read(Sent form) {
        var party = form.required("party");
        var kind = form.value("kind", () -> InKind.Kind.of(form.text("kind")));
        var what = form.required("what");
        var from = form.date("from");
        var until = form.date("until");
        var quantity = quantity(form);
        var unit = form.required("unit");
        var valuation = form.value("valuation", () -> InKind.Valuation.of(form.text("valuation")));
        var document = form.required("document");
        var tariff = optional(form, "tariff");
        var value = optional(form, "value");
        var charge = form.optional("charge");
        var ground = charge == null ? Optional.<LegalBasis>empty() : ground(form);
        var most = charge == null ? Optional.<Money>empty() : optional(form, "yearlyMax");
        var fund = form.optional("fund");
        var inFund =
                fund == null
                        ? Optional.<FundCode>empty()
                        : form.value("fund", () -> new FundCode(fund));
        var account = form.value("account", () -> new AccountCode(form.text("account")));
        var on = form.date("on");
        var basis =
                AssessmentPages.basis(form, "basis", form.text("basis"), form.text("basisNote"));
        if (form.errors().any()) return Optional.empty();
        try {
            return Optional.of(
                    new NewInKind(
                            party.orElseThrow(),
                            kind.orElseThrow(),
                            what.orElseThrow(),
                            from.orElseThrow(),
                            until.orElseThrow(),
                            quantity.orElseThrow(),
                            unit.orElseThrow(),
                            valuation.orElseThrow(),
                            document.orElseThrow(),
                            tariff.orElse(null),
                            value.orElse(null),
                            charge == null
                                    ? null
                                    : new InKindCounting(
                                            charge, ground.orElseThrow(), most.orElse(null)),
                            inFund.orElse(null),
                            account.orElseThrow(),
                            on.orElseThrow(),
                            basis.orElse(null)));
        } catch (DomainException refusal) {
            form.errors().add(fieldOf(refusal.code()), refusal);
            return Optional.empty();
        }
    }

    private static Optional<Money> optional(Sent form, String field) {
        return form.optional(field) == null ? Optional.empty() : form.amount(field);
    }

    /** Digits and at most two decimals: with three behind the mark nobody knows what it is. */
    private static Optional<BigDecimal> quantity(Sent form) {
        var text = form.required("quantity");
        if (text.isEmpty()) return Optional.empty();
        if (!text.get().matches("[0-9]{1,10}([.,][0-9]{1,2})?")) {
            form.errors().add("quantity", "in-kind.not-a-quantity", text.get());
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text.get().replace(',', '.')));
    }

    private static Optional<LegalBasis> ground(Sent form) {
        var text = form.text("ground");
        var slash = text.indexOf('/');
        if (slash < 0) {
            form.errors().add("ground", "in-kind.no-ground");
            return Optional.empty();
        }
        return Optional.of(new LegalBasis(text.substring(0, slash), text.substring(slash + 1)));
    }

    private String show(Access access, BodyEntry body, Sent form, Model model) {
        var names = contributions.names(access);
        var party = form.text("party");
        var known = names.parties().stream().anyMatch(named -> named.code().equals(party));
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("waits", register.asksForTwo(access));
        model.addAttribute("names", names);
        model.addAttribute("charges", known ? openDues(access, party) : List.of());
        model.addAttribute("agreements", agreements.all(access));
        model.addAttribute(
                "accounts",
                names.accounts().stream()
                        .filter(named -> named.code().matches("5.*|121.*"))
                        .toList());
        model.addAttribute("kinds", InKind.Kind.values());
        model.addAttribute("valuations", InKind.Valuation.values());
        return FORM;
    }

    private List<OpenCharge> openDues(Access access, String party) {
        return contributions.openCharges(access, party).stream()
                .filter(charge -> charge.open().minorUnits() > 0)
                .filter(charge -> charge.account().equals("11300"))
                .toList();
    }

    @GetMapping("/" + NUMBER)
    String one(
            Access access, BodyEntry body, @PathVariable int number, Locale locale, Model model) {
        return one(access, body, register.get(access, number), started(body, locale), model);
    }

    private static Sent started(BodyEntry body, Locale locale) {
        var form = new Sent(new LinkedMultiValueMap<>(), body.currency(), locale);
        form.set("key", UUID.randomUUID().toString());
        return form;
    }

    private String one(Access access, BodyEntry body, InKind item, Sent form, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("item", item);
        model.addAttribute("form", form);
        model.addAttribute("names", contributions.names(access));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute(
                "mayDecide",
                item.state() == InKind.State.PROPOSED
                        && access.may(Action.APPROVE)
                        && !item.preparedBy().equals(access.handle()));
        return DETAIL;
    }

    @PostMapping("/" + NUMBER + "/decision")
    String decide(
            Access access,
            BodyEntry body,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.APPROVE);
        var form = new Sent(new LinkedMultiValueMap<>(sent), body.currency(), locale);
        var wish = form.text("do");
        if (wish.equals("approve") || wish.equals("reject")) {
            try {
                register.decide(
                        access,
                        number,
                        wish.equals("approve"),
                        form.optional("decisionReason"),
                        form.text("key"));
            } catch (DomainException refusal) {
                if (refusal.kind() == DomainException.Kind.NOT_FOUND
                        || refusal.kind() == DomainException.Kind.FORBIDDEN) {
                    throw refusal;
                }
                form.errors().add("decisionReason", refusal);
                return form.errors()
                        .again(
                                one(access, body, register.get(access, number), form, model),
                                model,
                                response);
            }
        }
        return "redirect:" + address(body, number);
    }

    @GetMapping("/" + NUMBER + "/reverse")
    String askToReverse(
            Access access, BodyEntry body, @PathVariable int number, Locale locale, Model model) {
        access.require(Action.PREPARE);
        return reversals.ask(body, target(access, body, number), locale, model);
    }

    @PostMapping("/" + NUMBER + "/reverse")
    String reverse(
            Access access,
            BodyEntry body,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        return reversals.send(
                body,
                target(access, body, number),
                sent,
                locale,
                model,
                response,
                (on, reason, key) -> register.reverse(access, number, on, reason, key));
    }

    private ReversalForm.Target target(Access access, BodyEntry body, int number) {
        return new ReversalForm.Target(
                "in-kind",
                register.recorded(access, number),
                "in-kind",
                address(body, number),
                "/reverse");
    }

    private static String address(BodyEntry body, int number) {
        return "/bodies/%s/in-kind/%d".formatted(body.code(), number);
    }
}
