package id.patungan.contributions.pages;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.basics.Input;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.letters.PaymentAccount;
import id.patungan.contributions.letters.PaymentAccounts;
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

import java.util.Locale;
import java.util.Optional;

/** Into which bank accounts members are asked to pay. */
@Controller
@RequestMapping("/bodies/{body}/payment-accounts")
class PaymentAccountPages {

    private final PaymentAccounts accounts;
    private final Contributions contributions;

    PaymentAccountPages(PaymentAccounts accounts, Contributions contributions) {
        this.accounts = accounts;
        this.contributions = contributions;
    }

    @GetMapping
    String list(
            Access access,
            BodyEntry body,
            @RequestParam(required = false) @Nullable String account,
            Locale locale,
            Model model) {
        access.require(Action.READ_BOOKS);
        var form = new Sent(new LinkedMultiValueMap<>(), body.currency(), locale);
        accounts.all(access).stream()
                .filter(one -> one.account().value().equals(account))
                .findFirst()
                .ifPresent(one -> fill(form, one));
        return show(access, body, form, model);
    }

    private static void fill(Sent form, PaymentAccount one) {
        var fund = one.fund();
        form.set("account", one.account().value());
        form.set("fund", fund == null ? "" : fund.value());
        form.set("bank", one.bank());
        form.set("number", one.number());
        form.set("holder", one.holder());
    }

    @PostMapping
    String save(
            Access access,
            BodyEntry body,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var form = new Sent(new LinkedMultiValueMap<>(sent), body.currency(), locale);
        try {
            var account =
                    form.value("account", () -> new AccountCode(form.text("account").strip()));
            var named = form.optional("fund");
            var fund =
                    named == null
                            ? Optional.<FundCode>empty()
                            : form.value("fund", () -> new FundCode(named));
            if (!form.errors().any()) {
                accounts.put(
                        access,
                        new PaymentAccount(
                                account.orElseThrow(),
                                fund.orElse(null),
                                form.text("bank"),
                                form.text("number"),
                                form.text("holder")));
                return "redirect:/bodies/%s/payment-accounts".formatted(body.code());
            }
        } catch (DomainException refusal) {
            form.errors().add(field(refusal), refusal);
        }
        return form.errors().again(show(access, body, form, model), model, response);
    }

    @PostMapping("/{account}/remove")
    String remove(Access access, BodyEntry body, @PathVariable String account) {
        access.require(Action.PREPARE);
        accounts.remove(access, Input.read("account", () -> new AccountCode(account)));
        return "redirect:/bodies/%s/payment-accounts".formatted(body.code());
    }

    private static @Nullable String field(DomainException refusal) {
        return switch (refusal.code()) {
            case "letters.bad-number" -> "number";
            case "letters.bad-bank" -> "bank";
            case "letters.bad-holder" -> "holder";
            case "letters.not-bank" -> "account";
            case "letters.unknown-fund", "letters.fund-taken", "letters.others-taken" -> "fund";
            default -> null;
        };
    }

    private String show(Access access, BodyEntry body, Sent form, Model model) {
        model.addAttribute("body", body);
        model.addAttribute("accounts", accounts.all(access));
        model.addAttribute("names", contributions.names(access));
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        model.addAttribute("form", form);
        return "contributions/payment-accounts";
    }
}
